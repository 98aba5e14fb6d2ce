/** The index of a small library: its articles, read whole at the first question. */
import type {Article} from './article.ts';
import {late} from './late.ts';
import type {Library} from './library.ts';
import type {LibraryIndex, SearchContext} from './library-index.ts';
import {createLinkResolver} from './links.ts';
import {flags, hasFlag, type Listing} from './listing/listing.ts';
import {createNameIndex, type NameIndex} from './names/name-index.ts';
import {rankArticles} from './query/bm25.ts';
import {compileQuery, type Query} from './query.ts';
import {createRelatedness} from './related.ts';

/** @param read all articles of the listing, in its order */
export const createMemoryIndex = (listing: Listing, read: () => readonly Article[]): LibraryIndex => {
  const articles = late(read);
  const library = late((): Library => ({articles: articles(), failures: listing.failures, folders: listing.libraries}));
  const positions = late(() => new Map(articles().map((article, position) => [article, position])));
  const positionOf = (article: Article): number => positions().get(article) ?? -1;
  const resolveLink = late(() => createLinkResolver(library()));
  const relatedness = late(() => createRelatedness(library(), {resolveLink: resolveLink()}));
  const visible = late(() => articles().filter((_, position) => !hasFlag(listing, position, flags.hidden)));
  const names = late(() => createNameIndex(visible()));

  const matching = (query: Query, {now, isRead, isStarred, all = false}: SearchContext): Int32Array => {
    const fits = compileQuery(query, {
      now,
      isRead: article => isRead(positionOf(article)),
      isStarred: article => isStarred(positionOf(article)),
    });
    const isWanted = (article: Article, position: number): boolean =>
      (all || query.asksForHidden || !hasFlag(listing, position, flags.hidden)) && fits(article);
    return Int32Array.from(articles().flatMap((article, position) => (isWanted(article, position) ? [position] : [])));
  };

  const nameIndex: NameIndex<number> = {
    namesIn: position => {
      const article = articles()[position];
      return article === undefined ? [] : names().namesIn(article);
    },
    articlesNaming: (key, limit) =>
      names()
        .articlesNaming(key, limit)
        .map(({article, count}) => ({article: positionOf(article), count})),
    allNames: wanted => names().allNames(wanted),
  };

  return {
    matching,
    ranked: (query, context) => {
      const found = Array.from(matching(query, context), position => articles()[position] as Article);
      // Names count for nothing here, other than on disk: to find them would take ten times as long as all the rest.
      const ranked = rankArticles(query, found, {among: articles()});
      return {
        positions: Int32Array.from(ranked, ({article}) => positionOf(article)),
        scores: Float64Array.from(ranked, ({score}) => score),
      };
    },
    summaries: wanted => Array.from(wanted, position => articles()[position] as Article),
    relatedTo: (article, limit) => relatedness().relatedTo(article, limit),
    moreInSection: (article, limit) => relatedness().moreInSection(article, limit),
    *prepare() {
      yield* relatedness().prepare();
    },
    names: nameIndex,
    linkedBy: () => articles(),
  };
};
