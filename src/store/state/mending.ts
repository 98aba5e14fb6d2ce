/** What is done with a damaged file: it is kept, and what can be read of it goes into a new one. */
import {constants, existsSync, mkdtempSync, renameSync, rmSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {type KeyedMark, keyText, mergeMarks} from '../../core/marks.ts';
import type {Database} from '../sqlite.ts';
import {systemErrorCode} from '../system-error.ts';
import {besides, copyDatabase, inodeOf, type StatePaths} from './files.ts';
import {openMarkTable, salvagedMarks} from './mark-table.ts';
import {migrate} from './schema.ts';

export type OpenDatabase = (path: string) => Database;

/** Less than any row takes. */
const leastRow = 16;

const greatestRow = (database: Database, path: string): number => {
  try {
    return database.prepare('SELECT max(id) AS greatest FROM marks').get<{greatest: number | null}>()?.greatest ?? 0;
  } catch {
    return Math.ceil(statSync(path).size / leastRow);
  }
};

/** All that can be read of a database, which may be nothing; from a copy, as the reading changes it. */
const readable = (path: string, copy: string, open: OpenDatabase): readonly KeyedMark[] => {
  if (!existsSync(path)) return [];
  copyDatabase(path, copy);
  let database: Database | undefined;
  try {
    database = open(copy);
    return salvagedMarks(database, greatestRow(database, copy));
  } catch {
    return [];
  } finally {
    database?.close();
  }
};

const merged = (...all: readonly (readonly KeyedMark[])[]): readonly KeyedMark[] => {
  const byKey = new Map<string, KeyedMark>();
  for (const one of all.flat()) {
    const known = byKey.get(keyText(one.key));
    byKey.set(keyText(one.key), known === undefined ? one : {key: one.key, mark: mergeMarks(known.mark, one.mark)});
  }
  return [...byKey.values()];
};

/** Copies the database to a name that no file has yet. */
const keep = (path: string, day: string): string => {
  for (let number = 1; ; number++) {
    const kept = `${path}.damaged-${day}${number === 1 ? '' : `-${number}`}`;
    try {
      copyDatabase(path, kept, constants.COPYFILE_EXCL);
      return kept;
    } catch (error) {
      if (systemErrorCode(error) !== 'EEXIST') throw error;
    }
  }
};

/** Writes marks into a new database. Without a log: a closed database may keep its log open for a while. */
const writeFresh = (path: string, marks: readonly KeyedMark[], open: OpenDatabase): void => {
  const database = open(path);
  try {
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL');
    migrate(database);
    const table = openMarkTable(database);
    database.transaction(() => {
      for (const {key, mark} of marks) table.put(key, mark);
    });
  } finally {
    database.close();
  }
};

export interface Mending {
  readonly paths: StatePaths;
  readonly open: OpenDatabase;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Of the damaged file, to see whether another process has put a new one there. */
  readonly inode: bigint | undefined;
}

export interface Mended {
  /** How many articles have their marks. */
  readonly count: number;
  /** Where the damaged file is now. */
  readonly kept: string;
}

/**
 * Keeps a copy of the damaged database, and puts a new one in its place with what can be read of it and of the last backup.
 * @returns undefined when another process has done so
 * @throws errors of the file system
 */
export const mend = ({paths, open, day, inode}: Mending): Mended | undefined => {
  const {folder, database: path, backup} = paths;
  if (inodeOf(path) !== inode) return undefined;
  const kept = keep(path, day);
  const work = mkdtempSync(join(folder, 'state.db.mending-'));
  try {
    const marks = merged(
      readable(path, join(work, 'damaged.db'), open),
      readable(backup, join(work, 'backup.db'), open),
    );
    const fresh = join(work, 'state.db');
    writeFresh(fresh, marks, open);
    if (inodeOf(path) !== inode) return undefined;
    // The log first: it would be played into whatever database has this name.
    for (const end of besides) rmSync(`${path}${end}`, {force: true});
    renameSync(fresh, path);
    return {count: marks.length, kept};
  } finally {
    rmSync(work, {recursive: true, force: true});
  }
};
