/** How rare a text of a few words is among the articles of a language: as rare as its rarest part. */
import {languageNumber} from './documents.ts';
import {createRarity} from './rarity.ts';
import type {TermIndex} from './term-index.ts';
import {gap, numberWords, pairOf} from './word-numbers.ts';

/** Articles speak of the same things: few texts are asked for more than once, but those often. */
const remembered = 20_000;

/** Its words and pairs of neighbours. */
const termsOf = (text: string): readonly number[] => {
  const terms: number[] = [];
  let previous = gap;
  for (const word of numberWords(text)) {
    if (word !== gap) terms.push(word);
    if (word !== gap && previous !== gap) terms.push(pairOf(previous, word));
    previous = word;
  }
  return terms;
};

/** @returns for each text 0 when all have it, or none */
export type TextRarity = (texts: readonly string[], language: string) => readonly number[];

/** Good as long as the index says the same. */
export const createTextRarity = (index: TermIndex): TextRarity => {
  const known = new Map<string, number>();

  /** Of each term, looked up together. */
  const termRarities = (lists: readonly (readonly number[])[], language: string): ReadonlyMap<number, number> => {
    const terms = Uint32Array.from(new Set(lists.flat())).sort();
    return new Map(
      index.find(terms).map((found, at) => {
        const postings = index.read(found);
        const rarity = postings.size === 0 ? 0 : createRarity(index.documents, postings)(languageNumber(language));
        return [terms[at] ?? 0, rarity];
      }),
    );
  };

  return (texts, language) => {
    if (known.size >= remembered) known.clear();
    const keyOf = (text: string): string => `${language} ${text}`;
    const unknown = texts.filter(text => !known.has(keyOf(text)));
    if (unknown.length > 0) {
      const lists = unknown.map(termsOf);
      const rarities = termRarities(lists, language);
      for (const [at, text] of unknown.entries()) {
        const rarity = Math.max(0, ...(lists[at] ?? []).map(term => rarities.get(term) ?? 0));
        known.set(keyOf(text), rarity);
      }
    }
    return texts.map(text => known.get(keyOf(text)) ?? 0);
  };
};
