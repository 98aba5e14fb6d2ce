/** What a code unit is to the search for names: small, capital, a digit, another letter, or none. Looked up, since every letter of a library is asked for. */
import {late} from '../late.ts';

export const none = 0;
export const lower = 1;
export const upper = 2;
const digit = 3;
/** A letter of a script without capitals, or a mark. */
export const uncased = 4;

const upperCase = late(() => /\p{Lu}|\p{Lt}/u);
const lowerCase = late(() => /\p{Ll}/u);
const number = late(() => /\p{N}/u);
const letter = late(() => /[\p{L}\p{M}\u200c\u200d]/u);

const kindOf = (unit: number): number => {
  // Halves of a pair: letters of rare scripts, ideographs, and emoji, which name nothing either.
  if (unit >= 0xd800 && unit <= 0xdfff) return uncased;
  const character = String.fromCharCode(unit);
  if (upperCase().test(character)) return upper;
  if (lowerCase().test(character)) return lower;
  if (number().test(character)) return digit;
  return letter().test(character) ? uncased : none;
};

const unknown = 255;
/** By code units; those that nobody asked for yet are unknown, see `kindAt`. */
export const kinds = late(() => new Uint8Array(0x10000).fill(unknown));

/** Of the unit at a place; `none` behind the end. @param table that of `kinds` */
export const kindAt = (table: Uint8Array, text: string, at: number): number => {
  if (at >= text.length) return none;
  const unit = text.charCodeAt(at);
  let kind = table[unit] ?? none;
  if (kind === unknown) {
    kind = kindOf(unit);
    table[unit] = kind;
  }
  return kind;
};
