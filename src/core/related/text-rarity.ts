/** How rare a text of a few words is among the articles of a language: as rare as its rarest part. */
import {languageNumber} from './documents.ts';
import {createRarity} from './rarity.ts';
import {createTermCounter} from './term-counter.ts';
import type {TermIndex} from './term-index.ts';
import {numberWords} from './word-numbers.ts';

/** Articles speak of the same things: few texts are asked for more than once, but those often. */
const remembered = 20_000;

/** @returns 0 when all have it, or none */
export type TextRarity = (text: string, language: string) => number;

/** Good as long as the index says the same. */
export const createTextRarity = (index: TermIndex): TextRarity => {
  const known = new Map<string, number>();
  const counter = createTermCounter();
  return (text, language) => {
    const key = `${language} ${text}`;
    let rarity = known.get(key);
    if (rarity !== undefined) return rarity;
    const sequence = numberWords(text);
    counter.start(sequence.length);
    counter.add(sequence, 1);
    rarity = 0;
    for (const found of index.find(counter.finish().terms.sort())) {
      const postings = index.read(found);
      if (postings.size > 0)
        rarity = Math.max(rarity, createRarity(index.documents, postings)(languageNumber(language)));
    }
    if (known.size >= remembered) known.clear();
    known.set(key, rarity);
    return rarity;
  };
};
