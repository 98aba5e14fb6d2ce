/** Runs of capitalised words within a line: what may be a name, before the rest of the article is asked. */
import {
  isBody,
  isCalendarWord,
  isFunctionWord,
  isJointBody,
  isOffice,
  isOpener,
  isParticle,
  isTitle,
} from './lexicon.ts';
import {isAbbreviation, type LineWord, type WordsOfLine} from './line-words.ts';

export interface Run {
  readonly words: readonly LineWord[];
  /** Whether its first word stands where every word is capitalised. */
  readonly isFirst: boolean;
  /** Whether a title stood before it: then it is a person. */
  readonly isTitled: boolean;
}

/** Runs of more words are headlines. */
const longest = 9;

/** What ends a sentence, or opens a quotation that begins like one. */
const sentenceEnd = /[.!?:;…؟“"«*•|]/;
const shortened = new Set(
  'mr mrs ms mx dr sr sra dra st jr gen sen rep gov lt col capt sgt prof rev hon mme mlle m vs no'.split(' '),
);
const months = new Set(['may', 'march', 'april', 'june', 'august', 'jan', 'mars', 'sol']);

export interface Line extends WordsOfLine {
  readonly text: string;
}

/** What stands between a word and the one before it. */
const gap = ({text}: Line, {after, start}: LineWord): string => text.slice(after, start);

/** Written like words that say nothing. */
const capitalNames: ReadonlySet<string> = new Set(['US', 'U.S.', 'U.S', 'UN', 'U.N.', 'WHO']);

/** `The`, and not `US`. */
export const isFunction = ({text, folded}: LineWord): boolean => isFunctionWord(folded) && !capitalNames.has(text);

/** `Mr`, `George W`: a full stop behind it ends no sentence. */
const isShort = ({isCapital, text, folded}: LineWord): boolean =>
  isCapital && (text.length === 1 || shortened.has(folded));

/** Whether a full stop stands between two words that ends no sentence, its own (`U.S. Senate`) or not. */
const isShortened = (before: LineWord, between: string, word: LineWord): boolean =>
  ((between === '. ' && isShort(before)) || (between === ' ' && before.text.endsWith('.'))) && !isOpener(word.folded);

const isSentenceStart = (line: Line, at: number): boolean => {
  const [before, word] = [line.words[at - 1], line.words[at]];
  if (word === undefined || word.after === 0) return true;
  const between = gap(line, word);
  if (before?.end !== word.after) return sentenceEnd.test(between);
  return (sentenceEnd.test(between) || before.text.endsWith('.')) && !isShortened(before, between, word);
};

/** `d'Orsay` */
const elided = /^ [dl]['’]$/;

/** Whether a word goes on what the word before it began: only a space between, or `&`, and no possessive. */
export const isJoined = (line: Line, at: number): boolean => {
  const [before, word] = [line.words[at - 1], line.words[at]];
  if (before === undefined || word === undefined || before.end !== word.after || before.isLitter) return false;
  const between = gap(line, word);
  if (before.text.endsWith('.') || between === '. ') return isShortened(before, between, word);
  return between === ' ' || between === ' & ' || elided.test(between);
};

const isNameLike = (word: LineWord | undefined): word is LineWord => word?.isCapital === true && !word.isLitter;

/** The end of the capitalised words from `at` on that follow one another. */
const endOfCapitals = (line: Line, at: number): number => {
  let end = at;
  while (isNameLike(line.words[end]) && (end === at || isJoined(line, end))) end++;
  return end;
};

/** Whether the small word at `at` may stand within the name that began at `from`. */
const joins = (line: Line, from: number, at: number): boolean => {
  const {words} = line;
  // Litter joins nothing.
  const small = words[at]?.isLitter ? '' : (words[at]?.text ?? '');
  const before = words[at - 1]?.folded ?? '';
  switch (small) {
    case 'of':
      // `Murphy of Connecticut` are two names, `Bank of America` is one, and so is `United States of America`.
      return at - from === 1 ? !isAbbreviation(words[from]?.text ?? '') : isBody(before);
    case 'for':
      return isBody(before);
    case 'the':
      return words[at - 1]?.text === 'of' || words[at - 1]?.text === 'for';
    case 'and': {
      const end = endOfCapitals(line, at + 1);
      const last = words[end - 1]?.folded ?? '';
      const of = words.findIndex(({text}, index) => index > from && (text === 'of' || text === 'for'));
      const isOfBody = of !== -1 && of < at && words.slice(from, of).some(({folded}) => isBody(folded));
      return (
        end > at + 1 &&
        (isOfBody || (isJointBody(last) && !isBody(before) && !isAbbreviation(words[at - 1]?.text ?? '')))
      );
    }
    default:
      return isParticle(small);
  }
};

const isMonthOnly = (line: Line, at: number, from: number, folded: string): boolean => {
  if (!isCalendarWord(folded)) return false;
  // Theresa May, and not "in London May 3".
  const next = line.words[at + 1];
  return at === from || !months.has(folded) || /^\d/.test(next?.text ?? '');
};

const endOfRun = (line: Line, from: number): number => {
  let end = from + 1;
  for (let at = from + 1; at < line.words.length && at < from + longest; at++) {
    const word = line.words[at];
    if (word === undefined || !isJoined(line, at)) break;
    if (isNameLike(word)) {
      if (isMonthOnly(line, at, from, word.folded)) break;
      end = at + 1;
    } else if (!joins(line, from, at)) break;
  }
  return end;
};

/** Titles go, with what they are of, and the small words that are left in front. */
const withoutTitles = (words: readonly LineWord[]): readonly LineWord[] => {
  // `General Services Administration` is nobody's title.
  const isOfBody = isBody(words.at(-1)?.folded ?? '') && words.length > 1;
  let from = 0;
  for (;;) {
    const word = words[from];
    if (word === undefined) break;
    const isOf = words[from + 1]?.text === 'of' && isOffice(words[from + 2]?.folded ?? '');
    // `U.S. Census Bureau` and `Census Bureau` are one.
    if (word.folded === 'us' && capitalNames.has(word.text) && words.length > from + 2) from++;
    else if (isTitle(word.folded) && word.isCapital && !isOfBody) from += isOf && words.length > from + 3 ? 3 : 1;
    else if (!word.isCapital) from++;
    else break;
  }
  return words.slice(from);
};

export const runsOf = (line: Line): readonly Run[] => {
  const runs: Run[] = [];
  const {words} = line;
  for (let from = 0; from < words.length; ) {
    const first = words[from];
    if (!isNameLike(first) || isCalendarWord(first.folded)) {
      from++;
      continue;
    }
    const end = endOfRun(line, from);
    const all = words.slice(from, end);
    const isFirst = isSentenceStart(line, from);
    const opening = all.findIndex(word => word.isCapital && !isFunction(word));
    // `Make Your Site Accessible` is the title of something.
    const opened = opening === -1 || (opening > 1 && !isFirst) ? [] : all.slice(opening);
    const named = withoutTitles(opened);
    if (named.length > 0) {
      runs.push({words: named, isFirst: isFirst && named[0] === all[0], isTitled: named.length < opened.length});
    }
    from = end;
  }
  return runs;
};

/** Headlines In Title Case and lines IN CAPITALS say nothing about names; nor does an entry that is all capitals. */
export const isHeadline = ({text, count, longCapitals, longOnes}: Line): boolean => {
  if (longCapitals === 0) return false;
  if (longCapitals === longOnes) return count < 4 || !/[.!?]["”»)]?$/.test(text);
  return count > 3 && longCapitals > longOnes * 0.7 && !/\.$/.test(text);
};
