/** Finding in an article what somebody typed: accents ignored, case too unless a capital was typed, over the ends of lines. */
import {late} from './late.ts';
import {fold} from './tokens.ts';

/** A stretch of text, in UTF-16 units. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

/** Finds all there is in a text whose lines are ended by `\n`; matches don't overlap and are never empty. */
export type Finder = (text: string) => readonly Found[];

const marks = late(() => /\p{M}+/gu);
const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/** A character without accents; its case stays. */
const withoutAccents = (character: string): string => character.normalize('NFKD').replace(marks(), '');

interface Folded {
  readonly text: string;
  /** For each unit of it, where the character begins that it comes from, and at the end the length of the original; absent where nothing moved. */
  readonly origins?: readonly number[];
}

const foldKeepingPlaces = (text: string, change: (character: string) => string): Folded => {
  if (isAscii(text)) return {text: change(text)};
  const origins: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const made = character < '\x80' ? change(character) : known(change, character);
    folded += made;
    for (let unit = 0; unit < made.length; unit++) origins.push(at);
    at += character.length;
  }
  return {text: folded, origins: [...origins, at]};
};

/** Folding a character takes Unicode's tables; an article has few different ones. */
const foldings = new WeakMap<(character: string) => string, Map<string, string>>();

const known = (change: (character: string) => string, character: string): string => {
  const map = foldings.get(change) ?? new Map<string, string>();
  foldings.set(change, map);
  const found = map.get(character) ?? change(character);
  map.set(character, found);
  return found;
};

/** Between these a line may end without a space having been there: scripts without spaces, and behind dashes and slashes. */
const unspaced =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/;
const breaking = /[-/–—‐]/;

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');

/** What was typed as an expression: each space may be several or a line's end. */
const patternOf = (words: string): string => {
  const characters = [...words];
  return characters
    .map((character, index) => {
      // At the beginning one is enough, and more would be looked through from each of them.
      if (character === ' ') return index === 0 ? '[ \\n]' : '[ \\n]+';
      const next = characters[index + 1] ?? '';
      const mayBreak =
        next !== '' && next !== ' ' && (breaking.test(character) || (unspaced.test(character) && unspaced.test(next)));
      return escaped(character) + (mayBreak ? '\\n?' : '');
    })
    .join('');
};

const hasCapital = (text: string): boolean => text !== text.toLowerCase();

/** @returns undefined for nothing but space */
export const wordFinder = (typed: string): Finder | undefined => {
  const change = hasCapital(typed) ? withoutAccents : fold;
  const words = [...typed.replace(/\s+/g, ' ')]
    .map(character => (character === ' ' ? ' ' : change(character)))
    .join('');
  if (words.trim() === '') return undefined;
  const pattern = new RegExp(patternOf(words), 'g');
  return text => {
    const {text: folded, origins} = foldKeepingPlaces(text, change);
    return [...folded.matchAll(pattern)].map(({0: found, index}) => ({
      start: origins?.[index] ?? index,
      // A character may be folded to several: the whole of it is found.
      end: origins === undefined ? index + found.length : endOf(origins, index + found.length, text),
    }));
  };
};

/** The end of the character that the unit before `end` comes from, with the marks on it. */
const endOf = (origins: readonly number[], end: number, text: string): number => {
  const last = origins[end - 1] ?? 0;
  for (let at = end; at < origins.length; at++) {
    const origin = origins[at] ?? text.length;
    if (origin > last) return origin;
  }
  return text.length;
};

/** What is typed between slashes is a regular expression; without the second one it is not finished. */
export interface TypedExpression {
  readonly source: string;
  readonly flags: string;
  readonly isFinished: boolean;
}

/** @returns undefined for anything else */
export const typedExpression = (typed: string): TypedExpression | undefined => {
  if (!typed.startsWith('/') || typed.length < 2) return undefined;
  const isFinished = typed.length > 2 && typed.endsWith('/') && !typed.endsWith('\\/');
  const source = typed.slice(1, isFinished ? -1 : undefined);
  return {source, flags: hasCapital(source.replace(/\\./g, '')) ? 'gu' : 'giu', isFinished};
};
