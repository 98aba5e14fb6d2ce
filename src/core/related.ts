/** What belongs to an article, and why. */
import type {Article} from './article.ts';
import type {SafeField} from './sanitize.ts';

/** Why an article is suggested. */
export type Reason =
  | {readonly kind: 'listed'}
  | {readonly kind: 'links-to'}
  | {readonly kind: 'linked-from'}
  | {readonly kind: 'shares'; readonly terms: readonly SafeField[]};

export interface RelatedArticle {
  readonly article: Article;
  /** 0…1; comparable within one answer only. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** What answers the question. In memory here; an index may answer it instead. */
export interface Relatedness {
  relatedTo(article: Article, limit: number): readonly RelatedArticle[];
  /** Other articles of its section, nearest in time first; none of what `relatedTo` gave is taken out. */
  moreInSection(article: Article, limit: number): readonly Article[];
}
