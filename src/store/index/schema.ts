/** The tables of the index that every part of it may count on: which files there are, and what each says of itself. */

/** Rises when any table of the index changes its meaning: an index of another version is thrown away and made anew. */
export const indexVersion = 1;

/**
 * `articles.id` is never used twice. `size` in bytes, `modified` in milliseconds since 1970 with what the file system knows
 * below them; `hash` of the file's bytes. `day` and `time` are those of `articleDate`, null without one. `record` is the
 * article without its body as JSON. `indexed` is 0 until all parts have taken the article in.
 */
export const articlesSchema = `
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    library TEXT NOT NULL,
    path TEXT NOT NULL,
    article TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified REAL NOT NULL,
    hash TEXT NOT NULL,
    day TEXT,
    time REAL,
    section TEXT,
    hidden INTEGER NOT NULL,
    problem INTEGER NOT NULL,
    image INTEGER NOT NULL,
    record TEXT NOT NULL,
    indexed INTEGER NOT NULL DEFAULT 0,
    UNIQUE (library, path)
  );
  CREATE INDEX IF NOT EXISTS articles_unindexed ON articles (id) WHERE indexed = 0;
`;
