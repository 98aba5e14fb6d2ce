/** What a damaged index may do: say so, or answer wrongly until it is made anew; never end the process. */
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {bundleEntry} from '../../support/child-entry.ts';
import {writeLibrary} from '../../support/synthetic.ts';

const rounds = 12;

test('random bytes at random places of an index never end the process, and made anew it is right', {
  timeout: 180_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsprint-damaged-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  const [library, cache] = [join(folder, 'library'), join(folder, 'cache')];
  mkdirSync(cache);
  // Just more than are kept in memory.
  writeLibrary(library, {articles: 320, bytes: 1000});
  const entry = await bundleEntry('tests/store/index/damaged-rounds.ts');
  onTestFinished(entry.remove);
  const {stdout, stderr, signal, status} = spawnSync(process.execPath, [entry.file, library, cache, '1', `${rounds}`], {
    encoding: 'utf8',
  });
  expect({signal, status, stderr, last: stdout.split('\n').at(-1)}).toEqual({
    ...{signal: null, status: 0, stderr: '', last: ''},
  });
  expect(stdout.match(/ repaired$/gm)).toHaveLength(rounds);
});
