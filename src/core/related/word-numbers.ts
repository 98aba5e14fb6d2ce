/** Texts as sequences of numbered words, so that everything after reading them is arithmetic. */
import {late} from '../late.ts';
import {fold, isCutByUnits, wordsOfFolded, wordUnitsOf} from '../tokens.ts';
import {emptyHash, hashOf, mixed, withUnit} from './hash.ts';
import {stopWords} from './stop-words.ts';

/** Stands for a stop word, and for the end of a text: no pair of neighbours reaches across it. */
export const gap = 0;

/** The number of two words side by side. */
export const pairOf = (first: number, second: number): number =>
  mixed(Math.imul(first, 0x9e3779b1) ^ ((second << 15) | (second >>> 17))) || 1;

/** The numbers of stop words: a table of slots, most of them free, which are 0. */
const stopNumbers = late((): Uint32Array => {
  const slots = new Uint32Array(2 ** 13);
  for (const word of stopWords()) {
    const number = hashOf(word);
    let slot = number % slots.length;
    while (slots[slot] !== 0) slot = (slot + 1) % slots.length;
    slots[slot] = number;
  }
  return slots;
});

const isStopNumber = (number: number, slots: Uint32Array): boolean => {
  const mask = slots.length - 1;
  for (let slot = number & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    if (slots[slot] === number) return true;
  }
  return false;
};

/** A single letter or digit says nothing; a single ideograph may. */
const firstIdeograph = 0x2e80;

/** The numbers of the words of folded text that `isCutByUnits`, without making strings of them: these are most of the work else. */
const readUnits = (folded: string, into: Uint32Array): number => {
  const stops = stopNumbers();
  const isOfWord = wordUnitsOf(folded);
  const {length} = folded;
  let size = 0;
  for (let at = 0; at < length; at++) {
    let unit = folded.charCodeAt(at);
    if (isOfWord[unit] !== 1) continue;
    const first = at;
    let hash = emptyHash;
    while (at < length && isOfWord[unit] === 1) {
      hash = withUnit(hash, unit);
      unit = folded.charCodeAt(++at);
    }
    const number = mixed(hash) || 1;
    const isContent = (at - first > 1 || folded.charCodeAt(first) >= firstIdeograph) && !isStopNumber(number, stops);
    into[size++] = isContent ? number : gap;
  }
  return size;
};

const readWords = (words: readonly string[], into: Uint32Array): number => {
  const stops = stopNumbers();
  let size = 0;
  for (const word of words) {
    const number = hashOf(word) || 1;
    const isContent = (word.length > 1 || word.charCodeAt(0) >= firstIdeograph) && !isStopNumber(number, stops);
    into[size++] = isContent ? number : gap;
  }
  return size;
};

/**
 * The numbers of the words of a text in order, a `gap` at its end. The number of a word is a hash of it, so that texts
 * that were read apart may be compared.
 */
export const numberWords = (text: string): Uint32Array => {
  const folded = fold(text);
  const isCut = isCutByUnits(folded);
  const found = isCut ? undefined : wordsOfFolded(folded);
  // Words that are cut by units have at least one other unit between them.
  const sequence = new Uint32Array((found?.length ?? (folded.length + 1) >>> 1) + 1);
  const size = found === undefined ? readUnits(folded, sequence) : readWords(found, sequence);
  return sequence.subarray(0, size + 1);
};
