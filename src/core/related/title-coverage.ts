/**
 * How much of one article's title stands in the other article: who writes about something names it as its headline does.
 * Weights are rarities among the articles of the title's language.
 */
import type {Documents} from './documents.ts';
import type {Rarity} from './rarity.ts';
import type {Postings} from './term-index.ts';

/**
 * Added to the weight of every title, so that a title of one or two common words is never covered by chance. A word that
 * one article of 2,000 has weighs 7.
 */
const doubt = 10;
/** The weight of a term that is not shared, of another's title. Its own is not looked up: there are too many. */
const usual = 5;

export interface TitleCoverage {
  /** Takes in a term of the given title. */
  noteOurs(postings: Postings, rarity: Rarity): void;
  /** Takes in a term of the given article that stands in the title of another. */
  noteTheirs(place: number, rarity: Rarity): void;
  /** For a place: the larger of how far it covers the given title and how far its title is covered, 0…1. */
  of(place: number): number;
}

/** @param language of the given article */
export const createTitleCoverage = (documents: Documents, language: number): TitleCoverage => {
  let ourSum = doubt;
  const ours = new Float64Array(documents.size);
  const theirs = new Float64Array(documents.size);
  const theirCounts = new Uint16Array(documents.size);
  return {
    noteOurs: (postings, rarity) => {
      const our = rarity(language);
      ourSum += our;
      for (let i = 0; i < postings.size; i++) {
        const place = postings.documents[i] ?? 0;
        ours[place] = (ours[place] ?? 0) + our;
      }
    },
    noteTheirs: (place, rarity) => {
      theirs[place] = (theirs[place] ?? 0) + rarity(documents.languages[place] ?? 0);
      theirCounts[place] = (theirCounts[place] ?? 0) + 1;
    },
    of: place => {
      const covered = theirs[place] ?? 0;
      const missing = Math.max(0, (documents.titleTerms[place] ?? 0) - (theirCounts[place] ?? 0));
      return Math.max((ours[place] ?? 0) / ourSum, covered / (covered + usual * missing + doubt));
    },
  };
};
