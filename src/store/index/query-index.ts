/** Queries asked of the index. */
import type {SqlContext} from '../../core/query/sql.ts';
import {matchingSql, rankedSql} from '../../core/query/sql-search.ts';
import type {Query} from '../../core/query.ts';
import type {Database} from '../sqlite.ts';

export interface RankedRows {
  /** The best first, of equals the newest. */
  readonly rows: Int32Array;
  /** Theirs, in the same order; 0 where the query has no words to rank by. */
  readonly scores: Float64Array;
}

export interface QueryIndex {
  /** Rows of the articles that fit, ascending. */
  matching(query: Query, context: SqlContext): Int32Array;
  ranked(query: Query, context: SqlContext & {readonly limit?: number}): RankedRows;
}

/** A string with commas is the quick way to hand over many numbers. */
const numbersOf = (list: string | null): readonly string[] => (list === null ? [] : list.split(','));

/** @param database with the tables of `schema.ts` and `words.ts` */
export const queryIndex = (database: Database): QueryIndex => ({
  matching: (query, context) => {
    const {text, values} = matchingSql(query, context);
    const found = database.prepare(text).get<{ids: string | null}>(...values);
    return Int32Array.from(numbersOf(found?.ids ?? null), Number).sort();
  },
  ranked: (query, {limit, ...context}) => {
    const {text, values} = rankedSql(query, context, limit);
    const found = database.prepare(text).get<{ids: string | null; scores: string | null}>(...values);
    return {
      rows: Int32Array.from(numbersOf(found?.ids ?? null), Number),
      scores: Float64Array.from(numbersOf(found?.scores ?? null), Number),
    };
  },
});
