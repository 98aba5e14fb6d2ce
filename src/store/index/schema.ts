/** The table of the index that all its parts share: which versions of which files it holds, and what each says of itself. */

/** Rises when any table of the index, or what goes into one, changes its meaning: an index of another version is made anew. */
export const indexVersion = 1;

/**
 * `version` is the row that the listing gives to a version of a file; `id` is a smaller number for it within the index, since
 * all parts write it many times. `day` and `time` are those of `articleDate`, null
 * without one. `record` is the article without its body as JSON.
 */
export const articlesSchema = `
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS articles (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL UNIQUE,
    library TEXT NOT NULL,
    article TEXT NOT NULL,
    day TEXT,
    time REAL,
    section TEXT,
    hidden INTEGER NOT NULL,
    problem INTEGER NOT NULL,
    image INTEGER NOT NULL,
    record TEXT NOT NULL
  );
`;
