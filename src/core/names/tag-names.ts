/** Tags that the text names: the only names to be had in scripts without capitals, and sure ones in the others. */
import {late} from '../late.ts';
import {unspacedRuns, words} from '../tokens.ts';
import type {Occurrence} from './article-lines.ts';

/** Each costs a look through the article. */
const mostTags = 50;

const cased = late(() => /\p{Ll}|\p{Lu}/u);
const capital = late(() => /\p{Lu}/u);
const wordCharacter = late(() => /[\p{L}\p{N}\p{M}]/u);

/** A tag in lower case is a topic. */
const mayName = (tag: string): boolean => capital().test(tag) || (!cased().test(tag) && words(tag).length > 0);

const isApart = (line: string, start: number, end: number): boolean =>
  !wordCharacter().test(line.charAt(start - 1)) && !wordCharacter().test(line.charAt(end));

const placesOf = (tag: string, line: string): readonly number[] => {
  const isUnspaced = unspacedRuns(tag).length > 0;
  const places: number[] = [];
  for (let at = line.indexOf(tag); at !== -1; at = line.indexOf(tag, at + tag.length)) {
    if (isUnspaced || isApart(line, at, at + tag.length)) places.push(at);
  }
  return places;
};

/** @param known keys of names that were found by their capitals: their tags say nothing new */
export const tagOccurrences = (
  tags: readonly string[],
  lines: readonly string[],
  known: ReadonlySet<string>,
): readonly Occurrence[] =>
  [...new Set(tags)]
    .slice(0, mostTags)
    .filter(mayName)
    .map(tag => ({tag, key: words(tag).join(' ')}))
    .filter(({key}) => !known.has(key))
    .flatMap(({tag, key}) =>
      lines.flatMap((text, line) =>
        placesOf(tag, text).map(start => ({line, start, end: start + tag.length, key, isFull: true})),
      ),
    );
