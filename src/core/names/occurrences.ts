/** Where an article names somebody or something, after all of it was weighed. */
import type {Article} from '../article.ts';
import {articleLines, type Occurrence} from './article-lines.ts';
import {evidenceOf, type ReadLine, readLine} from './evidence.ts';
import {foldName, type LineWord} from './line-words.ts';
import {isJoined} from './runs.ts';
import {tagOccurrences} from './tag-names.ts';
import {keyOf, surnamesOf, weigh} from './weigh.ts';

export interface NamedLines {
  /** Plain and safe. */
  readonly lines: readonly string[];
  readonly occurrences: readonly Occurrence[];
}

const elision = /^[dl]['’](?=.)/i;

/** What a name is looked up by: its folded words with a space between. */
export const nameKey = (text: string): string =>
  text
    .split(/\s+/)
    .map(word => foldName(word.replace(elision, '')))
    .filter(word => word !== '')
    .join(' ');

type Range = Pick<Occurrence, 'start' | 'end'>;

const rangeOf = (words: readonly LineWord[]): Range => ({start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0});

/** The longest name that is looked for in a headline, in words. */
const longest = 9;

/** Names that the rest of the article knows. */
const knownNames = (line: ReadLine, known: ReadonlySet<string>): readonly (readonly LineWord[])[] => {
  const {words} = line;
  const found: (readonly LineWord[])[] = [];
  for (let from = 0; from < words.length; ) {
    let end = words[from]?.isCapital === true ? from + 1 : from;
    while (end > from && end < from + longest && isJoined(line, end)) end++;
    while (end > from && !known.has(keyOf(words.slice(from, end)))) end--;
    if (end > from) found.push(words.slice(from, end));
    from = Math.max(end, from + 1);
  }
  return found;
};

/** Linear in the length of the article. */
export const namedLines = (article: Article): NamedLines => {
  const texts = articleLines(article);
  const lines = texts.map(readLine);
  const evidence = evidenceOf(lines, article.lang);
  const named = lines.map(({runs}) => runs.map(run => weigh(run, evidence)).filter(words => words.length > 0));
  const surnames = surnamesOf(named.flat());
  const known = new Set([...named.flat().map(keyOf), ...surnames.keys()]);
  const occurrences = lines.flatMap((line, index) => {
    const names = line.isHeadline && known.size > 0 ? knownNames(line, known) : (named[index] ?? []);
    return names.map((words): Occurrence => {
      const key = keyOf(words);
      const full = surnames.get(key);
      return {line: index, ...rangeOf(words), key: full ?? key, isFull: full === undefined};
    });
  });
  return {lines: texts, occurrences: [...occurrences, ...tagOccurrences(article.tags, texts, known)]};
};
