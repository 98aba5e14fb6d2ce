/**
 * How much of one article's title stands in the other article: who writes about something names it as its headline does.
 * Weights are rarities among the articles of the title's language, since in a handful of translations everything is rare.
 */
import type {Rarity} from './rarity.ts';
import type {TermIndex, TermVector} from './term-index.ts';
import {gap} from './vocabulary.ts';

/** Terms of a title with their share of its weight; all shares together are below 1. */
type TitleShares = readonly (readonly [term: number, share: number])[];

/**
 * Added to the weight of every title, so that a title of one or two common words is never covered by chance. A word that
 * one article of 2,000 has weighs 7.
 */
const doubt = 10;

export interface TitleCoverage {
  /** For every article: the larger of how far it covers this title and how far its title is covered by `vector`, 0…1. */
  coverages(title: Int32Array, language: string, vector: TermVector): Float32Array;
}

/** @param titles words of each article's title; @param languages of each, empty when unknown; both in the order of the index */
export const createTitleCoverage = (
  index: TermIndex,
  titles: readonly Int32Array[],
  languages: readonly string[],
  rarity: Rarity,
): TitleCoverage => {
  const sharesOf = (title: Int32Array, language: string): TitleShares => {
    const weights = new Map<number, number>();
    let sum = doubt;
    const add = (term: number | undefined): void => {
      if (term !== undefined && weights.has(term)) return;
      const weight = rarity(term, language);
      sum += weight;
      if (term !== undefined) weights.set(term, weight);
    };
    let previous = gap;
    for (const word of title) {
      if (word !== gap) add(word);
      if (word !== gap && previous !== gap) add(index.pair(previous, word));
      previous = word;
    }
    return Array.from(weights, ([term, weight]) => [term, weight / sum] as const);
  };

  /** By term: the titles that have it, as place and share in turn. */
  const titlesWith = new Map<number, number[]>();
  for (const [place, title] of titles.entries()) {
    for (const [term, share] of sharesOf(title, languages[place] ?? '')) {
      const known = titlesWith.get(term);
      if (known === undefined) titlesWith.set(term, [place, share]);
      else known.push(place, share);
    }
  }

  return {
    coverages: (title, language, vector) => {
      const theirs = new Float32Array(index.size);
      for (const term of vector.terms) {
        const found = titlesWith.get(term) ?? [];
        for (let i = 0; i < found.length; i += 2) {
          const place = found[i] ?? 0;
          theirs[place] = (theirs[place] ?? 0) + (found[i + 1] ?? 0);
        }
      }
      const ours = new Float32Array(index.size);
      for (const [term, share] of sharesOf(title, language)) {
        for (const place of index.articlesWith(term)) ours[place] = (ours[place] ?? 0) + share;
      }
      return ours.map((share, place) => Math.max(share, theirs[place] ?? 0));
    },
  };
};
