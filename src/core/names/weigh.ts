/** Whether a run of capitals is a name, by what its words are and what the rest of the article says of them. */
import type {Evidence} from './evidence.ts';
import {
  isBody,
  isFunctionWord,
  isJob,
  isOpener,
  isParticle,
  isPlaceBeginning,
  isPlainAbbreviation,
  namesNothing,
} from './lexicon.ts';
import {hasInnerCapital, isAbbreviation, type LineWord} from './line-words.ts';
import {isFunction, type Run} from './runs.ts';

/** Folded words with a space between. */
export const keyOf = (words: readonly LineWord[]): string =>
  words.map(({isCapital, folded, text}) => (isCapital ? folded : text)).join(' ');

/** The first word of a sentence goes unless something says that it belongs to the name. */
const withoutOpener = ({words, isFirst}: Run, {small, inner, isGerman}: Evidence): readonly LineWord[] => {
  const [first] = words;
  if (!isFirst || first === undefined || words.length === 1) return words;
  if (isAbbreviation(first.text) || hasInnerCapital(first.text) || inner.has(first.folded)) return words;
  const mayOpen = isOpener(first.folded) || (isGerman && isParticle(first.folded));
  if (!mayOpen && !small.has(first.text.toLowerCase())) return words;
  return words.slice(words.findIndex(({isCapital}, index) => index > 0 && isCapital));
};

const isSingleName = (word: LineWord, {isFirst, isTitled}: Run, {small, inner, isGerman}: Evidence): boolean => {
  const {text, folded} = word;
  if (text.length < 2 || isPlainAbbreviation(folded)) return false;
  if (isFunctionWord(folded)) return !isFunction(word);
  // `NOTE` is `note`, and no name.
  if (namesNothing(folded) || small.has(text.toLowerCase())) return false;
  if (isAbbreviation(text) || hasInnerCapital(text)) return true;
  // Where all nouns have capitals, a single one tells nothing without a title before it.
  return (!isFirst || inner.has(folded)) && (!isGerman || isTitled);
};

const isLongName = (words: readonly LineWord[], {isWrittenSmall}: Evidence): boolean => {
  const capitals = words.filter(({isCapital}) => isCapital);
  // `Make Your Site Accessible` is the title of something.
  if (capitals.some((word, index) => index > 0 && word.text.length > 1 && isFunction(word))) return false;
  if (isJob(capitals.at(-1)?.folded ?? '')) return false;
  if (capitals.every(({folded}) => namesNothing(folded)) && !capitals.some(({folded}) => isBody(folded))) return false;
  return !isWrittenSmall(words.map(({text}) => text).join(' '));
};

/** @returns the words that are the name; none when there is none */
export const weigh = (run: Run, evidence: Evidence): readonly LineWord[] => {
  const words = withoutOpener(run, evidence);
  const [first] = words;
  if (first === undefined) return [];
  const isFirst = run.isFirst && first === run.words[0];
  const isName = words.length === 1 ? isSingleName(first, {...run, isFirst}, evidence) : isLongName(words, evidence);
  return isName ? words : [];
};

/** `Pedro Sánchez` and no `Western Sahara`: whose last word stands for the whole. */
const isPersonLike = (words: readonly LineWord[]): boolean => {
  const capitals = words.filter(({isCapital}) => isCapital);
  return (
    capitals.length >= 2 &&
    capitals.length <= 4 &&
    words.every(({isCapital, folded}) => isCapital || isParticle(folded)) &&
    !isPlaceBeginning(words[0]?.folded ?? '') &&
    capitals.every(({text, folded}) => !namesNothing(folded) && (text.length === 1 || !isAbbreviation(text)))
  );
};

/** The key of the full name that a surname stands for, where the article has only one with it. */
export const surnamesOf = (names: Iterable<readonly LineWord[]>): ReadonlyMap<string, string> => {
  const full = new Map<string, ReadonlySet<string>>();
  for (const words of names) {
    const last = words.at(-1);
    if (last !== undefined && isPersonLike(words)) {
      full.set(last.folded, new Set([...(full.get(last.folded) ?? []), keyOf(words)]));
    }
  }
  return new Map(
    [...full].flatMap(([surname, keys]) => (keys.size === 1 ? [[surname, ...keys] as [string, string]] : [])),
  );
};
