import {existsSync, mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {makeFolder} from '../../src/store/make-folder.ts';

const root = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'newsprint-folder-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
};

test('a folder is made with those above it, and what is there stays', () => {
  const folder = join(root(), 'a', 'b', 'c');
  makeFolder(folder);
  writeFileSync(join(folder, 'kept'), '');
  makeFolder(folder);
  expect(existsSync(join(folder, 'kept'))).toBe(true);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('a file in its place, or above it, is an error', () => {
  const file = join(root(), 'file');
  writeFileSync(file, '');
  expect(() => makeFolder(file)).toThrow('EEXIST');
  expect(() => makeFolder(join(file, 'below'))).toThrow('ENOTDIR');
});

test.runIf(existsSync('/proc/self'))('where nothing can be made it says so', () => {
  expect(() => makeFolder('/proc/newsprint/cache')).toThrow('ENOENT');
});
