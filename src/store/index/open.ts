/** Opens the index of a set of libraries: a database beside the listing, made anew where it can't be used. */
import {mkdirSync, rmSync} from 'node:fs';
import {dirname} from 'node:path';
import {type Database, NoSqliteError, openDatabase} from '../sqlite.ts';
import {systemErrorCode} from '../system-error.ts';
import type {IndexPart} from './part.ts';
import {articlesSchema, indexVersion} from './schema.ts';

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

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Whether the error says that the file is no database, or no longer a sound one. */
export const isDamage = (error: unknown): boolean =>
  /^SQLITE_(?:CORRUPT|NOTADB)/.test(codeOf(error)) ||
  (error instanceof Error && /malformed|not a database|disk image/i.test(error.message));

/** Whether the error says that the disk may not be written, or is full. */
export const isUnwritable = (error: unknown): boolean =>
  systemErrorCode(error) !== undefined || /^SQLITE_(?:CANTOPEN|READONLY|FULL|IOERR|PERM|AUTH)/.test(codeOf(error));

export const removeIndex = (file: string): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, {force: true});
};

const prepared = (database: Database, {parts, version}: IndexOptions): Database => {
  const wanted = `${indexVersion} ${version}`;
  database.exec(articlesSchema);
  const kept = database.prepare('SELECT value FROM meta WHERE name = ?').get<{value: string}>('version')?.value;
  if (kept === wanted) return database;
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

const inMemory = (options: IndexOptions): OpenedIndex => ({
  database: prepared(openDatabase(':memory:'), options),
  fault: 'unwritable',
});

/**
 * @param file where it is kept
 * @throws {NoSqliteError}
 */
export const openIndex = (file: string, options: IndexOptions): OpenedIndex => {
  const open = (): Database => {
    mkdirSync(dirname(file), {recursive: true, mode: 0o700});
    return prepared(openDatabase(file), options);
  };
  try {
    return {database: open(), fault: undefined};
  } catch (error) {
    if (error instanceof NoSqliteError) throw error;
    if (isUnwritable(error)) return inMemory(options);
    if (!isDamage(error) && !(error instanceof OtherVersion)) throw error;
    try {
      removeIndex(file);
      return {database: open(), fault: error instanceof OtherVersion ? undefined : 'damaged'};
    } catch (second) {
      if (!isUnwritable(second)) throw second;
      return inMemory(options);
    }
  }
};
