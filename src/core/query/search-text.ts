/**
 * Text as search sees it, the same in memory and in the index: tokens with any ASCII that is no letter or digit between
 * them. Tokens are words, folded; apostrophes and hyphens part them. A run of a script without spaces between words (and
 * Korean) gives each pair of neighbours, and then its last character, `北京 京市 市`: so every stretch of it is a phrase,
 * and where it ends is known. What is looked for in it is in `sought.ts`.
 */
import {late} from '../late.ts';
import {cutWord, fold, type PieceSink, pushPairs} from '../tokens.ts';

const beyondAscii = /[^\0-\x7f]/;
const beyondAsciiRuns = /[^\0-\x7f]+/g;

const word = late(() => /[\p{L}\p{N}\p{M}]+/gu);
const notWord = late(() => /[^\p{L}\p{N}\p{M}]+/gu);

/** What chooses how the character before it is drawn: marks to Unicode, nothing to a reader. */
const selectors = /[\ufe00-\ufe0f\u20e3]+/g;

const folded = (text: string): string => fold(text).replace(selectors, '');

/** Characters of the longest token; a longer word is several. The index would cut what is longer than 32 KiB. */
const longest = 200;
const cuts = new RegExp(`.{1,${longest}}`, 'gsu');

/** Reports the words of any text in pieces, folded. */
export const eachPiece = (text: string, into: PieceSink): void => {
  const {spaced, unspaced} = into;
  const cutting: PieceSink = {
    spaced: piece => {
      if (piece.length <= longest) spaced(piece);
      else for (const [part] of piece.matchAll(cuts)) spaced(part);
    },
    unspaced,
  };
  for (const found of folded(text).match(word()) ?? []) cutWord(found, cutting);
};

export const lastCharacter = (run: string): string => run.slice(/[\ud800-\udbff][\udc00-\udfff]$/.test(run) ? -2 : -1);

/** The tokens of a run that is over. */
export const pushRun = (run: string, into: string[]): void => {
  pushPairs(run, into);
  const last = lastCharacter(run);
  // A single character is there already.
  if (last !== run) into.push(last);
};

const tokensOf = (text: string): string[] => {
  const tokens: string[] = [];
  eachPiece(text, {spaced: piece => void tokens.push(piece), unspaced: run => pushRun(run, tokens)});
  return tokens;
};

/** What a stretch without ASCII becomes; at its ends it may belong to the words beside it. */
const foldedRun = (run: string): string => {
  let made = '';
  let isAfterRun = false;
  const into: PieceSink = {
    spaced: piece => {
      made += isAfterRun ? ` ${piece}` : piece;
      isAfterRun = false;
    },
    unspaced: stretch => {
      const tokens: string[] = [];
      pushRun(stretch, tokens);
      made += ` ${tokens.join(' ')}`;
      isAfterRun = true;
    },
  };
  const spaced = folded(run).replace(notWord(), ' ');
  for (const part of spaced.split(/( )/)) {
    if (part === ' ') {
      made += ' ';
      isAfterRun = false;
    } else if (part !== '') {
      cutWord(part, into);
    }
  }
  return isAfterRun ? `${made} ` : made;
};

/** Accented letters and signs come again and again, and folding takes Unicode's tables. Not for whole sentences. */
const knownRuns = new Map<string, string>();
const longestKnown = 12;
const mostKnown = 20_000;

const knownRun = (run: string): string => {
  if (run.length > longestKnown) return foldedRun(run);
  const known = knownRuns.get(run);
  if (known !== undefined) return known;
  if (knownRuns.size >= mostKnown) knownRuns.clear();
  const made = foldedRun(run);
  knownRuns.set(run, made);
  return made;
};

/** Whether a unit of text made by `searchText` belongs to a token. */
export const isOfToken = (unit: number): boolean =>
  unit >= 0x80 || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);

/** A longer word stands at one of these places, so few characters have to be looked at. */
const hasOverlong = (text: string): boolean => {
  for (let at = longest; at < text.length; at += longest) {
    let [start, end] = [at, at];
    while (isOfToken(text.charCodeAt(start - 1))) start--;
    while (isOfToken(text.charCodeAt(end))) end++;
    if (end - start > longest) return true;
  }
  return false;
};

/** A text to search in. Most is ASCII, or all but for some signs and letters: folding all of it costs ten times as much. */
export const searchText = (text: string): string => {
  const lower = text.toLowerCase();
  const made = beyondAscii.test(lower) ? lower.replace(beyondAsciiRuns, knownRun) : lower;
  if (hasOverlong(made)) return tokensOf(text).join(' ');
  return made.includes('\0') ? made.replaceAll('\0', ' ') : made;
};

/** Tokens before and behind each of several values. No text has them: private use is neither letter nor digit. */
export const opening = '\ue000';
export const closing = '\ue001';

/** Several texts to search in as one: no phrase runs from one into the next, and one can be asked for whole. */
export const searchTextOfValues = (values: readonly string[]): string =>
  values.map(value => `${opening} ${searchText(value)} ${closing}`).join(' ');
