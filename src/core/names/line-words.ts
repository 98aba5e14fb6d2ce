/** The words of a line, where they stand and how they begin. Letter by letter, since every article of a library passes here. */
import {late} from '../late.ts';
import {words} from '../tokens.ts';

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
}

const none = 0;
const lower = 1;
const upper = 2;
const digit = 3;
/** A letter of a script without capitals, or a mark. */
const uncased = 4;

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
const kinds = late(() => new Uint8Array(0x10000).fill(unknown));

const kindAt = (table: Uint8Array, text: string, at: number): number => {
  if (at >= text.length) return none;
  const unit = text.charCodeAt(at);
  let kind = table[unit] ?? none;
  if (kind === unknown) {
    kind = kindOf(unit);
    table[unit] = kind;
  }
  return kind;
};

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

const smallWord = (line: string, start: number, end: number, isLitter: boolean): LineWord => ({
  start,
  end,
  text: line.slice(start, end),
  folded: '',
  isCapital: false,
  isLitter,
  isPossessive: false,
});

/** A capitalised word with something between its letters. */
const compound = (line: string, start: number, end: number): LineWord => {
  const written = line.slice(start, end);
  const isPossessive = possessive.test(written);
  const bounds = withoutAttachments(line, {start, end: isPossessive ? end - 2 : end});
  // The full stop of `U.S.` is its own.
  const isStopped = line.charAt(bounds.end) === '.' && initials().test(line.slice(bounds.start, bounds.end));
  const text = line.slice(bounds.start, bounds.end + (isStopped ? 1 : 0));
  const isLitter = litter.test(written) || (isDotted(text) && !domain.test(text));
  return {
    start: bounds.start,
    end: bounds.start + text.length,
    text,
    folded: foldName(text),
    isCapital: true,
    isLitter,
    isPossessive,
  };
};

const startsCapital = (line: string, start: number, end: number, isCompound: boolean): boolean => {
  const table = kinds();
  const first = kindAt(table, line, start);
  if (first === upper) return true;
  if (first !== lower || !isCompound) return false;
  const prefix = smallPrefix.exec(line.slice(start, end))?.[0].length ?? 0;
  return prefix > 0 && kindAt(table, line, start + prefix) === upper;
};

const wordAt = (line: string, start: number, end: number, isCompound: boolean): LineWord => {
  const before = line.charAt(start - 1);
  // A handle, a hashtag, a path.
  if (before === '@' || before === '#' || before === '/') return smallWord(line, start, end, true);
  if (!startsCapital(line, start, end, isCompound)) return smallWord(line, start, end, false);
  if (isCompound) return compound(line, start, end);
  const text = line.slice(start, end);
  return {start, end, text, folded: foldName(text), isCapital: true, isLitter: false, isPossessive: false};
};

/** In order. What stands between two backticks comes out as one piece of litter. */
export const wordsOfLine = (line: string): readonly LineWord[] => {
  const table = kinds();
  const found: LineWord[] = [];
  for (let at = 0; at < line.length; ) {
    if (line.charCodeAt(at) === 0x60) {
      const close = line.indexOf('`', at + 1);
      const end = close === -1 ? at + 1 : close + 1;
      found.push(smallWord(line, at, end, true));
      at = end;
      continue;
    }
    if (kindAt(table, line, at) === none) {
      at++;
      continue;
    }
    let end = at + 1;
    let isCompound = false;
    for (;;) {
      if (kindAt(table, line, end) !== none) end++;
      else if (joiners.includes(line.charAt(end)) && kindAt(table, line, end + 1) !== none) {
        end += 2;
        isCompound = true;
      } else break;
    }
    const word = wordAt(line, at, end, isCompound);
    found.push(word);
    at = Math.max(end, word.end);
  }
  return found;
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
