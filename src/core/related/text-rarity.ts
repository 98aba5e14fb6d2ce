/** How rare a text of a few words is among the articles of a language: as rare as its rarest part. */
import {languageNumber} from './documents.ts';
import {createRarity} from './rarity.ts';
import {createTermCounter} from './term-counter.ts';
import type {TermIndex} from './term-index.ts';
import {numberWords} from './word-numbers.ts';

/** Articles speak of the same things: few texts are asked for more than once, but those often. */
const remembered = 20_000;

/** @returns for each text 0 when all have it, or none */
export type TextRarity = (texts: readonly string[], language: string) => readonly number[];

/** Good as long as the index says the same. */
export const createTextRarity = (index: TermIndex): TextRarity => {
  const known = new Map<string, number>();
  const counter = createTermCounter();

  const termsOf = (text: string): Uint32Array => {
    const sequence = numberWords(text);
    counter.start(sequence.length);
    counter.add(sequence, 1);
    return counter.finish().terms;
  };

  /** Of each term, looked up together. */
  const termRarities = (lists: readonly Uint32Array[], language: string): ReadonlyMap<number, number> => {
    const terms = Uint32Array.from(new Set(lists.flatMap(list => [...list]))).sort();
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
        const rarity = Math.max(0, ...Array.from(lists[at] ?? [], term => rarities.get(term) ?? 0));
        known.set(keyOf(text), rarity);
      }
    }
    return texts.map(text => known.get(keyOf(text)) ?? 0);
  };
};
