/** What can be asked about the articles of a listing besides what it holds itself. Answered from memory, or from a database. */
import type {Article, ArticleSummary} from './article.ts';
import type {NameIndex} from './names/name-index.ts';
import type {Query} from './query.ts';
import type {RelatedArticle} from './related.ts';

/** What a query may ask beyond the articles. */
export interface SearchContext {
  /** What `newer:` counts back from. */
  readonly now: Date;
  /** What `is:` asks, of the article at a position. */
  isRead(position: number): boolean;
  isStarred(position: number): boolean;
  /** Hidden articles too, even if the query does not ask for them. */
  readonly all?: boolean;
}

export interface RankedPositions {
  /** The best first, of equals the newest. */
  readonly positions: Int32Array;
  /** Theirs, in the same order: the higher the better; 0 where the query has no words to rank by. */
  readonly scores: Float64Array;
}

/** Articles are named by their positions in the listing. */
export interface LibraryIndex {
  /** The articles that fit, ascending: in the order of the listing. */
  matching(query: Query, context: SearchContext): Int32Array;
  ranked(query: Query, context: SearchContext): RankedPositions;
  /** One for each position. */
  summaries(positions: Int32Array): readonly ArticleSummary[];
  relatedTo(article: Article, limit: number): readonly RelatedArticle[];
  /** Other articles of its section, nearest in time first. */
  moreInSection(article: Article, limit: number): readonly ArticleSummary[];
  /** Does what the first question about what is related has to do anyway, in small steps. */
  prepare(): Iterable<void>;
  readonly names: NameIndex<number>;
  /** The articles among which links of this one find their goals; bodies may be left out. */
  linkedBy(article: Article): readonly Article[];
}
