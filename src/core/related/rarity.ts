/** How much a term tells among the articles of a language. In a handful of translations everything would be rare otherwise. */
import type {TermIndex} from './term-index.ts';

/** @param term undefined for one that only a single article has; @returns 0 for what every article has, ln of their number for what one has */
export type Rarity = (term: number | undefined, language: string) => number;

/** @param languages of each article in the order of the index, empty when unknown */
export const createRarity = (index: TermIndex, languages: readonly string[]): Rarity => {
  const articlesIn = new Map<string, number>();
  for (const language of languages) articlesIn.set(language, (articlesIn.get(language) ?? 0) + 1);

  return (term, language) => {
    const total = articlesIn.get(language) ?? index.size;
    let having = 1;
    if (term !== undefined) {
      const places = index.articlesWith(term);
      having = total === index.size ? places.length : places.filter(place => languages[place] === language).length;
    }
    // As in BM25 (Robertson & Zaragoza 2009), never negative.
    return Math.log(1 + Math.max(0, total - having + 0.5) / (having + 0.5));
  };
};
