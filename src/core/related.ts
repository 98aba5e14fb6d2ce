/** What belongs to an article, and why. */
import {type Article, articleDate} from './article.ts';
import type {Library} from './library.ts';
import type {ResolveLink} from './links.ts';
import {identityOf} from './related/editor-links.ts';
import {createRanking, type EditorReason} from './related/ranking.ts';
import {createSharedTerms} from './related/shared-terms.ts';
import type {SafeField} from './sanitize.ts';
import {fold} from './tokens.ts';

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

/** What answers the question. In memory here; an index may answer it instead. */
export interface Relatedness {
  /** Does what the first question has to do anyway, in small steps; whoever has something else to do may do it between two of them. */
  prepare(): Iterable<void>;
  relatedTo(article: Article, limit: number): readonly RelatedArticle[];
  /** Other articles of its section, nearest in time first; none of what `relatedTo` gave is taken out. */
  moreInSection(article: Article, limit: number): readonly Article[];
}

export interface RelatednessOptions {
  readonly resolveLink: ResolveLink;
  /** False: by the texts alone, whatever editors linked. For measuring. */
  readonly useExplicitLinks?: boolean;
}

const editorReasons: readonly EditorReason[] = ['listed', 'links-to', 'linked-from'];

/** Reads the articles at the first question, and not again: make a new one when the library changes. */
export const createRelatedness = (
  library: Library,
  {resolveLink, useExplicitLinks = true}: RelatednessOptions,
): Relatedness => {
  const ranking = createRanking(library.articles, {resolveLink, useExplicitLinks});
  const terms = createSharedTerms((text, article) => ranking.texts.rarityOf(text, article));

  return {
    prepare: ranking.prepare,
    relatedTo: (article, limit) => {
      const related: RelatedArticle[] = [];
      for (const {article: other, score, chosen} of ranking.ranked(article)) {
        if (related.length >= limit) break;
        const shared = terms.sharedBy(article, other);
        const reasons: Reason[] = editorReasons.filter(reason => chosen.has(reason)).map(kind => ({kind}));
        if (shared.length > 0) reasons.push({kind: 'shares', terms: shared});
        // What nothing can be said for is no suggestion.
        if (reasons.length > 0) related.push({article: other, score, reasons});
      }
      return related;
    },
    moreInSection: (article, limit) => {
      if (article.section === undefined) return [];
      const section = fold(article.section);
      const own = identityOf(article);
      const time = articleDate(article)?.time;
      const distance = (other: Article): number => {
        const theirs = articleDate(other)?.time;
        return time === undefined || theirs === undefined ? Number.POSITIVE_INFINITY : Math.abs(time - theirs);
      };
      return library.articles
        .filter(
          other =>
            !other.isHidden &&
            other.section !== undefined &&
            fold(other.section) === section &&
            identityOf(other) !== own,
        )
        .map(other => ({other, distance: distance(other)}))
        .sort((a, b) => (a.distance === b.distance ? (a.other.id < b.other.id ? -1 : 1) : a.distance - b.distance))
        .slice(0, limit)
        .map(({other}) => other);
    },
  };
};
