/** Texts as sequences of numbered words, so that everything after reading them is arithmetic. */
import {late} from '../late.ts';
import {fold, words} from '../tokens.ts';
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

/** What a code unit is in the text: itself or another one folded, which belongs to a word or to a run of ideographs and the like, or one of these. */
const unknown = 0;
const betweenWords = 1;
/** Folding makes none or several units of it, looks at its neighbours, or more than spaces part the words: that takes the long way. */
const intricate = 2;

const wordUnit = late(() => /^[\p{L}\p{N}]$/u);
/** Scripts of which each letter can be folded by itself: Latin, Greek, Cyrillic, Hebrew, Arabic; and signs, also those of East Asia. Marks are none of them. */
const isPlain = (unit: number): boolean =>
  unit < 0x300 ||
  (unit >= 0x370 && unit < 0x530) ||
  (unit >= 0x5d0 && unit < 0x5eb) ||
  (unit >= 0x620 && unit < 0x64b) ||
  (unit >= 0x671 && unit < 0x6d4) ||
  (unit >= 0x1e00 && unit < 0x2000) ||
  (unit >= 0x2010 && unit < 0x2c00) ||
  (unit >= 0x3000 && unit < 0x3004) ||
  (unit >= 0x3008 && unit < 0x3021) ||
  (unit >= 0xff01 && unit < 0xff5f);

/** Scripts without spaces that folding leaves as they are: kana, the usual ideographs, Hangul. */
const isUnspaced = (unit: number): boolean =>
  (unit >= 0x3041 && unit <= 0x3096) ||
  (unit >= 0x30a1 && unit <= 0x30fa) ||
  unit === 0x30fc ||
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0xac00 && unit <= 0xd7a3);

const foldedUnit = (unit: number): number => {
  if (isUnspaced(unit)) return unit;
  if (!isPlain(unit)) return intricate;
  const folded = fold(String.fromCharCode(unit));
  if (folded.length !== 1) return intricate;
  return wordUnit().test(folded) ? folded.charCodeAt(0) : betweenWords;
};

const units = late(() => {
  const table = new Uint16Array(0x1_0000).fill(unknown);
  for (let unit = 0; unit < 0x80; unit++) table[unit] = foldedUnit(unit);
  return table;
});

const unitAt = (text: string, at: number, table: Uint16Array): number => {
  const unit = text.charCodeAt(at);
  const known = table[unit] ?? betweenWords;
  if (known !== unknown) return known;
  const folded = foldedUnit(unit);
  table[unit] = folded;
  return folded;
};

/** Where what is no space between words ends, which began at or before `at`. */
const endOfStretch = (text: string, at: number, table: Uint16Array): number => {
  let end = at;
  while (end < text.length && unitAt(text, end, table) !== betweenWords) end++;
  return end;
};

/** Where a run of a script without spaces ends that holds `at`. */
const endOfRun = (text: string, at: number, table: Uint16Array): number => {
  let end = at + 1;
  while (end < text.length && unitAt(text, end, table) >= firstIdeograph) end++;
  return end;
};

/** The pairs of neighbours in a run. @returns how many were written from `size` on, added to it */
const readRun = (text: string, from: number, to: number, into: Uint32Array, size: number): number => {
  const stops = stopNumbers();
  let end = size;
  const last = Math.max(from + 1, to - 1);
  for (let at = from; at < last; at++) {
    let hash = withUnit(emptyHash, text.charCodeAt(at));
    if (at + 1 < to) hash = withUnit(hash, text.charCodeAt(at + 1));
    const number = mixed(hash) || 1;
    into[end++] = isStopNumber(number, stops) ? gap : number;
  }
  return end;
};

/** @returns how many were written from `size` on, added to it */
const readWords = (words: readonly string[], into: Uint32Array, size: number): number => {
  const stops = stopNumbers();
  let end = size;
  for (const word of words) {
    const number = hashOf(word) || 1;
    const isContent = (word.length > 1 || word.charCodeAt(0) >= firstIdeograph) && !isStopNumber(number, stops);
    into[end++] = isContent ? number : gap;
  }
  return end;
};

/**
 * The numbers of the words of a text in order, a `gap` at its end. The number of a word is a hash of it folded, so that texts
 * that were read apart may be compared. Most words are folded and numbered unit by unit, without a string of them.
 */
export const numberWords = (text: string): Uint32Array => {
  const table = units();
  const stops = stopNumbers();
  const {length} = text;
  let into: Uint32Array = new Uint32Array((length >>> 1) + 2);
  let size = 0;
  /** Of the word that is read; -1 between words. */
  let first = -1;
  let hash = emptyHash;
  for (let at = 0; at <= length; at++) {
    const unit = at < length ? table[text.charCodeAt(at)] || unitAt(text, at, table) : betweenWords;
    if (unit > intricate && unit < firstIdeograph) {
      if (first === -1) {
        first = at;
        hash = emptyHash;
      }
      hash = withUnit(hash, unit);
      continue;
    }
    const endOfUnspaced = unit >= firstIdeograph ? endOfRun(text, at, table) : at;
    if (unit === intricate || (endOfUnspaced > at && unitAt(text, endOfUnspaced, table) === intricate)) {
      const end = endOfStretch(text, at, table);
      const found = words(text.slice(first === -1 ? at : first, end));
      into = withRoom(into, size + found.length + ((length - end) >>> 1) + 2);
      size = readWords(found, into, size);
      first = -1;
      // What follows is between words.
      at = end;
      continue;
    }
    if (first !== -1) {
      const number = mixed(hash) || 1;
      into[size++] = at - first > 1 && !isStopNumber(number, stops) ? number : gap;
      first = -1;
    }
    if (endOfUnspaced > at) {
      into = withRoom(into, size + endOfUnspaced - at + ((length - endOfUnspaced) >>> 1) + 2);
      size = readRun(text, at, endOfUnspaced, into, size);
      at = endOfUnspaced - 1;
    }
  }
  return into.subarray(0, size + 1);
};

/** Ligatures and unspaced scripts have more words than half their units. */
const withRoom = (list: Uint32Array, size: number): Uint32Array => {
  if (size <= list.length) return list;
  const longer = new Uint32Array(size * 2);
  longer.set(list);
  return longer;
};
