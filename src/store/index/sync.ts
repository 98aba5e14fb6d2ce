/**
 * Brings the index to what a listing says: versions of files that it lacks are read and taken in, those that the listing
 * no longer has go. Batch by batch, each whole or not at all, so that it may be stopped or killed at any moment and goes on
 * from there, and so that two newsprints may do it at once.
 */
import {type Article, articleDate} from '../../core/article.ts';
import type {Listing} from '../../core/listing/listing.ts';
import type {Database} from '../sqlite.ts';
import type {IndexPart} from './part.ts';

/** Articles that one transaction takes in: a kill loses no more than these, and another writer waits no longer than for them. */
const batchSize = 1000;

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

const numbersOf = (database: Database, sql: string): number[] => {
  const list = database.prepare(sql).get<{list: string | null}>()?.list ?? '';
  return list === '' ? [] : list.split(',').map(Number);
};

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
  database.prepare('SELECT value FROM meta WHERE name = ?').get<{value: string}>('listing')?.value === stamp;

/** Yields after every article; a batch is not there for others before its last one is. */
export function* syncIndex(
  database: Database,
  listing: Listing,
  {parts, readArticle}: SyncOptions,
): Generator<SyncProgress, void> {
  if (isSynced(database, listing)) return;
  const writers = parts.map(part => part.open(database));
  const insert = prepareInsert(database);
  const rowOf = database.prepare('SELECT id FROM articles WHERE version = ?');
  const remove = database.prepare('DELETE FROM articles WHERE id = ?');
  const {row} = listing.columns;
  const known = new Set(numbersOf(database, 'SELECT group_concat(version) AS list FROM articles'));
  const listed = new Set(row);
  const missing = Array.from(row, (number, position) => ({number, position})).filter(({number}) => !known.has(number));
  const gone = [...known].filter(number => !listed.has(number));

  const drop = (number: number): void => {
    const row = rowOf.get<{id: number}>(number)?.id;
    if (row === undefined) return;
    remove.run(row);
    for (const writer of writers) writer.remove(row);
  };
  const flush = (): void => {
    for (const writer of writers) writer.flush?.();
  };

  for (let from = 0; from < gone.length; from += batchSize) {
    database.transaction(() => {
      for (const number of gone.slice(from, from + batchSize)) drop(number);
      flush();
    });
  }
  let done = 0;
  while (done < missing.length) {
    const batch = missing.slice(done, done + batchSize);
    // Read before the transaction: a slow disk keeps no other writer waiting.
    const read: {number: number; article: Article | undefined}[] = [];
    for (const {number, position} of batch) {
      read.push({number, article: readArticle(position)});
      done++;
      yield {done, total: missing.length};
    }
    database.transaction(() => {
      const taken: {row: number; article: Article}[] = [];
      for (const {number, article} of read) {
        if (article === undefined || rowOf.get(number) !== undefined) continue;
        taken.push({row: insert(number, article), article});
      }
      for (const writer of writers) {
        for (const {row, article} of taken) writer.add(row, article);
        writer.flush?.();
      }
    });
  }
  database.transaction(() => {
    database.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)').run('listing', listing.stamp);
  });
}
