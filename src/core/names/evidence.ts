/** What an article as a whole says about its capitals: each line by itself could be read both ways. */
import {germanWords, isGermanBy} from './lexicon.ts';
import {wordsOfLine} from './line-words.ts';
import {isHeadline, type Line, type Run, runsOf} from './runs.ts';

export interface Evidence {
  /** Words that stand in lower case anywhere, as written. */
  readonly small: ReadonlySet<string>;
  /** Folded words that stand capitalised within a sentence. */
  readonly inner: ReadonlySet<string>;
  /** Whether all nouns are capitalised. */
  readonly isGerman: boolean;
  /** Whether a phrase stands in lower case too. */
  isWrittenSmall(phrase: string): boolean;
}

export interface ReadLine extends Line {
  /** Its capitals say nothing: what it names the rest of the article must know. */
  readonly isHeadline: boolean;
  readonly runs: readonly Run[];
}

export const readLine = (text: string): ReadLine => {
  const {words, small, count, longCapitals, longOnes} = wordsOfLine(text);
  const line: Line = {text, words, small, count, longCapitals, longOnes};
  const isSilent = isHeadline(line);
  const runs = isSilent || words.length === 0 ? [] : runsOf(line);
  return {text, words, small, count, longCapitals, longOnes, isHeadline: isSilent, runs};
};

/** So many phrases are looked for in lower case: each costs a look through the article. */
const mostLookups = 100;

const smallPhrases = (lines: readonly Line[], small: ReadonlySet<string>): Evidence['isWrittenSmall'] => {
  const known = new Map<string, boolean>();
  return phrase => {
    const lower = phrase.toLowerCase();
    const before = known.get(lower);
    if (before !== undefined || known.size === mostLookups) return before ?? false;
    if (!lower.split(' ').every(word => small.has(word))) return false;
    const isFound = lines.some(({text}) => text.includes(lower));
    known.set(lower, isFound);
    return isFound;
  };
};

/** Kinds of words by their first and last letter and length: nearly all that are not sought are told without a hash. */
const signatures = 4096;
const signature = (text: string, start: number, end: number): number =>
  ((text.charCodeAt(start) * 31 + text.charCodeAt(end - 1)) * 31 + end - start) & (signatures - 1);

/** Which of the words stand in lower case. */
const smallWords = (lines: readonly Line[], sought: ReadonlySet<string>): ReadonlySet<string> => {
  const possible = new Uint8Array(signatures);
  for (const word of sought) possible[signature(word, 0, word.length)] = 1;
  const found = new Set<string>();
  for (const {text, small} of lines) {
    for (let at = 0; at < small.length; at += 2) {
      const [start, end] = [small[at] ?? 0, small[at + 1] ?? 0];
      if (possible[signature(text, start, end)] !== 1) continue;
      const word = text.slice(start, end);
      if (sought.has(word)) found.add(word);
    }
  }
  return found;
};

/** @param lang as the article says, if it does */
export const evidenceOf = (lines: readonly ReadLine[], lang: string | undefined): Evidence => {
  const inner = new Set<string>();
  const sought = new Set(germanWords);
  for (const {runs} of lines) {
    for (const {words, isFirst} of runs) {
      let isInner = !isFirst;
      for (const {folded, isCapital, text} of words) {
        sought.add(isCapital ? text.toLowerCase() : text);
        if (isCapital && isInner) inner.add(folded);
        isInner = true;
      }
    }
  }
  const small = smallWords(lines, sought);
  const isGerman = lang === undefined ? isGermanBy(small) : /^(?:de|gsw|lb|nds)\b/i.test(lang);
  return {small, inner, isGerman, isWrittenSmall: smallPhrases(lines, small)};
};
