/** The names of all articles: which there are, and which article says which how often. */

import type {NameInArticle, NameIndex, NameTotal} from '../../core/names/name-index.ts';
import {type Mention, mentionsOf} from '../../core/names.ts';
import {field} from '../../core/sanitize.ts';
import type {Database} from '../sqlite.ts';
import type {IndexPart, PartWriter} from './part.ts';
import type {Blob} from './related/blobs.ts';
import {numbersOfList, textOf} from './stored-text.ts';

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
const openWriter = (database: Database): PartWriter<readonly Mention[]> => {
  const addNames = database.prepare(`
    INSERT INTO names (key, text, articles, mentions)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?) WHERE true
    ON CONFLICT (key) DO UPDATE SET articles = articles + excluded.articles, mentions = mentions + excluded.mentions`);
  // In the order of the keys that are asked for.
  const idsOf = database.prepare(`
    SELECT CAST(group_concat(ifnull(names.id, 0)) AS BLOB) AS ids FROM json_each(?) AS asked LEFT JOIN names ON names.key = asked.value`);
  const addMentions = database.prepare(`
    INSERT INTO mentions (name, article, count) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`);
  const lower = database.prepare(`
    UPDATE names SET articles = articles - 1, mentions = names.mentions - gone.count
    FROM (SELECT name, count FROM mentions WHERE article = ?) AS gone WHERE names.id = gone.name`);
  const dropNames = database.prepare(`
    DELETE FROM names WHERE articles = 0 AND id IN (SELECT name FROM mentions WHERE article = ?)`);
  const dropMentions = database.prepare('DELETE FROM mentions WHERE article = ?');
  const held = new Map<string, HeldName>();

  const flush = (): void => {
    if (held.size === 0) return;
    const names = [...held];
    held.clear();
    addNames.run(
      JSON.stringify(names.map(([key, {text, mentions, articles}]) => [key, text, articles.length, mentions])),
    );
    const keys = JSON.stringify(names.map(([key]) => key));
    const ids = numbersOfList(idsOf.get<{ids: Blob}>(keys)?.ids);
    const added = names
      .map(([, {articles}], at) => ({id: ids[at] ?? 0, articles}))
      .sort((a, b) => a.id - b.id)
      .flatMap(({id, articles}) => articles.map(([row, count]) => [id, row, count]));
    addMentions.run(JSON.stringify(added));
  };

  return {
    write: (row, mentions) => {
      for (const {key, text, count} of mentions) {
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

export const namesPart: IndexPart<readonly Mention[]> = {
  schema,
  // Who looks through names is not shown what is hidden.
  createReader: () => article => (article.isHidden ? [] : mentionsOf(article)),
  open: openWriter,
};

/** As it comes out of the database. */
type Stored<Name> = Omit<Name, 'key' | 'text'> & {readonly key: Blob; readonly text: Blob};

/** Answers from the index, by the rows of articles. */
export const createStoredNames = (database: Database): NameIndex<number> => {
  const inArticle = database.prepare(`
    SELECT CAST(key AS BLOB) AS key, CAST(text AS BLOB) AS text,
      CAST(count AS INTEGER) AS count, CAST(articles AS INTEGER) AS articles
    FROM mentions JOIN names ON names.id = mentions.name
    WHERE article = ? ORDER BY mentions.count DESC, names.articles DESC, names.key`);
  const naming = database.prepare(`
    SELECT articles.id AS article, CAST(count AS INTEGER) AS count FROM mentions JOIN articles ON articles.id = mentions.article
    WHERE name = (SELECT id FROM names WHERE key = ?) ORDER BY mentions.count DESC, time DESC, articles.id LIMIT ?`);
  const all = database.prepare(`
    SELECT CAST(key AS BLOB) AS key, CAST(text AS BLOB) AS text,
      CAST(articles AS INTEGER) AS articles, CAST(mentions AS INTEGER) AS mentions
    FROM names
    WHERE names.articles >= ? AND instr(' ' || names.key, ' ' || ?) > 0
    ORDER BY names.articles DESC, names.mentions DESC, names.key LIMIT ?`);
  return {
    namesIn: row =>
      inArticle
        .all<Stored<NameInArticle>>(row)
        .map(({key, text, count, articles}) => ({key: textOf(key), text: field(textOf(text)), count, articles})),
    articlesNaming: (key, limit) =>
      naming
        .all<{readonly article: number; readonly count: number}>(key, limit)
        .map(({article, count}) => ({article, count})),
    allNames: ({matching = '', least = 1, limit = -1}) =>
      all
        .all<Stored<NameTotal>>(least, matching, limit)
        .map(({key, text, articles, mentions}) => ({key: textOf(key), text: field(textOf(text)), articles, mentions})),
  };
};
