/** The names of all articles: which there are, and which article says which how often. */

import type {NameInArticle, NameIndex, NameTotal} from '../../core/names/name-index.ts';
import {mentionsOf} from '../../core/names.ts';
import type {Database} from '../sqlite.ts';
import type {IndexPart, PartWriter} from './part.ts';

/**
 * `names.articles` and `names.mentions` are sums over `mentions`, kept with it: counting millions of rows takes a second.
 * `mentions` lies sorted by name, for who asks which articles name it; the index finds what to remove with an article.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS names (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    articles INTEGER NOT NULL,
    mentions INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS mentions (
    name INTEGER NOT NULL,
    article INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (name, article)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS mentions_by_article ON mentions (article);
`;

/** A name of the articles that are held: how many these are is not written before all of them are there. */
interface HeldName {
  /** As the first of them writes it. */
  readonly text: string;
  mentions: number;
  readonly articles: (readonly [row: number, count: number])[];
}

/** What a batch of articles names goes in at once: a statement costs more than a row, and most names come again. */
const openWriter: IndexPart['open'] = (database): PartWriter => {
  const addNames = database.prepare(`
    INSERT INTO names (key, text, articles, mentions)
    SELECT value ->> 0, value ->> 1, json_array_length(value, '$[3]'), value ->> 2 FROM json_each(?) WHERE true
    ON CONFLICT (key) DO UPDATE SET articles = articles + excluded.articles, mentions = mentions + excluded.mentions`);
  const addMentions = database.prepare(`
    INSERT INTO mentions (name, article, count)
    SELECT names.id, one.value ->> 0, one.value ->> 1
    FROM json_each(?) AS held CROSS JOIN names ON names.key = held.value ->> 0
    CROSS JOIN json_each(held.value, '$[3]') AS one`);
  const lower = database.prepare(`
    UPDATE names SET articles = articles - 1, mentions = names.mentions - gone.count
    FROM (SELECT name, count FROM mentions WHERE article = ?) AS gone WHERE names.id = gone.name`);
  const dropNames = database.prepare(`
    DELETE FROM names WHERE articles = 0 AND id IN (SELECT name FROM mentions WHERE article = ?)`);
  const dropMentions = database.prepare('DELETE FROM mentions WHERE article = ?');
  const held = new Map<string, HeldName>();

  const flush = (): void => {
    if (held.size === 0) return;
    const rows = JSON.stringify(
      Array.from(held, ([key, {text, mentions, articles}]) => [key, text, mentions, articles]),
    );
    held.clear();
    addNames.run(rows);
    addMentions.run(rows);
  };

  return {
    add: (row, article) => {
      for (const {key, text, count} of mentionsOf(article)) {
        const name = held.get(key) ?? {text, mentions: 0, articles: []};
        name.mentions += count;
        name.articles.push([row, count]);
        held.set(key, name);
      }
    },
    remove: row => {
      flush();
      if (lower.run(row) === 0) return;
      dropNames.run(row);
      dropMentions.run(row);
    },
    flush,
  };
};

export const namesPart: IndexPart = {schema, open: openWriter};

/** Answers from the index, by the rows of articles. */
export const createStoredNames = (database: Database): NameIndex<number> => {
  const inArticle = database.prepare(`
    SELECT key, text, count, articles FROM mentions JOIN names ON names.id = mentions.name
    WHERE article = ? ORDER BY count DESC, articles DESC, key`);
  const naming = database.prepare(`
    SELECT mentions.article, count FROM mentions JOIN articles ON articles.id = mentions.article
    WHERE name = (SELECT id FROM names WHERE key = ?) ORDER BY count DESC, time DESC, articles.id LIMIT ?`);
  const all = database.prepare(`
    SELECT key, text, articles, mentions FROM names
    WHERE articles >= ? AND instr(' ' || key, ' ' || ?) > 0
    ORDER BY articles DESC, mentions DESC, key LIMIT ?`);
  return {
    namesIn: row =>
      inArticle.all<NameInArticle>(row).map(({key, text, count, articles}) => ({key, text, count, articles})),
    articlesNaming: (key, limit) =>
      naming
        .all<{readonly article: number; readonly count: number}>(key, limit)
        .map(({article, count}) => ({article, count})),
    allNames: ({matching = '', least = 1, limit = -1}) =>
      all
        .all<NameTotal>(least, matching, limit)
        .map(({key, text, articles, mentions}) => ({key, text, articles, mentions})),
  };
};
