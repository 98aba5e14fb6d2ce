/**
 * Brings the index to what a listing says: versions of files that it lacks are read and taken in, those that the listing
 * no longer has go. Batch by batch, each whole or not at all, so that it may be stopped or killed at any moment and goes on
 * from there, and so that two newsprints may do it at once.
 */
import {type Article, articleDate} from '../../core/article.ts';
import type {Listing} from '../../core/listing/listing.ts';
import type {Database} from '../sqlite.ts';
import type {IndexPart, PartWriter, WriteArticle} from './part.ts';
import type {Blob} from './related/blobs.ts';
import {numbersOfList, textOf} from './stored-text.ts';

/** What one transaction takes in: a kill loses no more than that, and another writer waits no longer than for that. */
const batch = {articles: 1000, characters: 8_000_000} as const;

export interface SyncOptions {
  readonly parts: readonly IndexPart[];
  /** Undefined for a file that can't be read by now. */
  readArticle(position: number): Article | undefined;
}

export interface SyncProgress {
  /** Of `total` versions of files to take in. */
  readonly done: number;
  readonly total: number;
}

/** @returns what puts an article into the table `articles`, and tells its row */
export const prepareInsert = (database: Database): ((version: number, article: Article) => number) => {
  const insert = database.prepare(
    `INSERT INTO articles (version, library, article, day, time, section, hidden, problem, image, record)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
  );
  return (version, article) => {
    const {id, library, section = null, isHidden, problems, image} = article;
    const date = articleDate(article);
    const row = insert.get<{id: number}>(
      ...[version, library, id, date?.day ?? null, date?.time ?? null, section],
      ...[Number(isHidden), Number(problems.length > 0), Number(image !== undefined), recordOf(article)],
    );
    return row?.id ?? 0;
  };
};

/** The article without its body. */
const recordOf = ({body, ...summary}: Article): string => JSON.stringify(summary);

export const isSynced = (database: Database, {stamp}: Listing): boolean =>
  textOf(
    database.prepare('SELECT CAST(value AS BLOB) AS value FROM meta WHERE name = ?').get<{value: Blob}>('listing')
      ?.value,
  ) === stamp;

/** A version of a file that is on its way into the index. */
interface Incoming {
  readonly version: number;
  readonly article: Article;
  /** One for each part. */
  readonly writes: readonly WriteArticle[];
}

/** Yields after every article; a batch is not there for others before its last one is. */
export function* syncIndex(
  database: Database,
  listing: Listing,
  {parts, readArticle}: SyncOptions,
): Generator<SyncProgress, void> {
  if (isSynced(database, listing)) return;
  const insert = prepareInsert(database);
  const rowOf = database.prepare('SELECT id FROM articles WHERE version = ?');
  const deleteRow = database.prepare('DELETE FROM articles WHERE id = ?');
  const openWriters = () => parts.map(part => part.open(database));

  /** Part by part: of statements of others between its own, FTS5 takes some for savepoints, at which it writes what it gathered. */
  const take = (incoming: readonly Incoming[], writers: readonly PartWriter[]): void => {
    // Another newsprint may have been quicker.
    const missing = incoming.filter(({version}) => rowOf.get(version) === undefined);
    const rows = missing.map(({version, article}) => insert(version, article));
    for (const [part, writer] of writers.entries()) {
      for (const [at, row] of rows.entries()) missing[at]?.writes[part]?.(row);
      writer.flush?.();
    }
  };
  const drop = (versions: readonly number[]): void => {
    const rows = versions.flatMap(version => rowOf.get<{id: number}>(version)?.id ?? []);
    for (const row of rows) deleteRow.run(row);
    for (const writer of openWriters()) {
      for (const row of rows) writer.remove(row);
      writer.flush?.();
    }
  };

  const known = new Set(
    numbersOfList(
      database
        .prepare('SELECT CAST(group_concat(CAST(version AS INTEGER)) AS BLOB) AS list FROM articles')
        .get<{list: Blob | null}>()?.list,
    ),
  );
  const listed = new Set(listing.columns.row);
  const gone = [...known].filter(version => !listed.has(version));
  for (let from = 0; from < gone.length; from += batch.articles) {
    database.transaction(() => drop(gone.slice(from, from + batch.articles)));
  }
  const missing = Array.from(listing.columns.row, (version, position) => ({version, position})).filter(
    ({version}) => !known.has(version),
  );
  const total = missing.length;
  for (let done = 0; done < total; ) {
    // All that can be done before the transaction is: a slow disk keeps no other writer waiting.
    const writers = openWriters();
    const incoming: Incoming[] = [];
    let characters = 0;
    const end = Math.min(total, done + batch.articles);
    while (done < end && characters < batch.characters) {
      const {version = 0, position = 0} = missing[done++] ?? {};
      const article = readArticle(position);
      if (article !== undefined) {
        incoming.push({version, article: withoutBody(article), writes: writers.map(writer => writer.read(article))});
        characters += article.body.length;
      }
      yield {done, total};
    }
    database.transaction(() => take(incoming, writers));
  }
  database.transaction(() => {
    database.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)').run('listing', listing.stamp);
  });
}

const withoutBody = (article: Article): Article => ({...article, body: ''});
