/** The daily copy of the reading state, for the day when the file itself is damaged. */
import {randomBytes} from 'node:crypto';
import {readdirSync, renameSync, rmSync, statSync} from 'node:fs';
import {join} from 'node:path';
import type {Database} from '../sqlite.ts';
import {isCertainDamage} from './failure.ts';
import type {StatePaths} from './files.ts';
import {openMarkTable} from './mark-table.ts';

const day = 24 * 60 * 60 * 1000;

const unfinished = 'state.db.backup-';

/** Copies that a killed program left behind. */
const removeUnfinished = (folder: string, before: number): void => {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.startsWith(unfinished) && statSync(path).mtimeMs < before) rmSync(path, {force: true});
  }
};

/**
 * Copies the database unless that was done within the last day. A copy that can't be made is none: it stops nothing else.
 * @param now milliseconds since 1970
 * @throws what says that the database is damaged; then the copy that there is stays
 */
export const backUp = (database: Database, {folder, backup}: StatePaths, now: number): void => {
  const made = statSync(backup, {throwIfNoEntry: false})?.mtimeMs;
  // One from far ahead was made by a clock that went wrong.
  if (made !== undefined && Math.abs(now - made) < day) return;
  const copy = join(folder, `${unfinished}${randomBytes(4).toString('hex')}`);
  try {
    // What is damaged would take the place of what is not.
    openMarkTable(database).all();
    database.prepare('VACUUM INTO ?').run(copy);
    renameSync(copy, backup);
    removeUnfinished(folder, now - day);
  } catch (error) {
    rmSync(copy, {force: true});
    if (isCertainDamage(error)) throw error;
  }
};
