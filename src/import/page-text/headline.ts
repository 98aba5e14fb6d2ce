/** Which of the lines above the text is the headline. */
import {fold} from '../../core/tokens.ts';
import type {JudgedLine, LineKind} from './judged-lines.ts';
import {isOtherLanguage, type Language} from './languages.ts';
import {endsSentence} from './line-shape.ts';

/** Longer lines are none, however few words are in them. */
const longestHeadline = 400;

const titleKinds: ReadonlySet<LineKind> = new Set(['label', 'prose', 'headline']);

const fewestWords = 2;
const mostWords = 40;
const fewestUsualWords = 5;
const mostUsualWords = 14;

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
  if (title.length > longestHeadline) return title;
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

interface Known {
  readonly bodyWords: ReadonlySet<string>;
  /** Of the address, else of pictures' names. */
  readonly nameWords: ReadonlySet<string>;
  /** Of the page's first line. */
  readonly firstWords: ReadonlySet<string>;
  /** Lines that stand there more than once. */
  readonly repeated: ReadonlySet<string>;
  readonly language: Language;
  /** Whether more stands above the text than its own head. There the headline is found by what it shares with the text; without
   * menus it is the shorter of two lines. */
  readonly hasMenu: boolean;
}

/** Lines that a head has by itself. */
const mostHeadLines = 15;

/** Begins small, or is all in capitals or mostly numbers. */
const looksUnlike = /^\p{Ll}|^[^\p{Ll}\p{Lo}]+$|(?:\p{Nd}+\P{L}+){4}/u;

/** What speaks for a line being the headline; the line with the most is it. */
const score = (line: JudgedLine, distance: number, known: Known): number => {
  const {bodyWords, nameWords, firstWords, language} = known;
  const words = wordsOf(line.text);
  const likeName = nameWords.size === 0 ? 0 : partWithin([...nameWords], new Set(words));
  return (
    (known.repeated.has(line.text) ? 2 : 0) +
    (known.hasMenu ? 2.5 : 1) * partWithin(words, bodyWords) +
    3 * partWithin([...firstWords], new Set(words)) +
    5 * likeName -
    (isOtherLanguage(line.text, language) ? 5 : 0) -
    (endsSentence(line.text) && !/[?!]["'”’»]?$/.test(line.text) ? 2 : 0) -
    0.2 * Math.max(0, line.words - mostUsualWords) -
    Math.max(0, fewestUsualWords - line.words) -
    (looksUnlike.test(line.text) ? 2 : 0) -
    (known.hasMenu ? 0.06 : 0.15) * line.words -
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
  // A first line that is the headline itself is none beside it.
  const above = lines.slice(start, end).map(({text}) => text);
  const repeated = new Set(above.filter((text, place) => above.indexOf(text) !== place));
  const hasMenu = end - start > mostHeadLines;
  const known = {
    hasMenu,
    repeated,
    bodyWords,
    nameWords,
    firstWords: new Set(start === 0 ? [] : wordsOf(lines[0]?.text ?? '')),
    language,
  };
  let best: {place: number; score: number} | undefined;
  for (let place = start; place < end; place++) {
    const line = lines[place];
    if (line === undefined || line.text.length > longestHeadline) continue;
    if (!titleKinds.has(line.kind) || line.words < fewestWords || line.words > mostWords) continue;
    const own = score(line, end - place, known);
    if (best === undefined || own > best.score) best = {place, score: own};
  }
  return best?.place;
};
