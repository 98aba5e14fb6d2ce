/**
 * Text that was wrapped at a column (an e-mail, a text file, what is copied out of a PDF) becomes one line a paragraph again.
 * A line was broken by a program where the next line's first word would not have fit on it; where it would have, its author
 * ended it.
 */
import {late} from '../../core/late.ts';
import {isCodeBlock} from './code-block.ts';
import {createDehyphenation, type Dehyphenate} from './line-hyphens.ts';
import {endsSentence, isUnspaced} from './line-shape.ts';
import {blocksOf} from './page-lines.ts';
import {isQuoted, quoted, withoutQuote} from './quoted-lines.ts';

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
  /** The column that a list item's text begins at; 0 for what is no item. */
  readonly itemColumn: number;
  /** Whether an address is in it, which no program breaks and so may make it longer than others. */
  readonly hasAddress: boolean;
}

const itemMark = /^\s*(?:[-*+•·◦▪‣–—]|\d{1,3}[.)])\s+(?=\S)/;

const written = (line: string): WrittenLine => {
  const text = line.trim();
  const first = text.slice(0, widest).split(' ', 1)[0] ?? '';
  return {
    text,
    indent: line.length - line.trimStart().length,
    width: line.length > 2 * widest ? line.length : columns(line.trimEnd()),
    firstWidth: isUnspaced(first.charAt(0)) ? 2 : columns(first),
    hasAddress: line.length <= 2000 && line.includes('://'),
    itemColumn: itemMark.exec(line)?.[0].length ?? 0,
  };
};

const startsLower = late(() => /^["'“‘«(¿¡]?\p{Ll}/u);
const startsUpper = late(() => /^["'“‘«(¿¡]?\p{Lu}/u);
const bullet = /^(?:[-*+•·◦▪‣–—>#|]\s|\d{1,3}[.)]\s)|^>/;

/** Whether a sentence goes on from one line to the next. */
const goesOn = (line: WrittenLine, next: WrittenLine): boolean =>
  startsLower().test(next.text) || (!startsUpper().test(next.text) && !endsSentence(line.text));

/** A hyphen at a line's end stands there because the rest of its word did not fit. */
const isDivided = (line: WrittenLine, next: WrittenLine): boolean =>
  /\p{L}[-\u2010\u00ad]$/u.test(line.text.slice(-4)) && startsLower().test(next.text);

const isFilled = (line: WrittenLine, next: WrittenLine, limit: number): boolean =>
  isDivided(line, next) || line.width + (isUnspaced(next.text.charAt(0)) ? 0 : 1) + next.firstWidth > limit;

/** The column that a block was wrapped at; 0 where it was not. */
const wrapColumn = (block: readonly WrittenLine[]): number => {
  const limit = block.reduce((most, {width, hasAddress}) => (hasAddress ? most : Math.max(most, width)), 0);
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
  if (limit === 0) return false;
  if (line.hasAddress && line.width > limit) return startsLower().test(next.text) && !next.hasAddress;
  if (line.width > limit + 1 || bullet.test(next.text) || next.indent > line.indent + 1) return false;
  if (isFilled(line, next, limit)) return true;
  return goesOn(line, next) && isFilled(line, next, limit * nearlyFull);
};

/** Set in below the text of an item, a line belongs to it; one that is not, where it goes on within the item's sentence. */
const hangsFrom = (column: number, line: WrittenLine, next: WrittenLine): boolean => {
  if (column === 0 || next.itemColumn > 0) return false;
  if (next.indent > 0) return Math.abs(next.indent - column) <= 1;
  return line.width >= narrowest && startsLower().test(next.text) && !endsSentence(line.text);
};

const unwrapBlock = (block: readonly WrittenLine[], limit: number, dehyphenate: Dehyphenate): string => {
  const paragraphs: string[] = [];
  let parts: string[] = [];
  let item = 0;
  for (const [place, line] of block.entries()) {
    const next = block[place + 1];
    item = line.itemColumn || (parts.length > 0 ? item : 0);
    const isEnd = next === undefined || !(hangsFrom(item, line, next) || isJoined(line, next, limit));
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

/** Lines of one kind within a block. */
interface Stretch {
  readonly kind: 'text' | 'quote' | 'code';
  readonly lines: string[];
  readonly isBlockStart: boolean;
}

const stretchesOf = (text: string): Stretch[] =>
  blocksOf(text).flatMap(block => {
    if (isCodeBlock(block)) return {kind: 'code', lines: block, isBlockStart: true};
    const stretches: Stretch[] = [];
    for (const line of block) {
      const kind = isQuoted(line) ? 'quote' : 'text';
      const last = stretches.at(-1);
      if (last?.kind === kind) last.lines.push(line);
      else stretches.push({kind, lines: [line], isBlockStart: last === undefined});
    }
    return stretches;
  });

/**
 * The text with its paragraphs on one line each, where they were wrapped, and so the items of its lists; other lines as they
 * are.
 * @param text with `\n` as the only line end
 */
export const unwrap = (text: string): string => {
  const stretches = stretchesOf(text);
  const blocks = stretches.map(({kind, lines}) => (kind === 'text' ? lines.map(written) : []));
  const found = blocks.map(wrapColumn);
  const limits = isMostlyUnwrapped(blocks, found) ? found.map(() => 0) : found;
  const limit = limits.reduce((most, each) => Math.max(most, each), 0);
  const dehyphenate = createDehyphenation(blocks.map(block => block.map(line => line.text)));
  const unwrapped = (place: number): string => {
    const {kind, lines} = stretches[place] ?? {kind: 'code', lines: []};
    if (kind === 'code') return lines.join('\n');
    if (kind === 'quote') return quoted(unwrap(lines.map(withoutQuote).join('\n')));
    // A block set in by a few columns, a quote for one, has its own.
    const own = limits[place] ?? 0;
    const column = own >= narrowest && own < limit * nearlyFull ? own : limit;
    return unwrapBlock(blocks[place] ?? [], column, dehyphenate);
  };
  return stretches
    .map(({isBlockStart}, place) => `${place === 0 ? '' : isBlockStart ? '\n\n' : '\n'}${unwrapped(place)}`)
    .join('');
};
