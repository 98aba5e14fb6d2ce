import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {transformSync} from 'esbuild';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {type Lock, takeLock} from '../../src/store/lock.ts';
import {type ProcessesOptions, processesOf} from './processes.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsprint-lock-'));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const take = (options?: ProcessesOptions): Lock => takeLock(join(folder, 'lock'), processesOf(options));
const release = (lock: Lock): void => {
  if (lock.kind === 'taken') lock.release();
};
const leave = (owner: object | string, age = 0): void => {
  writeFileSync(join(folder, 'lock'), typeof owner === 'string' ? owner : JSON.stringify(owner));
  const time = new Date(Date.now() - age);
  utimesSync(join(folder, 'lock'), time, time);
};
const hours = 60 * 60 * 1000;

describe('a lock', () => {
  test('is had by one at a time, who can be told', () => {
    const lock = take();
    expect([lock.kind, take()]).toEqual(['taken', {kind: 'held', pid: process.pid}]);
    release(lock);
    const again = take();
    expect(again.kind).toBe('taken');
    release(again);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['of a process that has ended', {pid: 4, host: 'here', started: '1'}, 0],
    ['of one whose number another process has now', {pid: process.pid, host: 'here', started: '1'}, 0],
    ['of another machine, half a day old', {pid: 4, host: 'there', started: '1'}, 13 * hours],
    ['that names nobody, and is not being written', '', 2 * 60_000],
    ['that names nobody, and is not being written', '{"pid": "x"}', 2 * 60_000],
  ])('%s is taken over', (_, owner, age) => {
    leave(owner, age);
    const lock = take();
    expect(lock.kind).toBe('taken');
    release(lock);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['of another machine', {pid: 4, host: 'there', started: '1'}, 1 * hours, 4],
    ['of a running process of which no start is known', {pid: process.pid, host: 'here', started: ''}, 0, process.pid],
    ['that may be just being written', '', 0, undefined],
  ])('%s is left alone', (_, owner, age, pid) => {
    leave(owner, age);
    expect(take()).toEqual({kind: 'held', pid});
  });

  test('that somebody else has by now is not given back', () => {
    const lock = take();
    leave({pid: 4, host: 'there', started: '1'});
    release(lock);
    expect(existsSync(join(folder, 'lock'))).toBe(true);
  });
});

/** Takes and gives back the lock again and again, noting each moment in which somebody else has it, too. */
const contender = `
  import {takeLock} from './lock.mjs';
  import {rmSync, writeFileSync} from 'node:fs';
  const [, , folder, rounds] = process.argv;
  const isRunning = pid => { try { process.kill(pid, 0); return true; } catch { return false; } };
  const processes = {pid: process.pid, host: 'here', isRunning, now: () => new Date()};
  let taken = 0;
  for (let round = 0; round < Number(rounds); ) {
    const lock = takeLock(folder + '/lock', processes);
    if (lock.kind === 'held') continue;
    round++;
    // Fails where another one is in here.
    writeFileSync(folder + '/inside', String(process.pid), {flag: 'wx'});
    rmSync(folder + '/inside');
    // Half of them leave the lock behind, as somebody does who is killed.
    if (round % 2 === 0) writeFileSync(folder + '/lock', JSON.stringify({pid: 999999, host: 'here', started: 'x' + round}));
    else lock.release();
  }
`;

test('of many who fight for a lock that is left behind again and again, one at a time has it', {
  timeout: 60_000,
}, async () => {
  const script = join(folder, 'contender.mjs');
  // Plain JavaScript, for Node without a loader.
  for (const name of ['lock', 'content-hash', 'system-error']) {
    const source = readFileSync(join(import.meta.dirname, `../../src/store/${name}.ts`), 'utf8');
    const {code} = transformSync(source, {loader: 'ts', format: 'esm'});
    writeFileSync(join(folder, `${name}.mjs`), code.replace(/\.ts"/g, '.mjs"'));
  }
  writeFileSync(script, contender);
  const children = Array.from({length: 4}, () => spawn(process.execPath, [script, folder, '60'], {stdio: 'pipe'}));
  const results = await Promise.all(
    children.map(async child => {
      let errors = '';
      child.stderr?.on('data', chunk => {
        errors += chunk;
      });
      const [status] = await once(child, 'exit');
      return [status, errors];
    }),
  );
  expect(results).toEqual(children.map(() => [0, '']));
});
