/**
 * What the reader asks of its library, as plain data that may go to another thread and back: questions about articles by
 * their positions, and answers that say no more of other articles than what is shown of them.
 */
import type {Article, ArticleSummary} from './article.ts';
import type {LibraryIndex} from './library-index.ts';
import type {Listing} from './listing/listing.ts';
import {type SortKey, sortPositions} from './listing/sort.ts';
import type {NameInArticle} from './names/name-index.ts';
import {mentionsOf, type NamedSentence, sentencesNaming} from './names.ts';
import {asTyped} from './query/as-typed.ts';
import {parseQuery} from './query.ts';
import {identityOf} from './related/article-terms.ts';
import type {RelatedArticle} from './related.ts';

export interface FindQuestion {
  /** As typed so far: its last word may be only begun. */
  readonly query: string;
  readonly sort: SortKey | 'relevance';
  readonly isReversed: boolean;
  readonly now: Date;
  /** By position: 1 for what is read, 2 for what is starred, added up. */
  readonly marks: Uint8Array;
}

export interface Belonging {
  readonly related: readonly RelatedArticle[];
  readonly more: readonly ArticleSummary[];
}

export interface NamingArticle {
  readonly article: ArticleSummary;
  /** The first one there. */
  readonly sentence: NamedSentence | undefined;
}

export interface LibraryAnswers {
  /** @throws {QueryError} for a mistake in the query */
  find(question: FindQuestion): Int32Array;
  /** What belongs to an article: so many others, and so many more of its section. */
  belonging(article: Article, counts: {readonly related: number; readonly more: number}): Belonging;
  /** The articles that its links may lead to. */
  linkedBy(article: Article): readonly Article[];
  /** @param position of the article; absent for one that is in no library */
  names(
    article: Article,
    position: number | undefined,
  ): readonly (Omit<NameInArticle, 'articles'> & {articles?: number})[];
  naming(key: string, limit: number): readonly NamingArticle[];
}

/** @param read the article at a position; undefined when its file is gone */
export const createAnswers = (
  listing: Listing,
  index: LibraryIndex,
  read: (position: number) => Article | undefined,
): LibraryAnswers => ({
  find: ({query: text, sort, isReversed, now, marks}) => {
    const query = asTyped(parseQuery(text));
    const hasBit = (bit: number) => (position: number) => ((marks[position] ?? 0) & bit) !== 0;
    const context = {now, isRead: hasBit(1), isStarred: hasBit(2)};
    if (sort === 'relevance') {
      const {positions} = index.ranked(query, context);
      return isReversed ? positions.reverse() : positions;
    }
    const found = index.matching(query, context);
    return sortPositions(listing, found, {key: sort, isReversed}, positions => index.summaries(positions));
  },
  belonging: (article, counts) => {
    const related = index.relatedTo(article, counts.related);
    const taken = new Set(related.map(entry => identityOf(entry.article)));
    const more = index
      .moreInSection(article, counts.more + related.length)
      .filter(other => !taken.has(identityOf(other)))
      .slice(0, counts.more);
    return {related, more};
  },
  linkedBy: article => index.linkedBy(article),
  names: (article, position) => (position === undefined ? mentionsOf(article) : index.names.namesIn(position)),
  naming: (key, limit) =>
    index.names.articlesNaming(key, limit).flatMap(({article: position}) => {
      const article = read(position);
      return article === undefined ? [] : [{article, sentence: sentencesNaming(article, key)[0]}];
    }),
});
