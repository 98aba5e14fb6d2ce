/**
 * The file of the reading state: opened when it is first needed, made when it is first written to, mended when it is
 * damaged. What is in it is none of its business.
 */
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {AppError} from '../../core/errors.ts';
import {makeFolder} from '../make-folder.ts';
import type {Database} from '../sqlite.ts';
import {backUp} from './backup.ts';
import {DamageError, isCertainDamage, isOutside, isUnwritable, NewerStateError, toldFailure} from './failure.ts';
import {copyDatabase, inodeOf, isOfNoFormat, statePaths, traceOf} from './files.ts';
import {mend, type OpenDatabase} from './mending.ts';
import {hasTables, isSound, migrate, stateVersion, versionOf} from './schema.ts';

export interface StateFileOptions {
  readonly folder: string;
  readonly open: OpenDatabase;
  now(): Date;
  /** Told once of everything that a person should know, and that stops nothing. */
  warn(message: string): void;
}

export interface StateFile {
  /**
   * @returns `nothing` where there is no file
   * @throws {AppError} `io` for one that can't be read
   */
  demand<Result>(ask: (database: Database) => Result, nothing: Result): Result;
  /** The same for what goes on without the state: a file that can't be read is warned of, and is as good as none. */
  read<Result>(ask: (database: Database) => Result, nothing: Result): Result;
  /**
   * One transaction.
   * @throws {AppError} `io` when it can't be written; then nothing has changed
   */
  write<Result>(work: (database: Database) => Result): Result;
  /** Another text after anybody wrote to the file. */
  trace(): string;
  close(): void;
}

const strange = 'the tables are not those of their version';

/** A greater number was never a version. */
const greatestVersion = 1000;

interface Opened {
  readonly database: Database;
  readonly inode: bigint | undefined;
}

export const createStateFile = ({folder, open, now, warn}: StateFileOptions): StateFile => {
  const paths = statePaths(folder);
  const path = paths.database;
  const warned = new Set<string>();
  let opened: Opened | undefined;
  let writes = 0;

  const warnOnce = (message: string): void => {
    if (!warned.has(message)) warn(message);
    warned.add(message);
  };

  const close = (): void => {
    opened?.database.close();
    opened = undefined;
  };

  /** @throws {NewerStateError}, and {DamageError} for tables that are not those of the version they claim to be */
  const prepare = (database: Database): void => {
    const version = versionOf(database);
    if (version > greatestVersion) throw new DamageError();
    if (version > stateVersion) throw new NewerStateError(path);
    // The machine may lose its power after a change, too.
    database.exec('PRAGMA synchronous = FULL');
    try {
      migrate(database);
    } catch (error) {
      throw isOutside(error) || isCertainDamage(error) ? error : new DamageError(strange, {cause: error});
    }
    if (!hasTables(database)) throw new DamageError(strange);
  };

  /** Another process may have put a mended file in the place of the one that is open. */
  const connection = (): Database => {
    if (opened !== undefined && opened.inode === inodeOf(path)) return opened.database;
    close();
    const before = inodeOf(path);
    const database = open(path);
    const inode = inodeOf(path);
    try {
      prepare(database);
    } catch (error) {
      database.close();
      throw error;
    }
    opened = {database, inode};
    // Put there in this very moment: which of the two was opened?
    return before === undefined || before === inode ? database : connection();
  };

  const isDamage = (error: unknown): boolean => {
    if (isCertainDamage(error)) return true;
    // SQLite writes to no file that says it is of a format of the future.
    if (isUnwritable(error)) return isOfNoFormat(paths);
    return !isOutside(error) && opened !== undefined && !isSound(opened.database);
  };

  const mended = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      if (!isDamage(error)) throw error;
      const inode = opened?.inode ?? inodeOf(path);
      close();
      const result = mend({paths, open, day: now().toISOString().slice(0, 10), inode});
      if (result !== undefined) {
        const articles = result.count === 1 ? 'an article' : `${result.count} articles`;
        warnOnce(`the reading state was damaged: that of ${articles} was recovered; ${result.kept} is what there was`);
      }
      return work();
    }
  };

  /** SQLite reads no database without a log beside it, and that can't be written here. */
  const readCopy = <Result>(ask: (database: Database) => Result): Result => {
    const work = mkdtempSync(join(tmpdir(), 'newsprint-state-'));
    try {
      const copy = join(work, basename(path));
      copyDatabase(path, copy);
      const database = open(copy);
      try {
        prepare(database);
        return ask(database);
      } finally {
        database.close();
      }
    } finally {
      rmSync(work, {recursive: true, force: true});
    }
  };

  const demand = <Result>(ask: (database: Database) => Result, nothing: Result): Result => {
    if (!existsSync(path)) return nothing;
    try {
      try {
        return mended(() => ask(connection()));
      } catch (error) {
        if (!isUnwritable(error)) throw error;
        close();
        return readCopy(ask);
      }
    } catch (error) {
      throw toldFailure(error, 'the reading state cannot be read');
    }
  };

  const read = <Result>(ask: (database: Database) => Result, nothing: Result): Result => {
    try {
      return demand(ask, nothing);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      warnOnce(error.message);
      return nothing;
    }
  };

  const transaction = <Result>(work: (database: Database) => Result): Result => {
    const database = connection();
    return database.transaction(() => work(database));
  };

  const write = <Result>(work: (database: Database) => Result): Result => {
    try {
      makeFolder(folder);
      let result = mended(() => transaction(work));
      // Another process has put a mended file in its place meanwhile: once more, into that one.
      while (opened?.inode !== inodeOf(path)) result = mended(() => transaction(work));
      writes++;
      mended(() => backUp(connection(), paths, now().getTime()));
      return result;
    } catch (error) {
      throw toldFailure(error, 'the reading state cannot be kept');
    }
  };

  /** What SQLite counts the commits of others with. */
  const dataVersion = (): string =>
    String(opened?.database.prepare('PRAGMA data_version').get<{data_version: number}>()?.data_version);

  return {
    demand,
    read,
    write,
    trace: () => `${traceOf(path)} ${writes} ${dataVersion()}`,
    close: () => {
      try {
        // Who copies the file has it all. The closing alone need not do so: libsql puts it off.
        if (writes > 0) opened?.database.exec('PRAGMA wal_checkpoint(PASSIVE)');
      } catch {
        // The log has it still.
      }
      close();
    },
  };
};
