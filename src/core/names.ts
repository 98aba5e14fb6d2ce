/**
 * People, places and bodies that an article names, told by their capitals: capitals within sentences, in names of several
 * words, in abbreviations. Scripts without capitals have names only where a tag of the article stands in its text; German,
 * which capitalises all nouns, those of several words and behind a title.
 */
import type {Article} from './article.ts';
import {namedLines} from './names/occurrences.ts';
import {excerptOf, type Range, sentenceRanges} from './names/sentences.ts';
import {field, type SafeField} from './sanitize.ts';

export {nameKey} from './names/occurrences.ts';

export interface Mention {
  /** What the name is looked up by: its folded words with a space between, see `nameKey`. */
  readonly key: string;
  /** As it is written most often, titles left out. */
  readonly text: SafeField;
  /** How often the article says it; a surname counts for the only full name with it. */
  readonly count: number;
}

export interface NamedSentence {
  readonly text: SafeField;
  /** Where the name stands in `text`, in UTF-16 units. */
  readonly names: readonly Range[];
}

interface Tally {
  count: number;
  readonly texts: Map<string, number>;
}

const mostFrequent = (texts: ReadonlyMap<string, number>): string =>
  [...texts].reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0])[0];

const mentioned = new WeakMap<Article, readonly Mention[]>();

/** The most mentioned first, else in reading order. Linear in the length of the article; remembered as long as that is. */
export const mentionsOf = (article: Article): readonly Mention[] => {
  const known = mentioned.get(article) ?? findMentions(article);
  mentioned.set(article, known);
  return known;
};

const findMentions = (article: Article): readonly Mention[] => {
  const {lines, occurrences} = namedLines(article);
  const tallies = new Map<string, Tally>();
  for (const {line, start, end, key, isFull} of occurrences) {
    const tally = tallies.get(key) ?? {count: 0, texts: new Map<string, number>()};
    tally.count++;
    if (isFull) {
      const text = lines[line]?.slice(start, end) ?? '';
      tally.texts.set(text, (tally.texts.get(text) ?? 0) + 1);
    }
    tallies.set(key, tally);
  }
  return [...tallies]
    .map(([key, {count, texts}]) => ({key, text: field(mostFrequent(texts)), count}))
    .sort((a, b) => b.count - a.count);
};

/** The texts of its mentions. */
export const namesOf = (article: Article): readonly SafeField[] => mentionsOf(article).map(({text}) => text);

/**
 * The sentences that name it, of the title, the standfirst and the body, in reading order.
 * @param key of a mention of the article
 */
export const sentencesNaming = (article: Article, key: string): readonly NamedSentence[] => {
  const {lines, occurrences} = namedLines(article);
  const byLine = new Map<number, Range[]>();
  for (const {line, start, end, key: found} of occurrences) {
    if (found === key) byLine.set(line, [...(byLine.get(line) ?? []), {start, end}]);
  }
  return [...byLine].flatMap(([index, found]) => sentencesOfLine(lines[index] ?? '', found));
};

const sentencesOfLine = (line: string, names: readonly Range[]): readonly NamedSentence[] => {
  const waiting = [...names];
  return sentenceRanges(line).flatMap(sentence => {
    const end = waiting.findIndex(({start}) => start >= sentence.end);
    const inside = waiting.splice(0, end === -1 ? waiting.length : end);
    if (inside.length === 0) return [];
    const excerpt = excerptOf(line, sentence, inside);
    return [{text: field(excerpt.text), names: excerpt.names}];
  });
};
