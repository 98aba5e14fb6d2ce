/** What belongs to an article, and why. */
import {type Article, articleDate} from './article.ts';
import type {Library} from './library.ts';
import type {ResolveLink} from './links.ts';
import {createTermReader, identityOf, languageOf} from './related/article-terms.ts';
import {createEditorLinks} from './related/editor-links.ts';
import {buildMemoryIndex} from './related/memory-index.ts';
import {type RankedLibrary, rank} from './related/ranking.ts';
import {createSharedTerms, type SharedTerms} from './related/shared-terms.ts';
import {type RelatedArticle, suggest} from './related/suggestions.ts';
import {createTextRarity} from './related/text-rarity.ts';
import {fold} from './tokens.ts';

export type {Reason, RelatedArticle} from './related/suggestions.ts';

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

/** Reads the articles at the first question, and not again: make a new one when the library changes. */
export const createRelatedness = (
  library: Library,
  {resolveLink, useExplicitLinks = true}: RelatednessOptions,
): Relatedness => {
  const visible = library.articles.filter(({isHidden}) => !isHidden);
  const links = useExplicitLinks ? createEditorLinks(visible, resolveLink) : undefined;
  const read = createTermReader();
  const building = buildMemoryIndex(visible, read);
  let built: {readonly ranked: RankedLibrary; readonly terms: SharedTerms} | undefined;
  const buildMore = (): boolean => {
    const step = building.next();
    if (!step.done) return false;
    const rarityOf = createTextRarity(step.value.index);
    built ??= {
      ranked: step.value,
      terms: createSharedTerms((texts, article) => rarityOf(texts, languageOf(article))),
    };
    return true;
  };

  return {
    *prepare() {
      while (built === undefined && !buildMore()) yield;
    },
    relatedTo: (article, limit) => {
      while (built === undefined) buildMore();
      const {ranked, terms} = built;
      return suggest(article, rank(read(article), links?.choicesOf(article), ranked), {
        limit,
        terms,
        articleAt: place => visible[place],
      });
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
