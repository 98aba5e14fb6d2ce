/** The tokens of `search-text.ts` with the places in the text that they come from, so that hits can be marked there. */
import type {Found} from '../find-text.ts';
import {late} from '../late.ts';
import {fold} from '../tokens.ts';
import {eachPiece} from './search-text.ts';
import type {Sought} from './sought.ts';

/** The place is that of the whole word; for a pair of an unspaced script, of its two characters. */
interface PlacedToken extends Found {
  readonly token: string;
  /** Where the first character ends, for a pair. */
  readonly firstEnd?: number;
}

/** Words as they stand: also what folding takes out of them. */
const standing = late(() => /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+/gu);
const beyondAscii = /[^\0-\x7f]/;

const placedTokens = (text: string): readonly PlacedToken[] => {
  const tokens: PlacedToken[] = [];
  for (const {0: word, index: start} of text.matchAll(standing())) {
    if (beyondAscii.test(word)) pushFolded(word, start, tokens);
    else tokens.push({token: word.toLowerCase(), start, end: start + word.length});
  }
  return tokens;
};

/** A character of the folded word, with the place of what it comes from. */
interface FoldedCharacter extends Found {
  readonly character: string;
}

const charactersOf = (word: string, base: number): readonly FoldedCharacter[] => {
  let at = base;
  return Array.from(word).flatMap(original => {
    const start = at;
    at += original.length;
    return Array.from(fold(original), character => ({character, start, end: at}));
  });
};

const pushFolded = (word: string, base: number, into: PlacedToken[]): void => {
  const whole: Found = {start: base, end: base + word.length};
  const characters = charactersOf(word, base);
  let from = 0;
  /** The characters of a piece; none where folding each by itself gives something else than folding all. */
  const take = (piece: string): readonly FoldedCharacter[] => {
    const length = Array.from(piece).length;
    for (let at = from; at + length <= characters.length; at++) {
      const taken = characters.slice(at, at + length);
      if (taken.map(({character}) => character).join('') !== piece) continue;
      from = at + length;
      return taken;
    }
    return [];
  };
  const placed = (part: readonly FoldedCharacter[]): Found => ({
    start: part[0]?.start ?? whole.start,
    end: part.at(-1)?.end ?? whole.end,
  });
  const pieces: {readonly text: string; readonly isRun: boolean}[] = [];
  eachPiece(word, {
    spaced: text => void pieces.push({text, isRun: false}),
    unspaced: text => void pieces.push({text, isRun: true}),
  });
  for (const {text, isRun} of pieces) {
    if (!isRun && pieces.length === 1) {
      into.push({token: text, ...whole});
      continue;
    }
    const taken = take(text);
    if (!isRun) into.push({token: text, ...placed(taken)});
    else pushPlacedRun(Array.from(text), taken, whole, into);
  }
};

const pushPlacedRun = (
  characters: readonly string[],
  places: readonly FoldedCharacter[],
  whole: Found,
  into: PlacedToken[],
): void => {
  const placeOf = (at: number): Found => places[at] ?? whole;
  for (const [at, character] of characters.entries()) {
    const next = characters[at + 1] ?? '';
    const {start, end} = placeOf(at);
    into.push({token: character + next, start, end: next === '' ? end : placeOf(at + 1).end, firstEnd: end});
  }
};

/** Where the phrases stand in a text, in order, none overlapping; `which` of them, by their places in `sought`. */
export interface Hit extends Found {
  readonly which: ReadonlySet<number>;
}

export const findHits = (text: string, sought: readonly Sought[]): readonly Hit[] => {
  const tokens = placedTokens(text);
  const hits: {start: number; end: number; which: Set<number>}[] = [];
  for (let at = 0; at < tokens.length; at++) {
    for (const [which, phrase] of sought.entries()) {
      const end = endOfHit(tokens, at, phrase);
      const start = tokens[at]?.start;
      if (end === undefined || start === undefined) continue;
      const last = hits.at(-1);
      if (last === undefined || last.end <= start) {
        hits.push({start, end, which: new Set([which])});
      } else {
        last.end = Math.max(last.end, end);
        last.which.add(which);
      }
    }
  }
  return hits;
};

const endOfHit = (tokens: readonly PlacedToken[], at: number, {tokens: phrase, isOpen}: Sought): number | undefined => {
  const last = phrase.length - 1;
  for (const [index, token] of phrase.entries()) {
    const found = tokens[at + index]?.token;
    const fits = isOpen && index === last ? found?.startsWith(token) : found === token;
    if (fits !== true) return undefined;
  }
  const end = tokens[at + last];
  // The beginning of a pair is its first character: that alone was looked for.
  return isOpen && end?.firstEnd !== undefined && Array.from(phrase[last] ?? '').length === 1 ? end.firstEnd : end?.end;
};
