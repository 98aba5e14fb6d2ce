/** How long an article is: its words, and the minutes they take. Markup is not counted; no Markdown is parsed. */

import type {Article} from './article.ts';
import {late} from './late.ts';

/** Silent reading of English non-fiction averages 238 words a minute (Brysbaert 2019), of Chinese some 500 characters: a little less, for a screen. */
const wordsPerMinute = 230;
const charactersPerMinute = 500;

export interface WordCount {
  /** Words between spaces. */
  readonly words: number;
  /** Chinese characters and Japanese kana, which no spaces divide. */
  readonly characters: number;
}

/** Markup that ends somewhere: what lies between is not read. Longest first. */
const enclosures: readonly {readonly open: string; readonly close: string}[] = [
  {open: '<!--', close: '-->'},
  {open: '](', close: ')'},
  {open: '{{', close: '}}'},
  {open: '{%', close: '%}'},
  {open: '%%', close: '%%'},
  {open: '<', close: '>'},
];

/** A `<` that begins no tag is a sign: `a < b`. */
const tagStart = /[a-z/!?]/i;

/** What a UTF-16 code unit is to the count. */
const sign = 0;
const letter = 1;
const cjk = 2;
const space = 3;
const opener = 4;

/** Beyond ASCII, all that is not named here is a letter. First and last code unit. */
const ranges: readonly (readonly [first: number, last: number, kind: number])[] = [
  [0x00, 0x20, space],
  [0x21, 0x2f, sign],
  [0x3a, 0x40, sign],
  [0x5b, 0x60, sign],
  [0x7b, 0xbf, sign],
  [0xa0, 0xa0, space],
  [0x2000, 0x2bff, sign],
  [0x2000, 0x200a, space],
  [0x2028, 0x2029, space],
  [0x3000, 0x303f, sign],
  [0x3000, 0x3000, space],
  [0x3040, 0x30ff, cjk],
  [0x3400, 0x4dbf, cjk],
  [0x4e00, 0x9fff, cjk],
  // Emoji, and the second half of every pair.
  [0xd83c, 0xd83e, sign],
  [0xdc00, 0xdfff, sign],
  [0xf900, 0xfaff, cjk],
  [0xfe00, 0xffff, sign],
];

/** The kind of every code unit: one look instead of a dozen comparisons a character. */
const kinds = late((): Uint8Array => {
  const table = new Uint8Array(0x10000).fill(letter);
  for (const [first, last, kind] of ranges) table.fill(kind, first, last + 1);
  for (const {open} of enclosures) table[open.charCodeAt(0)] = opener;
  return table;
});

/** Finds the next `close`, remembering what it found: each text is searched once, however often it is asked. */
const createCloseFinder = (body: string) => {
  const next = new Map<string, number>();
  return (close: string, from: number): number => {
    const known = next.get(close);
    if (known !== undefined && known >= from) return known;
    const found = body.indexOf(close, from);
    const place = found < 0 ? Number.POSITIVE_INFINITY : found;
    next.set(close, place);
    return place;
  };
};

/** Markup of one line reaches no further than this; a comment may. */
const longestMarkup = 2000;

/** Where the markup that begins here ends, or where it began when it is none. */
const skipMarkup = (body: string, at: number, findClose: ReturnType<typeof createCloseFinder>): number => {
  const enclosure = enclosures.find(({open}) => body.startsWith(open, at));
  if (enclosure === undefined || (enclosure.open === '<' && !tagStart.test(body[at + 1] ?? ''))) return at;
  const {open, close} = enclosure;
  const end = findClose(close, at + open.length);
  const isNear = end - at <= longestMarkup || (open === '<!--' && end < body.length);
  return isNear ? end + close.length - 1 : at;
};

/** Counts in one pass. A word is a run without spaces that has a letter or digit in it, so `-`, `|` and `##` are none. */
export const countWords = (body: string): WordCount => {
  const table = kinds();
  const findClose = createCloseFinder(body);
  let words = 0;
  let characters = 0;
  let isWord = false;
  for (let at = 0; at < body.length; at++) {
    const kind = table[body.charCodeAt(at)];
    if (kind === letter) {
      if (!isWord) words++;
      isWord = true;
    } else if (kind === space) {
      isWord = false;
    } else if (kind === cjk) {
      characters++;
    } else if (kind === opener) {
      at = skipMarkup(body, at, findClose);
    }
  }
  return {words, characters};
};

export interface ReadingTime {
  /** Words, each Chinese or Japanese character counted as one, as word processors do. */
  readonly words: number;
  /** Whole minutes; at least 1 where there is anything to read. */
  readonly minutes: number;
}

const times = new WeakMap<Article, ReadingTime>();

/** Counted when first asked for: a list that shows no minutes need not look into any body. */
export const readingTime = (article: Article): ReadingTime => {
  const known = times.get(article);
  if (known !== undefined) return known;
  const {words, characters} = countWords(article.body);
  const minutes = Math.round(words / wordsPerMinute + characters / charactersPerMinute);
  const time = {words: words + characters, minutes: words + characters === 0 ? 0 : Math.max(1, minutes)};
  times.set(article, time);
  return time;
};
