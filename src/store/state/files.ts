/**
 * The files of the reading state. A database that is open is looked at from outside only: to open and close its file
 * would take the locks away that this process holds on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
 */
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import {join} from 'node:path';

export interface StatePaths {
  readonly folder: string;
  readonly database: string;
  /** A copy that is at most a day older than the last change. */
  readonly backup: string;
}

export const statePaths = (folder: string): StatePaths => ({
  folder,
  database: join(folder, 'state.db'),
  backup: join(folder, 'state.db.backup'),
});

/** What a database has beside it while it is open, or when a program that had it open was killed. */
export const besides = ['-wal', '-shm'] as const;

/** Tells one file from the one that later takes its name. */
export const inodeOf = (path: string): bigint | undefined => statSync(path, {bigint: true, throwIfNoEntry: false})?.ino;

/** Another text after anybody wrote to the database. */
export const traceOf = (path: string): string =>
  [path, `${path}-wal`]
    .map(file => {
      const stat = statSync(file, {bigint: true, throwIfNoEntry: false});
      return stat === undefined ? '-' : `${stat.ino}:${stat.size}:${stat.mtimeNs}`;
    })
    .join(' ');

/** Copies a database as it lies there, with what belongs to it. Safe only where nobody else works with it, or it is lost anyway. */
export const copyDatabase = (from: string, to: string, mode = 0): void => {
  const copy = (end: string, how: number): void => {
    copyFileSync(`${from}${end}`, `${to}${end}`, how);
    // What may not be written may not be written as a copy either, unless it is said.
    chmodSync(`${to}${end}`, 0o600);
  };
  copy('', mode);
  for (const end of besides) if (existsSync(`${from}${end}`)) copy(end, 0);
};

/** Where the header says which versions of the format may write and read it (https://www.sqlite.org/fileformat.html, 1.3.3). */
const formatOffset = 18;

/** Whether a file that may be written says that it is of no format that there is. Only for one that is not open. */
export const isOfNoFormat = ({folder, database}: StatePaths): boolean => {
  const formats = Buffer.alloc(2);
  try {
    accessSync(folder, constants.W_OK);
    const file = openSync(database, 'r+');
    try {
      readSync(file, formats, 0, formats.length, formatOffset);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
  return formats.some(format => format < 1 || format > 2);
};
