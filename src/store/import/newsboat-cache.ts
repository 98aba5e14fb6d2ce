/**
 * Reads newsboat's `cache.db`, of any version, without ever writing to it: a copy is read, with what its write-ahead log or
 * its journal holds beside it. Nothing of the file is believed: its texts are read as bytes, since text that is no UTF-8
 * ends the process, and its schema is asked for what it has.
 */
import {constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {decodeText} from '../../core/encoding.ts';
import {AppError} from '../../core/errors.ts';
import {type Database, openDatabase, type Value} from '../sqlite.ts';
import {sqliteCode, sqliteCodes} from '../sqlite-error.ts';

/** A row of `rss_item` with the title of its feed, as `itemOfNewsboat` takes it. */
export interface NewsboatCacheRow {
  readonly title: string;
  readonly author: string;
  readonly url: string;
  readonly feedTitle: string;
  readonly feedAddress: string;
  /** Seconds since 1970. */
  readonly published: number;
  readonly content: string;
  readonly contentType?: string;
  readonly base?: string;
  readonly isUnread: boolean;
  readonly flags: string;
  readonly enclosure?: {readonly address: string; readonly type: string};
}

/** A larger one is no cache of a person's feeds. */
const largestCache = 4 * 1024 * 1024 * 1024;

/** Bytes of one value. */
const largestValue = 4 * 1024 * 1024;

const mostFeeds = 10_000;

/** Rows at a time. */
const pageSize = 50;

/** libsql gives bytes as an `ArrayBuffer`. */
const textOf = (value: Value | ArrayBuffer | undefined): string => {
  if (value instanceof ArrayBuffer) return decodeText(new Uint8Array(value)).text;
  return value instanceof Uint8Array ? decodeText(value).text : '';
};

/** SQLITE_ERROR: a statement that the schema has no sense for. */
const genericError = 1;

/** Errors of SQLite that speak of the file: a broken schema is an error without a code of its own. */
const damages: ReadonlySet<number> = new Set([
  genericError,
  sqliteCodes.corrupt,
  sqliteCodes.format,
  sqliteCodes.noDatabase,
  sqliteCodes.cannotOpen,
]);

/** Names of columns, lower case. */
const columnsOf = (database: Database, table: string): ReadonlySet<string> => {
  const rows = database.prepare('SELECT CAST(name AS BLOB) AS name FROM pragma_table_info(?)').all(table);
  return new Set(rows.map(({name}) => textOf(name).toLowerCase()));
};

const isTable = (database: Database, name: string): boolean =>
  database.prepare("SELECT 1 AS found FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;

/** Columns that are text, by what they are called here; those that came later may be missing. */
const textColumns = {
  title: 'title',
  author: 'author',
  url: 'url',
  feedurl: 'feedAddress',
  content: 'content',
  flags: 'flags',
  content_mime_type: 'contentType',
  base: 'base',
  enclosure_url: 'enclosureAddress',
  enclosure_type: 'enclosureType',
} as const;

const neededColumns = ['id', 'title', 'url', 'feedurl', 'content', 'pubdate', 'unread'];

const selectionOf = (columns: ReadonlySet<string>): string => {
  const texts = Object.entries(textColumns).map(([column, name]) =>
    columns.has(column) ? `substr(CAST(i.${column} AS BLOB), 1, ${largestValue}) AS ${name}` : `x'' AS ${name}`,
  );
  const deleted = columns.has('deleted') ? 'AND CAST(i.deleted AS INTEGER) IS NOT 1' : '';
  return `SELECT CAST(i.id AS INTEGER) AS id, CAST(i.unread AS INTEGER) AS unread, CAST(i.pubDate AS INTEGER) AS published,
    ${texts.join(', ')}
    FROM rss_item i WHERE i.id > ? ${deleted} ORDER BY i.id LIMIT ${pageSize}`;
};

/** Titles by address, asked for once: whether there is an index for it is the file's own affair. */
const feedTitlesOf = (database: Database): ReadonlyMap<string, string> => {
  if (!isTable(database, 'rss_feed')) return new Map();
  const texts = 'substr(CAST(rssurl AS BLOB), 1, 10000) AS address, substr(CAST(title AS BLOB), 1, 10000) AS title';
  const rows = database.prepare(`SELECT ${texts} FROM rss_feed LIMIT ${mostFeeds}`).all();
  return new Map(rows.map(({address, title}) => [textOf(address), textOf(title)]));
};

function* rowsOf(database: Database, path: string): Generator<NewsboatCacheRow> {
  const columns = isTable(database, 'rss_item') ? columnsOf(database, 'rss_item') : new Set<string>();
  if (!neededColumns.every(column => columns.has(column))) {
    throw new AppError('io', `${path} is a database, but no cache of newsboat`);
  }
  const page = database.prepare(selectionOf(columns));
  const feedTitles = feedTitlesOf(database);
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = page.all(last);
    for (const row of rows) {
      const id = Number(row.id);
      // In a file that was tampered with, rows whose ids are no numbers would be asked for for ever.
      if (!(id > last)) throw new AppError('io', `${path} is damaged: its rows are in no order`);
      last = id;
      const feedAddress = textOf(row.feedAddress);
      const enclosure = {address: textOf(row.enclosureAddress), type: textOf(row.enclosureType)};
      yield {
        title: textOf(row.title),
        author: textOf(row.author),
        url: textOf(row.url),
        feedTitle: feedTitles.get(feedAddress) ?? '',
        feedAddress,
        published: Number(row.published ?? 0),
        content: textOf(row.content),
        contentType: textOf(row.contentType),
        base: textOf(row.base),
        isUnread: Number(row.unread) !== 0,
        flags: textOf(row.flags),
        ...(enclosure.address !== '' && {enclosure}),
      };
    }
    if (rows.length < pageSize) return;
  }
}

/** What SQLite keeps beside a database that was not closed: without it, what was written last is missing. */
const companions = ['', '-wal', '-journal'];

const copyInto = (path: string, folder: string): string => {
  const copy = join(folder, 'cache.db');
  for (const suffix of companions) {
    if (!existsSync(path + suffix)) continue;
    if (!statSync(path + suffix).isFile() || statSync(path + suffix).size > largestCache) {
      throw new AppError('io', `${path}${suffix} is no regular file, or larger than ${largestCache / 2 ** 30} GB`);
    }
    copyFileSync(path + suffix, copy + suffix, constants.COPYFILE_EXCL);
  }
  return copy;
};

/**
 * The articles that were not deleted, oldest row first, read a few at a time.
 * @throws {AppError} for a file that is no cache of newsboat, or damaged; errors of the file system
 */
export function* readNewsboatCache(path: string): Generator<NewsboatCacheRow> {
  const folder = mkdtempSync(join(tmpdir(), 'newsprint-newsboat-'));
  let database: Database | undefined;
  try {
    database = openDatabase(copyInto(path, folder));
    // What a schema names is not run: views, functions and triggers of the file stay what they are, text.
    database.exec('PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cell_size_check = ON');
    yield* rowsOf(database, path);
  } catch (error) {
    if (!damages.has(sqliteCode(error) ?? -1)) throw error;
    throw new AppError('io', `${path} is damaged, or no database`, {cause: error});
  } finally {
    database?.close();
    rmSync(folder, {recursive: true, force: true});
  }
}
