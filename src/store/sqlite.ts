/** SQLite: a database file, opened and asked. The only user of libsql, whose native part is loaded when the first one is opened. */
import {createRequire} from 'node:module';
import {AppError} from '../core/errors.ts';

export type Value = string | number | bigint | Uint8Array | null;

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, Value>>;

export interface Statement {
  /** @returns how many rows it changed */
  run(...values: readonly Value[]): number;
  get<Shape = Row>(...values: readonly Value[]): Shape | undefined;
  all<Shape = Row>(...values: readonly Value[]): Shape[];
}

export interface Database {
  /** One or several statements without values. */
  exec(sql: string): void;
  prepare(sql: string): Statement;
  /** All of it or nothing: what `work` throws undoes it. Waits for another process that writes. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

/** Thrown where there is no SQLite for this platform. */
export class NoSqliteError extends AppError {
  constructor(cause: unknown) {
    super('io', 'there is no SQLite for this platform', {
      hint: 'npm install -g newsprint installs it where it exists',
      cause,
    });
  }
}

type Libsql = typeof import('libsql');

const libsql = (): Libsql => {
  try {
    return createRequire(import.meta.url)('libsql') as Libsql;
  } catch (error) {
    throw new NoSqliteError(error);
  }
};

/** Milliseconds that a writer waits for another one. */
const patience = 10_000;

/**
 * Opens a database, and makes it where there is none, for one writer and any number of readers at a time.
 * @param path a file, or `:memory:`
 * @throws {NoSqliteError}; errors of SQLite with a `code`, for a file that is none, or that may not be written
 */
export const openDatabase = (path: string): Database => {
  const database = new (libsql())(path);
  try {
    // `pragma` would need a result; a write-ahead log lets readers read while one writes, and survives a kill.
    database.exec(`PRAGMA busy_timeout = ${patience}; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL`);
  } catch (error) {
    database.close();
    throw error;
  }
  const prepare = (sql: string): Statement => {
    const statement = database.prepare(sql);
    return {
      run: (...values) => statement.run(values).changes,
      get: (...values) => statement.get(values) as never,
      all: (...values) => statement.all(values) as never,
    };
  };
  return {
    exec: sql => void database.exec(sql),
    prepare,
    transaction: work => {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        try {
          database.exec('ROLLBACK');
        } catch {
          // A full disk has rolled it back already.
        }
        throw error;
      }
    },
    close: () => void database.close(),
  };
};
