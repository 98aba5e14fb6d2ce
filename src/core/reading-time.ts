/** How long an article is: its words, and the minutes they take. Markup is not counted; no Markdown is parsed. */
import type {Article} from './article.ts';

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

/** The characters by which one of them begins. */
const openers = new Set(enclosures.map(({open}) => open.charCodeAt(0)));

/** A `<` that begins no tag is a sign: `a < b`. */
const tagStart = /[a-z/!?]/i;

/** Ranges of UTF-16 code units, both ends included. */
type Ranges = readonly (readonly [number, number])[];

const isIn = (ranges: Ranges, code: number): boolean => {
  for (const [first, last] of ranges) {
    if (code >= first && code <= last) return true;
  }
  return false;
};

const cjk: Ranges = [
  [0x3040, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
];

/** Beyond ASCII: punctuation and symbols, emoji, the second half of any pair, and width variants, of which most are punctuation. */
const signs: Ranges = [
  [0x80, 0xbf],
  [0x2000, 0x2bff],
  [0x3000, 0x303f],
  [0xd83c, 0xd83e],
  [0xdc00, 0xdfff],
  [0xfe00, 0xffff],
];

const asciiWordPart = Array.from({length: 0x80}, (_, code) => /[a-z0-9]/i.test(String.fromCharCode(code)));

/** Part of a word: letters and digits of any script. */
const isWordPart = (code: number): boolean => (code < 0x80 ? asciiWordPart[code] === true : !isIn(signs, code));

const isSpace = (code: number): boolean =>
  code <= 0x20 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x3000 || code === 0x2028;

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

/** Counts in one pass. A word is a run without spaces that has a letter or digit in it, so `-`, `|` and `##` are none. */
export const countWords = (body: string): WordCount => {
  const findClose = createCloseFinder(body);
  let words = 0;
  let characters = 0;
  let isWord = false;
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at);
    if (isWordPart(code)) {
      if (code > 0x2fff && isIn(cjk, code)) characters++;
      else if (!isWord) {
        words++;
        isWord = true;
      }
    } else if (isSpace(code)) {
      isWord = false;
    } else if (openers.has(code)) {
      const enclosure = enclosures.find(({open}) => body.startsWith(open, at));
      if (enclosure === undefined || (enclosure.open === '<' && !tagStart.test(body[at + 1] ?? ''))) continue;
      const {open, close} = enclosure;
      const end = findClose(close, at + open.length);
      const isNear = end - at <= longestMarkup || open === '<!--';
      if (!isNear || end === Number.POSITIVE_INFINITY) continue;
      // A picture or link ends a word only where a space does; a tag may stand within one.
      at = end + close.length - 1;
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
