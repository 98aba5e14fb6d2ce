/** Texts as sequences of numbered words, so that everything after reading them is arithmetic. */
import {words} from '../tokens.ts';
import {hashOf, mixed} from './hash.ts';
import {isStopWord} from './stop-words.ts';

/** Stands for a stop word, and for the end of a text: no pair of neighbours reaches across it. */
export const gap = 0;

/** A single letter or digit says nothing; a single ideograph may. */
const isContent = (word: string): boolean => (word.length > 1 || word > '\u2e7f') && !isStopWord(word);

/** The number of two words side by side. */
export const pairOf = (first: number, second: number): number =>
  mixed(Math.imul(first, 0x9e3779b1) ^ ((second << 15) | (second >>> 17))) || 1;

/** The numbers of the words of a text in order, a `gap` at its end. */
export type ReadWords = (text: string) => Uint32Array;

/** Texts use the same words again and again; those of more languages than this holds are numbered anew. */
const remembered = 200_000;

/** The number of a word is a hash of it, so that texts that were read apart may be compared. */
export const createWordReader = (): ReadWords => {
  const numbers = new Map<string, number>();

  const learn = (word: string): number => {
    const number = isContent(word) ? hashOf(word) || 1 : gap;
    if (numbers.size >= remembered) numbers.clear();
    numbers.set(word, number);
    return number;
  };

  return text => {
    const found = words(text);
    const sequence = new Uint32Array(found.length + 1).fill(gap);
    let place = 0;
    for (const word of found) sequence[place++] = numbers.get(word) ?? learn(word);
    return sequence;
  };
};
