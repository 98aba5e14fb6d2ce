/**
 * Text that was wrapped at a column (an e-mail, a text file, what is copied out of a PDF) becomes one line a paragraph again.
 * A line was broken by a program where the next line's first word would not have fit on it; where it would have, its author
 * ended it.
 */

import {late} from '../../core/late.ts';
import {paragraphsOf} from '../text-paragraphs.ts';
import {createDehyphenation, type Dehyphenate} from './line-hyphens.ts';
import {endsSentence, isUnspaced} from './line-shape.ts';

/** Columns. No program wraps prose narrower, few people set it wider. */
const narrowest = 28;
const widest = 120;

/** Two lines show less than three do. */
const narrowestOfTwo = 60;

/** Parts of lines that are full, and of breaks within a sentence, that show a block to be wrapped. */
const leastFilled = 0.6;
const leastContinued = 0.4;

/** Programs that even out lines, like `fmt`, leave them up to this part short. */
const nearlyFull = 0.85;

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** Columns, as far as it matters here. */
const columns = (text: string): number => {
  wide.lastIndex = 0;
  return wide.test(text) ? text.length + (text.match(wide)?.length ?? 0) : text.length;
};

interface WrittenLine {
  readonly text: string;
  readonly indent: number;
  readonly width: number;
  /** Columns of what could not be parted from its beginning. */
  readonly firstWidth: number;
}

const written = (line: string): WrittenLine => {
  const text = line.trim();
  const first = text.slice(0, widest).split(' ', 1)[0] ?? '';
  return {
    text,
    indent: line.length - line.trimStart().length,
    width: line.length > 2 * widest ? line.length : columns(line.trimEnd()),
    firstWidth: isUnspaced(first.charAt(0)) ? 2 : columns(first),
  };
};

const startsLower = late(() => /^["'“‘«(¿¡]?\p{Ll}/u);
const startsUpper = late(() => /^["'“‘«(¿¡]?\p{Lu}/u);
const bullet = /^(?:[-*+•·◦▪‣–—>#|]\s|\d{1,3}[.)]\s)|^>/;

/** Whether a sentence goes on from one line to the next. */
const goesOn = (line: WrittenLine, next: WrittenLine): boolean =>
  startsLower().test(next.text) || (!startsUpper().test(next.text) && !endsSentence(line.text));

const isFilled = (line: WrittenLine, next: WrittenLine, limit: number): boolean =>
  line.width + (isUnspaced(next.text.charAt(0)) ? 0 : 1) + next.firstWidth > limit;

/** The column that a block was wrapped at; 0 where it was not. */
const wrapColumn = (block: readonly WrittenLine[]): number => {
  const limit = block.reduce((most, {width}) => Math.max(most, width), 0);
  if (block.length < 2 || limit < (block.length < 3 ? narrowestOfTwo : narrowest) || limit > widest) return 0;
  let filled = 0;
  let goingOn = 0;
  for (let place = 0; place + 1 < block.length; place++) {
    const [line, next] = [block[place], block[place + 1]];
    if (line === undefined || next === undefined || !isFilled(line, next, limit)) continue;
    filled++;
    if (goesOn(line, next)) goingOn++;
  }
  const breaks = block.length - 1;
  return filled >= breaks * leastFilled && goingOn >= breaks * leastContinued ? limit : 0;
};

const isJoined = (line: WrittenLine, next: WrittenLine, limit: number): boolean => {
  if (line.width > limit + 1 || bullet.test(next.text) || next.indent > line.indent + 1) return false;
  if (isFilled(line, next, limit)) return true;
  return goesOn(line, next) && isFilled(line, next, limit * nearlyFull);
};

const unwrapBlock = (block: readonly WrittenLine[], limit: number, dehyphenate: Dehyphenate): string => {
  const paragraphs: string[] = [];
  let parts: string[] = [];
  for (const [place, line] of block.entries()) {
    const next = block[place + 1];
    const isEnd = next === undefined || !isJoined(line, next, limit);
    const divided = isEnd ? undefined : dehyphenate(line.text, next.text);
    if (divided !== undefined) parts.push(divided);
    else {
      const joins = isEnd || (isUnspaced(line.text.slice(-1)) && isUnspaced(next.text.charAt(0)));
      parts.push(joins ? line.text : `${line.text} `);
    }
    if (isEnd) {
      paragraphs.push(parts.join(''));
      parts = [];
    }
  }
  return paragraphs.join('\n');
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Whether more of the text stands in lines that no program wrapped than in those that one did; then these only look so. */
const isMostlyUnwrapped = (blocks: readonly (readonly WrittenLine[])[], limits: readonly number[]): boolean => {
  const long = blocks.flatMap(block => block.map(({width}) => (width > widest ? width : 0)));
  const wrapped = blocks.map((block, place) => (limits[place] === 0 ? 0 : sum(block.map(({width}) => width))));
  return sum(long) > sum(wrapped);
};

/**
 * The text with its paragraphs on one line each, where they were wrapped; other lines as they are.
 * @param text with `\n` as the only line end
 */
export const unwrap = (text: string): string => {
  const blocks = paragraphsOf(text).map(block =>
    block
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(written),
  );
  const limits = blocks.map(wrapColumn);
  const limit = limits.reduce((most, each) => Math.max(most, each), 0);
  if (limit === 0 || isMostlyUnwrapped(blocks, limits)) return text;
  const dehyphenate = createDehyphenation(blocks.map(block => block.map(line => line.text)));
  return blocks
    .map((block, place) => {
      // A block set in by a few columns, a quote for one, has its own.
      const own = limits[place] ?? 0;
      return unwrapBlock(block, own >= narrowest && own < limit * nearlyFull ? own : limit, dehyphenate);
    })
    .join('\n\n');
};
