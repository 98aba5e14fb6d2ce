/** What takes back the last changes that were made on the command line, kept for a later run. */
import type {Reversal} from '../../core/mark-changes.ts';
import type {Database} from '../sqlite.ts';
import {DamageError} from './failure.ts';

/** Older ones are forgotten. */
const mostKept = 20;

export const keepReversals = (database: Database, reversals: readonly Reversal[]): void => {
  database.prepare('INSERT INTO changes (reversals) VALUES (?)').run(JSON.stringify(reversals));
  database
    .prepare('DELETE FROM changes WHERE id <= (SELECT id FROM changes ORDER BY id DESC LIMIT 1 OFFSET ?)')
    .run(mostKept);
};

/** The last one, which then is no longer kept; undefined when there is none. */
export const takeReversals = (database: Database): readonly Reversal[] | undefined => {
  const row = database
    .prepare('DELETE FROM changes WHERE id = (SELECT max(id) FROM changes) RETURNING CAST(reversals AS BLOB) AS bytes')
    .get<{bytes: ArrayBuffer}>();
  if (row === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(row.bytes).toString()) as readonly Reversal[];
  } catch (error) {
    throw new DamageError('what takes a change back is no JSON', {cause: error});
  }
};
