/** The index of a large library: answers from the database, in positions of the listing that it was brought up to. */
import type {Article, ArticleSummary} from '../../core/article.ts';
import {late} from '../../core/late.ts';
import type {LibraryIndex, SearchContext} from '../../core/library-index.ts';
import type {Listing} from '../../core/listing/listing.ts';
import {entryAt} from '../../core/listing/listing.ts';
import type {Query} from '../../core/query.ts';
import type {Database} from '../sqlite.ts';
import {createStoredNames} from './names.ts';
import {queryIndex} from './query-index.ts';
import type {Blob} from './related/blobs.ts';
import {createIndexRelatedness} from './relatedness.ts';
import {numbersOfList, textOf} from './stored-text.ts';

/** Rows of the database and positions of the listing, both ways. */
const createPlaces = (database: Database, listing: Listing) => {
  const read = database
    .prepare(`
      SELECT CAST(group_concat(id) AS BLOB) AS rows, CAST(group_concat(CAST(version AS INTEGER)) AS BLOB) AS versions
      FROM articles`)
    .get<{rows: Blob | null; versions: Blob | null}>();
  const versions = numbersOfList(read?.versions);
  const rowOf = new Map(numbersOfList(read?.rows).map((row, at) => [versions[at] ?? 0, row]));
  const rows = Int32Array.from(listing.columns.row, version => rowOf.get(version) ?? 0);
  const positions = new Map<number, number>();
  for (const [position, row] of rows.entries()) if (row !== 0) positions.set(row, position);
  return {
    /** 0 for a file that is not in the index. */
    rowAt: (position: number): number => rows[position] ?? 0,
    positionOf: (row: number): number | undefined => positions.get(row),
    rows,
  };
};

/** @param read the article at a position, from its file; undefined when that is gone */
export const createLibraryIndex = (
  database: Database,
  listing: Listing,
  read: (position: number) => Article | undefined,
): LibraryIndex => {
  const lastRow = database.prepare('SELECT max(id) AS last FROM articles');
  let known: {readonly last: number | undefined; readonly places: ReturnType<typeof createPlaces>} | undefined;
  /** Made anew while articles are still taken in. */
  const places = () => {
    const last = lastRow.get<{last: number | null}>()?.last ?? undefined;
    if (known === undefined || known.last !== last) known = {last, places: createPlaces(database, listing)};
    return known.places;
  };
  const queries = queryIndex(database);
  const record = database.prepare('SELECT CAST(record AS BLOB) AS record FROM articles WHERE id = ?');

  const summaryOfRow = (row: number): Article | undefined => {
    const found = record.get<{record: Blob}>(row);
    return found && {...(JSON.parse(textOf(found.record)) as ArticleSummary), body: ''};
  };
  const readRow = (row: number): Article | undefined => {
    const position = places().positionOf(row);
    return position === undefined ? undefined : read(position);
  };
  const folders = listing.libraries;
  const relatedness = late(() =>
    createIndexRelatedness(database, {folders, recordAt: summaryOfRow, loadArticle: readRow}),
  );
  const names = late(() => createStoredNames(database));

  const contextOf = (query: Query, {now, isRead, isStarred, all = false}: SearchContext) => {
    const context = {now, all};
    if (!query.asksForState) return context;
    const rowsThat = (fits: (position: number) => boolean): number[] =>
      Array.from(places().rows).filter((row, position) => row !== 0 && fits(position));
    return {...context, readRows: rowsThat(isRead), starredRows: rowsThat(isStarred)};
  };
  const positionsOf = (rows: Int32Array): Int32Array => {
    const {positionOf} = places();
    return rows.map(row => positionOf(row) ?? -1);
  };

  return {
    matching: (query, context) =>
      positionsOf(queries.matching(query, contextOf(query, context)))
        .filter(position => position >= 0)
        .sort(),
    ranked: (query, context) => {
      const {rows, scores} = queries.ranked(query, contextOf(query, context));
      const positions = positionsOf(rows);
      return {
        positions: positions.filter(position => position >= 0),
        scores: scores.filter((_, at) => (positions[at] ?? -1) >= 0),
      };
    },
    summaries: positions => {
      const {rowAt} = places();
      return Array.from(positions, position => summaryOfRow(rowAt(position)) ?? missing(listing, position));
    },
    relatedTo: (article, limit) => relatedness().relatedTo(article, limit),
    moreInSection: (article, limit) => relatedness().moreInSection(article, limit),
    *prepare() {},
    names: {
      namesIn: position => names().namesIn(places().rowAt(position)),
      articlesNaming: (key, limit) => {
        const {positionOf} = places();
        return names()
          .articlesNaming(key, limit)
          .flatMap(({article, count}) => {
            const position = positionOf(article);
            return position === undefined ? [] : [{article: position, count}];
          });
      },
      allNames: wanted => names().allNames(wanted),
    },
    linkedBy: article => relatedness().linkedBy(article),
  };
};

/** A file that could not be read when the index was made: only what the listing says of it. */
const missing = (listing: Listing, position: number): ArticleSummary => {
  const {id, library, title, section} = entryAt(listing, position);
  return {
    ...{id, library, title, path: '', titleFrom: 'file-name', authors: [], tags: [], related: []},
    ...{isHidden: false, problems: [], ...(section !== undefined && {section})},
  };
};
