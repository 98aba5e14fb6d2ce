/** The words of a line, where they stand and how they begin. Letter by letter, since every article of a library passes here. */
import {late} from '../late.ts';
import {words} from '../tokens.ts';
import {kindAt, kinds, lower, none, uncased, upper} from './letter-kinds.ts';

export interface LineWord {
  readonly start: number;
  /** Behind its last character; a possessive `'s` is left out. */
  readonly end: number;
  readonly text: string;
  /** The words of its folded text, of capitalised ones only; `U.S.` and `US` are one. */
  readonly folded: string;
  readonly isCapital: boolean;
  /** An address, a file name, a handle or code: no word of the language. */
  readonly isLitter: boolean;
  readonly isPossessive: boolean;
  /** Where the word before it ends, as written; 0 for the first. */
  readonly after: number;
}

export interface WordsOfLine {
  /** The capitalised ones, litter, and the short ones behind them that may join a name, like `of`. */
  readonly words: readonly LineWord[];
  /** Starts and ends of all words in lower case, in turn. Most words are these: an object for each would take most of the time. */
  readonly small: readonly number[];
  /** Words in all, and those of more than three letters, capitalised and not. */
  readonly count: number;
  readonly longCapitals: number;
  readonly longOnes: number;
}

/** What may stand between two letters of one word, and what makes it no word at all. */
const joiners = "-'’.&@_/:\\=";
const litter = /[@_/:\\=]/;
const possessive = /['’]s$/i;
/** `Data.gov` is a name, `today.Then` a missing space. */
const domain = /^[^.]+\.[a-z]{2,4}$/;
const initials = late(() => /^\p{Lu}(?:\.\p{Lu})+\.?$/u);
/** `al-Assad`, `d'Orsay`. */
const smallPrefix = /^(?:[ae][lnrstd]h?-|[dl]['’])/;
const elision = /^(?:[dlDL]|[Qq]u)['’]/;

const isDotted = (text: string): boolean => text.includes('.') && !initials().test(text);

const simple = /^[A-Za-z0-9]+$/;

/** The folded words of a name: `U.S.` and `US` are one. */
export const foldName = (text: string): string => {
  if (simple.test(text)) return text.toLowerCase();
  const isInitials = text.includes('.') && initials().test(text);
  return words(isInitials ? text.replaceAll('.', '') : text).join(' ');
};

interface Bounds {
  readonly start: number;
  readonly end: number;
}

/** `l'Europe` is about Europe, `Moroccan-led` about Moroccans. */
const withoutAttachments = (line: string, {start, end}: Bounds): Bounds => {
  const table = kinds();
  const elided = elision.exec(line.slice(start, end))?.[0].length ?? 0;
  const from = elided > 0 && kindAt(table, line, start + elided) === upper ? start + elided : start;
  let to = end;
  for (let dash = line.lastIndexOf('-', to - 1); dash > from; dash = line.lastIndexOf('-', to - 1)) {
    if (kindAt(table, line, dash + 1) !== lower) break;
    to = dash;
  }
  return {start: from, end: to};
};

/** A word as it stands in the line, before it is looked into. */
interface Token {
  readonly start: number;
  readonly end: number;
  /** Whether something stands between its letters. */
  readonly isCompound: boolean;
}

const small = (line: string, {start, end}: Token, after: number, isLitter: boolean): LineWord => {
  const text = line.slice(start, end);
  return {start, end, text, folded: '', isCapital: false, isLitter, isPossessive: false, after};
};

const compound = (line: string, token: Token, after: number): LineWord => {
  const written = line.slice(token.start, token.end);
  const isPossessive = possessive.test(written);
  const {start, end} = withoutAttachments(line, {start: token.start, end: isPossessive ? token.end - 2 : token.end});
  // The full stop of `U.S.` is its own.
  const isStopped = line.charAt(end) === '.' && initials().test(line.slice(start, end));
  const text = line.slice(start, end + (isStopped ? 1 : 0));
  const isLitter = litter.test(written) || (isDotted(text) && !domain.test(text));
  return {
    start,
    end: start + text.length,
    text,
    folded: foldName(text),
    isCapital: true,
    isLitter,
    isPossessive,
    after,
  };
};

const capitalised = (line: string, token: Token, after: number): LineWord => {
  if (token.isCompound) return compound(line, token, after);
  const {start, end} = token;
  const text = line.slice(start, end);
  return {start, end, text, folded: foldName(text), isCapital: true, isLitter: false, isPossessive: false, after};
};

const startsCapital = (line: string, {start, end, isCompound}: Token): boolean => {
  const table = kinds();
  const first = kindAt(table, line, start);
  if (first === upper) return true;
  if (first !== lower || !isCompound) return false;
  const prefix = smallPrefix.exec(line.slice(start, end))?.[0].length ?? 0;
  return prefix > 0 && kindAt(table, line, start + prefix) === upper;
};

/** The token at `at`; what stands between two backticks is one. */
const tokenAt = (line: string, at: number): Token => {
  if (line.charCodeAt(at) === backtick) {
    const close = line.indexOf('`', at + 1);
    return {start: at, end: close === -1 ? at + 1 : close + 1, isCompound: false};
  }
  const table = kinds();
  let isCompound = false;
  for (let end = at + 1; ; end++) {
    const unit = line.charCodeAt(end);
    const kind = table[unit];
    if (kind === lower || kindAt(table, line, end) !== none) continue;
    if (unit === space || !joiners.includes(line.charAt(end)) || kindAt(table, line, end + 1) === none) {
      return {start: at, end, isCompound};
    }
    isCompound = true;
  }
};

const space = 0x20;
const backtick = 0x60;
/** The longest word that joins others: `della`. */
const longestJoint = 5;

const [atSign, hash, slash] = [0x40, 0x23, 0x2f];

/** Code, or what stands behind a sign of handles, hashtags and paths. */
const isLitterAt = (line: string, start: number): boolean => {
  if (line.charCodeAt(start) === backtick) return true;
  const before = line.charCodeAt(start - 1);
  return before === atSign || before === hash || before === slash;
};

/** Where lower case that began at or before `at` ends. */
const endOfLower = (table: Uint8Array, line: string, at: number): number => {
  let end = at;
  while (end < line.length && table[line.charCodeAt(end)] === lower) end++;
  return end;
};

const isWordEnd = (table: Uint8Array, line: string, end: number): boolean => {
  if (end >= line.length || line.charCodeAt(end) === space) return true;
  if (kindAt(table, line, end) !== none) return false;
  return !joiners.includes(line.charAt(end)) || kindAt(table, line, end + 1) === none;
};

export const wordsOfLine = (line: string): WordsOfLine => {
  const table = kinds();
  const words: LineWord[] = [];
  const smallOnes: number[] = [];
  let [count, longCapitals, longOnes, after, lastEnd] = [0, 0, 0, 0, -1];
  const {length} = line;
  for (let at = 0; at < length; ) {
    const unit = line.charCodeAt(at);
    const known = table[unit];
    if (known === none && unit !== backtick) {
      at++;
      continue;
    }
    // Most words are in lower case, and no more is kept of them than where they are.
    if (known === lower && !isLitterAt(line, at)) {
      const end = endOfLower(table, line, at + 1);
      if (isWordEnd(table, line, end)) {
        count++;
        if (end - at > 3) longOnes++;
        smallOnes.push(at, end);
        if (end - at <= longestJoint && after > 0 && lastEnd === after) {
          words.push(small(line, {start: at, end, isCompound: false}, after, false));
          lastEnd = end;
        }
        at = end;
        after = end;
        continue;
      }
    }
    if (kindAt(table, line, at) === none && unit !== backtick) {
      at++;
      continue;
    }
    const token = tokenAt(line, at);
    const {start, end} = token;
    const isLitter = isLitterAt(line, start);
    const isCapital = !isLitter && startsCapital(line, token);
    count++;
    if (end - start > 3) {
      longOnes++;
      if (isCapital) longCapitals++;
    }
    at = end;
    if (isCapital) {
      const word = capitalised(line, token, after);
      words.push(word);
      at = Math.max(end, word.end);
      lastEnd = word.end;
    } else if (isLitter) {
      words.push(small(line, token, after, true));
      lastEnd = end;
    } else {
      smallOnes.push(start, end);
      if (end - start <= longestJoint && after > 0 && lastEnd === after) {
        words.push(small(line, token, after, false));
        lastEnd = end;
      }
    }
    after = at;
  }
  return {words, small: smallOnes, count, longCapitals, longOnes};
};

/** Whether a word is written in capitals throughout, as abbreviations are: `UN`, `U.S`, `G20`, `AT&T`. */
export const isAbbreviation = (text: string): boolean => {
  const table = kinds();
  let capitals = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(table, text, at);
    if (kind === lower || kind === uncased) return false;
    if (kind === upper) capitals++;
  }
  return capitals > 1 || (capitals === 1 && text.length > 1);
};

/** `GitHub`, `McDonald`, `DigitalGov`: no sentence start makes these. */
export const hasInnerCapital = (text: string): boolean => {
  const table = kinds();
  for (let at = 1; at < text.length; at++) {
    if (kindAt(table, text, at) === upper && kindAt(table, text, at - 1) === lower) return true;
  }
  return false;
};
