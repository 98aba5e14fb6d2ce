/**
 * Brings the index to what a listing says: versions of files that it lacks are read and taken in, those that the listing
 * no longer has go. Batch by batch, each whole or not at all, so that it may be stopped or killed at any moment and goes on
 * from there, and so that two newsprints may do it at once.
 */
import {type Article, articleDate} from '../../core/article.ts';
import type {Listing} from '../../core/listing/listing.ts';
import type {Database} from '../sqlite.ts';
import type {IndexPart} from './part.ts';
import type {Preparation, PreparedArticle} from './prepare.ts';
import type {Blob} from './related/blobs.ts';
import {numbersOfList, textOf} from './stored-text.ts';

/** What one transaction takes in: a kill loses no more than that, and another writer waits no longer than for that. */
const batch = {articles: 1000, characters: 8_000_000} as const;

export interface SyncOptions {
  readonly parts: readonly IndexPart[];
  /** Of the same parts. */
  readonly prepare: Preparation;
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
    const {body, ...summary} = article;
    const {id, library, section = null, isHidden, problems, image} = summary;
    const date = articleDate(article);
    const row = insert.get<{id: number}>(
      ...[version, library, id, date?.day ?? null, date?.time ?? null, section],
      ...[Number(isHidden), Number(problems.length > 0), Number(image !== undefined), JSON.stringify(summary)],
    );
    return row?.id ?? 0;
  };
};

export const isSynced = (database: Database, {stamp}: Listing): boolean =>
  textOf(
    database.prepare('SELECT CAST(value AS BLOB) AS value FROM meta WHERE name = ?').get<{value: Blob}>('listing')
      ?.value,
  ) === stamp;

/** Yields after every article; a batch is not there for others before its last one is. */
export function* syncIndex(
  database: Database,
  listing: Listing,
  {parts, prepare}: SyncOptions,
): Generator<SyncProgress, void> {
  if (isSynced(database, listing)) return;
  const insert = prepareInsert(database);
  const rowOf = database.prepare('SELECT id FROM articles WHERE version = ?');
  const deleteRow = database.prepare('DELETE FROM articles WHERE id = ?');
  const openWriters = () => parts.map(part => part.open(database));

  /** Part by part: of statements of others between its own, FTS5 takes some for savepoints, at which it writes what it gathered. */
  const take = (incoming: readonly PreparedArticle[]): void => {
    const versionOf = ({position}: PreparedArticle): number => listing.columns.row[position] ?? 0;
    // Another newsprint may have been quicker.
    const missing = incoming.filter(prepared => rowOf.get(versionOf(prepared)) === undefined);
    const rows = missing.map(prepared => insert(versionOf(prepared), prepared.article));
    for (const [part, writer] of openWriters().entries()) {
      for (const [at, row] of rows.entries()) writer.write(row, missing[at]?.kept[part]);
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
  const missing = Array.from(listing.columns.row.keys()).filter(at => !known.has(listing.columns.row[at] ?? 0));
  const total = missing.length;
  let done = 0;
  let incoming: PreparedArticle[] = [];
  let characters = 0;
  // All that can be done before a transaction is: a slow disk keeps no other writer waiting.
  for (const prepared of prepare(missing)) {
    done++;
    if (prepared !== undefined) {
      incoming.push(prepared);
      characters += prepared.characters;
    }
    yield {done, total};
    if (done < total && incoming.length < batch.articles && characters < batch.characters) continue;
    const whole = incoming;
    database.transaction(() => take(whole));
    incoming = [];
    characters = 0;
  }
  database.transaction(() => {
    if (total > 0) for (const writer of openWriters()) writer.settle?.();
    database.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)').run('listing', listing.stamp);
  });
}
