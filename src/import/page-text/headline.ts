/** Which of the lines above the text is the headline. */
import {fold} from '../../core/tokens.ts';
import type {JudgedLine, LineKind} from './judged-lines.ts';
import {isOtherLanguage, type Language} from './languages.ts';
import {endsSentence} from './line-shape.ts';

const titleKinds: ReadonlySet<LineKind> = new Set(['label', 'prose', 'headline']);

const fewestWords = 2;
const mostWords = 40;
const mostUsualWords = 18;

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]{3,}/gu) ?? [];

/** The part of the words that are among others; 0 where there are none. */
const partWithin = (words: readonly string[], others: ReadonlySet<string>): number =>
  words.length === 0 ? 0 : words.filter(word => others.has(word)).length / words.length;

/** The words of an article's address, which mostly has them from its headline. */
const addressWords = (address: string | undefined): string[] => {
  if (address === undefined || !URL.canParse(address)) return [];
  const {pathname} = new URL(address);
  const segments = pathname.split('/').filter(segment => segment.split(/[-_]/).length > 2);
  return wordsOf(segments.at(-1) ?? '').filter(word => !/\d/.test(word));
};

/**
 * A first line without the name of its site: `Border rules | Example News` → `Border rules`. What stands behind a bar is a
 * site; behind a dash only if the address or another line of the page has that name.
 */
export const withoutSite = (title: string, isSite: (name: string) => boolean): string => {
  const [, front = '', bar = '', name = ''] =
    /^(.{8,}?)(\s+[|·»«•]\s+|\s+[-–—]\s+(?!.*\s[-–—|]\s))(.{2,80})$/.exec(title) ?? [];
  if (front === '') return title;
  return /[|·»«•]/.test(bar) || isSite(name.trim()) ? front.trim() : title;
};

export interface HeadlineSearch {
  readonly lines: readonly JudgedLine[];
  /** Half-open: the lines above the text. */
  readonly start: number;
  readonly end: number;
  readonly language: Language;
  readonly body: string;
  readonly address?: string;
}

/** What speaks for a line being the headline; the line with the most is it. */
const score = (
  line: JudgedLine,
  distance: number,
  {
    bodyWords,
    nameWords,
    language,
  }: {bodyWords: ReadonlySet<string>; nameWords: ReadonlySet<string>; language: Language},
): number => {
  const words = wordsOf(line.text);
  const likeName = nameWords.size === 0 ? 0 : partWithin([...nameWords], new Set(words));
  return (
    (line.kind === 'headline' ? 6 : 0) +
    4 * partWithin(words, bodyWords) +
    5 * likeName -
    (isOtherLanguage(line.text, language) ? 5 : 0) -
    (endsSentence(line.text) && !/[?!]["'”’»]?$/.test(line.text) ? 2 : 0) -
    (line.words > mostUsualWords ? 1 : 0) -
    (line.words < 4 ? 2 : 0) -
    0.04 * line.words -
    0.05 * distance
  );
};

/** @returns its place, or undefined where no line can be one */
export const headlinePlace = (search: HeadlineSearch): number | undefined => {
  const {lines, start, end, language, body, address} = search;
  const bodyWords = new Set(wordsOf(body.slice(0, 6000)));
  const pictures = lines
    .slice(start, end)
    .flatMap(({kind, text}) => (kind === 'picture' && !text.includes(' ') ? wordsOf(text) : []));
  const named = addressWords(address);
  const nameWords = new Set(named.length > 1 ? named : pictures);
  let best: {place: number; score: number} | undefined;
  for (let place = start; place < end; place++) {
    const line = lines[place];
    if (line === undefined || !titleKinds.has(line.kind) || line.words < fewestWords || line.words > mostWords)
      continue;
    const own = score(line, end - place, {bodyWords, nameWords, language});
    if (best === undefined || own > best.score) best = {place, score: own};
  }
  return best?.place;
};
