/** Opens the index of a set of libraries: a database beside the listing, made anew where it can't be used. */
import {rmSync} from 'node:fs';
import {dirname} from 'node:path';
import {makeFolder} from '../make-folder.ts';
import {type Database, NoSqliteError, openDatabase} from '../sqlite.ts';
import {sqliteCode, sqliteCodes} from '../sqlite-error.ts';
import {systemErrorCode} from '../system-error.ts';
import type {IndexPart} from './part.ts';
import type {Blob} from './related/blobs.ts';
import {articlesSchema, indexVersion} from './schema.ts';
import {textOf} from './stored-text.ts';

/** What was wrong with the file; told once, since afterwards it is no longer so. */
export type IndexFault = 'damaged' | 'unwritable';

export interface OpenedIndex {
  readonly database: Database;
  readonly fault: IndexFault | undefined;
}

export interface IndexOptions {
  readonly parts: readonly IndexPart[];
  /** Of newsprint: what another version took in may be understood otherwise. */
  readonly version: string;
}

const isOneOf = (error: unknown, codes: readonly number[]): boolean => codes.includes(sqliteCode(error) ?? 0);

/** Whether the error says that the file is no database, or no longer a sound one. */
export const isDamage = (error: unknown): boolean =>
  isOneOf(error, [sqliteCodes.corrupt, sqliteCodes.noDatabase, sqliteCodes.format]);

/** Whether the error says that the disk may not be written, is full or does not answer. */
export const isUnwritable = (error: unknown): boolean =>
  systemErrorCode(error) !== undefined ||
  isOneOf(error, [
    ...[sqliteCodes.permission, sqliteCodes.readOnly, sqliteCodes.disk, sqliteCodes.full, sqliteCodes.cannotOpen],
    ...[sqliteCodes.busy, sqliteCodes.locked],
  ]);

export const removeIndex = (file: string): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, {force: true});
};

const prepared = (database: Database, {parts, version}: IndexOptions): Database => {
  const wanted = `${indexVersion} ${version}`;
  database.exec(articlesSchema);
  const kept = database
    .prepare('SELECT CAST(value AS BLOB) AS value FROM meta WHERE name = ?')
    .get<{value: Blob}>('version');
  if (kept !== undefined && textOf(kept.value) === wanted) return database;
  if (kept !== undefined) {
    database.close();
    throw new OtherVersion();
  }
  database.transaction(() => {
    for (const {schema} of parts) database.exec(schema);
    database.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)').run('version', wanted);
  });
  return database;
};

class OtherVersion extends Error {}

/** One that is not kept, where the disk does not let it. */
export const openInMemory = (options: IndexOptions): OpenedIndex => ({
  database: prepared(openDatabase(':memory:'), options),
  fault: 'unwritable',
});

/**
 * @param file where it is kept
 * @throws {NoSqliteError}
 */
export const openIndex = (file: string, options: IndexOptions): OpenedIndex => {
  const open = (): Database => {
    makeFolder(dirname(file));
    return prepared(openDatabase(file), options);
  };
  try {
    return {database: open(), fault: undefined};
  } catch (error) {
    if (error instanceof NoSqliteError) throw error;
    if (isUnwritable(error)) return openInMemory(options);
    if (!isDamage(error) && !(error instanceof OtherVersion)) throw error;
    try {
      removeIndex(file);
      return {database: open(), fault: error instanceof OtherVersion ? undefined : 'damaged'};
    } catch (second) {
      if (!isUnwritable(second)) throw second;
      return openInMemory(options);
    }
  }
};
