/** What answers a search. The library in memory does here; an index may do the same. */
import type {Article} from '../article.ts';
import {visibleArticles} from '../library.ts';
import {compileQuery, type Query, type QueryOptions} from '../query.ts';
import {rankArticles, type ScoredArticle} from './bm25.ts';

export interface SearchOptions {
  /** Hidden articles too, even if the query does not ask for them. */
  readonly all?: boolean;
  /** At most this many. */
  readonly limit?: number;
}

/**
 * The articles that fit, the best first, of equals the newest. A query without words to rank by gives the newest first.
 * @throws {QueryError} for what the grammar knows but nothing can answer yet
 */
export type Search = (query: Query, options?: SearchOptions) => readonly ScoredArticle[];

/** @param articles all there are, hidden ones too */
export const searchIn =
  (articles: readonly Article[], options: QueryOptions): Search =>
  (query, {all = false, limit} = {}) => {
    const fits = compileQuery(query, options);
    const found = visibleArticles(articles, {all: all || query.asksForHidden}).filter(fits);
    const {namesOf} = options;
    return rankArticles(query, found, {among: articles, ...(namesOf !== undefined && {namesOf})}).slice(0, limit);
  };
