/**
 * What a term looks for: a phrase of tokens of `search-text.ts`. At its end a word is whole unless only its beginning is
 * asked for; a run of an unspaced script may always go on there, and so gives its pairs only, or is the beginning of a
 * token when it is a single character.
 */
import {pushPairs} from '../tokens.ts';
import type {Term} from './query-node.ts';
import {closing, eachPiece, isOfToken, lastCharacter, opening, pushRun} from './search-text.ts';

/** A phrase of tokens; not empty. */
export interface Sought {
  readonly tokens: readonly string[];
  /** Whether the last one may go on. */
  readonly isOpen: boolean;
}

/** Where in a value it stands: anywhere, from its beginning on, or as all of it. */
export type Extent = 'part' | 'beginning' | 'whole';

/** @returns undefined for what has no letter or digit */
export const soughtOf = ({form, text}: Term, extent: Extent = 'part'): Sought | undefined => {
  const pieces: {readonly text: string; readonly isRun: boolean}[] = [];
  eachPiece(text, {
    spaced: piece => void pieces.push({text: piece, isRun: false}),
    unspaced: run => void pieces.push({text: run, isRun: true}),
  });
  const last = pieces.at(-1);
  if (last === undefined) return undefined;
  const isWhole = extent === 'whole' && form !== 'prefix';
  const tokens = extent === 'part' ? [] : [opening];
  for (const piece of pieces) {
    if (!piece.isRun) tokens.push(piece.text);
    else if (piece === last && !isWhole) pushPairs(piece.text, tokens);
    else pushRun(piece.text, tokens);
  }
  if (isWhole) tokens.push(closing);
  const goesOn = last.isRun ? lastCharacter(last.text) === last.text : form === 'prefix';
  return {tokens, isOpen: goesOn && !isWhole};
};

/** Where the phrase stands in a text made by `searchText`, from `from` on; -1 where it does not. Beyond the end of a text no unit is of a token: NaN. */
export const findSought = ({tokens, isOpen}: Sought, text: string, from = 0): number => {
  const [first = ''] = tokens;
  for (let at = text.indexOf(first, from); at !== -1; at = text.indexOf(first, at + 1)) {
    if (isOfToken(text.charCodeAt(at - 1))) continue;
    const end = endOfPhrase(tokens, text, at);
    if (end !== -1 && (isOpen || !isOfToken(text.charCodeAt(end)))) return at;
  }
  return -1;
};

/** The end of the last token, where the others follow with nothing but signs between them; -1 where they do not. */
const endOfPhrase = (tokens: readonly string[], text: string, start: number): number => {
  let at = start;
  for (const [index, token] of tokens.entries()) {
    if (index > 0) {
      const from = at;
      while (at < text.length && !isOfToken(text.charCodeAt(at))) at++;
      if (at === from || !text.startsWith(token, at)) return -1;
    }
    at += token.length;
  }
  return at;
};
