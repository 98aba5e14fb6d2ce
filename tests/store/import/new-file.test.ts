import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {folderWithin, sweepDrafts, writeNewFile} from '../../../src/store/import/new-file.ts';

let library: string;

beforeEach(() => {
  library = mkdtempSync(join(tmpdir(), 'newsprint-new-file-'));
});

afterEach(() => {
  rmSync(library, {recursive: true, force: true});
});

test('takes the first name that is free, and leaves nothing else behind', () => {
  writeFileSync(join(library, 'a.md'), 'mine');
  symlinkSync('nowhere', join(library, 'b.md'));
  expect(writeNewFile(library, ['a.md', 'b.md', 'c.md'], 'new')).toEqual({path: join(library, 'c.md'), isNew: true});
  expect(readdirSync(library).sort()).toEqual(['a.md', 'b.md', 'c.md']);
  expect(readFileSync(join(library, 'a.md'), 'utf8')).toBe('mine');
  expect(readFileSync(join(library, 'c.md'), 'utf8')).toBe('new');
});

test('takes a file for its own that is as good', () => {
  writeFileSync(join(library, 'a.md'), 'mine');
  const isSame = (path: string) => readFileSync(path, 'utf8') === 'new';
  writeFileSync(join(library, 'b.md'), 'new');
  expect(writeNewFile(library, ['a.md', 'b.md', 'c.md'], 'new', {isSame})).toEqual({
    path: join(library, 'b.md'),
    isNew: false,
  });
  expect(readdirSync(library)).toEqual(['a.md', 'b.md']);
});

test('what a killed run left behind goes after a while, and nothing else', () => {
  const draft = '.newsprint-01234567-89ab-cdef-0123-456789abcdef';
  for (const name of [draft, '.newsprint-mine', 'a.md']) writeFileSync(join(library, name), '');
  sweepDrafts(library, Date.now());
  expect(readdirSync(library)).toContain(draft);
  sweepDrafts(library, Date.now() + 2 * 60 * 60 * 1000);
  expect(readdirSync(library)).toEqual(['.newsprint-mine', 'a.md']);
});

test('says so when no name is free, and leaves nothing behind', () => {
  writeFileSync(join(library, 'a.md'), 'mine');
  expect(() => writeNewFile(library, ['a.md'], 'new')).toThrow(/no name is free/);
  expect(readdirSync(library)).toEqual(['a.md']);
});

test('makes the folders that are not there', () => {
  expect(folderWithin(library, ['politics'])).toBe(join(library, 'politics'));
  expect(folderWithin(library, ['politics', 'images'])).toBe(join(library, 'politics', 'images'));
  expect(folderWithin(library, [])).toBe(library);
});

test('follows no link out of the library, but one within it', () => {
  const outside = mkdtempSync(join(tmpdir(), 'newsprint-outside-'));
  symlinkSync(outside, join(library, 'world'));
  mkdirSync(join(library, 'politics'));
  symlinkSync('politics', join(library, 'policy'));
  expect(() => folderWithin(library, ['world'])).toThrow(/leads out of the library/);
  expect(folderWithin(library, ['policy'])).toBe(join(library, 'policy'));
  expect(readdirSync(outside)).toEqual([]);
  rmSync(outside, {recursive: true});
});

test('a file in the way of a folder is told', () => {
  writeFileSync(join(library, 'politics'), '');
  expect(() => folderWithin(library, ['politics'])).toThrow(/is no folder/);
});
