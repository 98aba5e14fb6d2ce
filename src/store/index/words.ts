/** The full-text part of the index: what of an article can be searched, by the same tokens as the search in memory. */
import {columns, freshColumn, type NamesOf, noNames} from '../../core/query/columns.ts';
import type {Database} from '../sqlite.ts';
import type {IndexPart} from './part.ts';

/**
 * `ascii` takes all that is not ASCII as part of a token, so our tokens pass as they are. The text itself is not kept.
 * There is no index of beginnings: it would make the file half as large again, and a beginning of three letters is
 * found quickly without.
 */
const schema = `
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
    ${columns.join(', ')}, content='', contentless_delete=1, tokenize='ascii'
  );
  CREATE INDEX IF NOT EXISTS articles_hidden ON articles (id) WHERE hidden;
`;

/**
 * For a bulk of articles: a batch is gathered in memory whole (`hashsize` bytes) before it is written, and what was written
 * is merged less often. The standard megabyte takes twice the time.
 */
const settings = {hashsize: 16_777_216, automerge: 16, crisismerge: 64} as const;

const prepareForBulk = (database: Database): void => {
  const isSet = database.prepare("SELECT 1 FROM words_config WHERE k = 'hashsize'").get() !== undefined;
  if (isSet) return;
  for (const [name, value] of Object.entries(settings)) {
    // Written out: a bound number is no integer to SQLite, and here it must be one.
    database.exec(`INSERT INTO words (words, rank) VALUES ('${name}', ${value})`);
  }
};

/** @param namesOf what is found by `name:` */
export const wordsPart = (namesOf: NamesOf = noNames): IndexPart<readonly string[]> => ({
  schema,
  createReader: () => article => columns.map(column => freshColumn(article, column, namesOf)),
  open: database => {
    prepareForBulk(database);
    const insert = database.prepare(
      `INSERT INTO words (rowid, ${columns.join(', ')}) VALUES (?, ${columns.map(() => '?').join(', ')})`,
    );
    const remove = database.prepare('DELETE FROM words WHERE rowid = ?');
    return {
      write: (row, texts) => void insert.run(row, ...texts),
      remove: row => void remove.run(row),
    };
  },
});
