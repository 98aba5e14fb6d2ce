/** The tables of the reading state, and how those of earlier versions become them. Nothing in them is ever dropped. */
import type {Database} from '../sqlite.ts';
import {openMarkTable} from './mark-table.ts';

/** What was read and what was starred, and nothing else. */
const firstTables = `
  CREATE TABLE marks (
    library TEXT NOT NULL,
    article TEXT NOT NULL,
    read INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (library, article)
  );
`;

/**
 * `mark` is the `markText` of what is known of the article, with the time of each part of it; `sum` is over the whole row, for
 * SQLite itself does not notice a byte that has changed on the disk. `read` and `starred` are copies for a quick list.
 */
const marksTable = `CREATE TABLE marks (
    id INTEGER PRIMARY KEY,
    library TEXT NOT NULL,
    article TEXT NOT NULL,
    read INTEGER GENERATED ALWAYS AS (mark ->> '$.read[0]') STORED,
    starred INTEGER GENERATED ALWAYS AS (mark ->> '$.starred[0]') STORED,
    mark TEXT NOT NULL,
    sum INTEGER NOT NULL,
    UNIQUE (library, article)
  )`;

/** What takes the last changes back that were made on the command line. */
const changesTable = 'CREATE TABLE changes (id INTEGER PRIMARY KEY AUTOINCREMENT, reversals TEXT NOT NULL)';

interface FirstRow {
  readonly names: ArrayBuffer;
  readonly read: number;
  readonly starred: number;
}

/** Nobody wrote down when: whatever another machine knows is later. */
const toSecond = (database: Database): void => {
  database.exec(`ALTER TABLE marks RENAME TO first_marks; ${marksTable}; ${changesTable}`);
  const table = openMarkTable(database);
  const rows = database
    .prepare('SELECT CAST(library || char(9) || article AS BLOB) AS names, read, starred FROM first_marks')
    .all<FirstRow>();
  for (const {names, read, starred} of rows) {
    const [library = '', id = ''] = Buffer.from(names).toString().split('\t');
    const mark = {
      ...(read !== 0 && {isRead: {value: true, at: 0}}),
      ...(starred !== 0 && {isStarred: {value: true, at: 0}}),
    };
    table.put({library, id}, mark);
  }
  database.exec('DROP TABLE first_marks');
};

/** The step to each version from the one before. */
const steps: readonly ((database: Database) => void)[] = [database => database.exec(firstTables), toSecond];

export const stateVersion = steps.length;

export const versionOf = (database: Database): number =>
  database.prepare('PRAGMA user_version').get<{user_version: number}>()?.user_version ?? 0;

/** Brings the tables to the present version, all of the way or not at all. A later version is left as it is. */
export const migrate = (database: Database): void => {
  if (versionOf(database) >= stateVersion) return;
  database.transaction(() => {
    // Another process may have been quicker.
    for (const step of steps.slice(versionOf(database))) step(database);
    database.exec(`PRAGMA user_version = ${stateVersion}`);
  });
};

/** Whether the tables are those of the present version, to the letter: a changed byte gives a column another meaning. */
export const hasTables = (database: Database): boolean => {
  const known = database.prepare('SELECT count(*) AS count FROM sqlite_schema WHERE sql IN (?, ?)');
  return known.get<{count: number}>(marksTable, changesTable)?.count === 2;
};

/** Whether what is in the tables hangs together. Slow where there are many marks. */
export const isSound = (database: Database): boolean => {
  try {
    // What it says may hold any bytes, and libsql ends the whole process over text that is no UTF-8.
    const check = "SELECT integrity_check = 'ok' AS sound FROM pragma_integrity_check(1)";
    return database.prepare(check).get<{sound: number}>()?.sound === 1;
  } catch {
    return false;
  }
};
