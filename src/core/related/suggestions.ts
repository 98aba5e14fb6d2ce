/** Suggestions from what was ranked: each with its reasons, and none without. */
import type {Article} from '../article.ts';
import type {SafeField} from '../sanitize.ts';
import {editorReasons, type Ranked} from './ranking.ts';
import type {SharedTerms} from './shared-terms.ts';

/** Why an article is suggested. */
export type Reason =
  /** The editor of the article named it under `related:`. */
  | {readonly kind: 'listed'}
  | {readonly kind: 'links-to'}
  /** It links to the article, or lists it. */
  | {readonly kind: 'linked-from'}
  | {readonly kind: 'shares'; readonly terms: readonly SafeField[]};

export interface RelatedArticle {
  readonly article: Article;
  /** 0…1; comparable within one answer only. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** @param articleAt undefined for one that cannot be read any more */
export const suggest = (
  article: Article,
  ranked: Iterable<Ranked>,
  {
    limit,
    terms,
    articleAt,
  }: {
    readonly limit: number;
    readonly terms: SharedTerms;
    readonly articleAt: (place: number) => Article | undefined;
  },
): readonly RelatedArticle[] => {
  const related: RelatedArticle[] = [];
  if (limit <= 0) return related;
  for (const {place, score, chosen} of ranked) {
    const other = articleAt(place);
    if (other === undefined) continue;
    const shared = terms.sharedBy(article, other);
    const reasons: Reason[] = editorReasons.filter(reason => chosen.has(reason)).map(kind => ({kind}));
    if (shared.length > 0) reasons.push({kind: 'shares', terms: shared});
    // What nothing can be said for is no suggestion.
    if (reasons.length > 0 && related.push({article: other, score, reasons}) >= limit) break;
  }
  return related;
};
