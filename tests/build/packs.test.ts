/** The packs of `dist/` as the loader reads them. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {projectRoot} from '../support/program.ts';

test('are ASCII, regular expressions too: the loader reads a byte as a character', () => {
  const dist = join(projectRoot, 'dist');
  const packs = readdirSync(dist).filter(name => name.endsWith('.js'));
  expect(packs.length).toBeGreaterThan(10);
  const foreign = packs.filter(name => readFileSync(join(dist, name)).some(byte => byte > 0x7f));
  expect(foreign).toEqual([]);
});
