/** The files of the cache folder, as a fault finds them. */
import {closeSync, openSync, readdirSync, readFileSync, readSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {expect} from 'vitest';
import {openDatabase} from '../../src/store/sqlite.ts';

export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map(name => join(folder, name))
    .filter(file => statSync(file).isFile())
    .sort();

const isDatabase = (file: string): boolean => {
  const head = Buffer.alloc(15);
  const opened = openSync(file, 'r');
  readSync(opened, head, 0, head.length, 0);
  closeSync(opened);
  return head.toString('latin1') === 'SQLite format 3';
};

/** All databases of the cache are sound, and one of them holds so many articles. */
export const expectCompleteIndex = (cache: string, articles: number): void => {
  const counts = filesBelow(cache)
    .filter(isDatabase)
    .map(file => {
      const database = openDatabase(file);
      try {
        expect(database.prepare('PRAGMA integrity_check').get<{integrity_check: string}>()?.integrity_check).toBe('ok');
        return database.prepare('SELECT count(*) AS count FROM articles').get<{count: number}>()?.count;
      } finally {
        database.close();
      }
    });
  expect(counts).toContain(articles);
};

/** What a file held, by its path. */
export const contentsOf = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(filesBelow(folder).map(file => [file, readFileSync(file)]));
