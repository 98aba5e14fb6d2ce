/**
 * What an article without a title of its own may be called after: the headings and the first words of its body. Lines are
 * looked at, no Markdown is parsed: this runs for every file of a library.
 */

import {decodeEntities} from './entities.ts';
import {late} from './late.ts';

export interface BodyOpening {
  /** The first heading, of whatever level. */
  readonly heading?: BodyHeading;
  /** The first heading of level 1, which need not be the first. */
  readonly top?: BodyHeading;
  /** The first piece of text: a heading or the start of a paragraph. */
  readonly words?: string;
}

/** Inline markup is taken out of the text, entities are decoded; hostile still. */
export interface BodyHeading {
  readonly level: number;
  readonly text: string;
}

/** More of a line is no title. Also keeps the patterns below, some of which try twice, from mattering. */
const longestText = 600;

/** Each takes one kind of inline markup away, in this order. */
const inlineMarkup = late((): readonly (readonly [RegExp, string])[] => [
  [/\{\{[<%].*?[>%]\}\}|\{%.*?%\}|<!--.*?-->|%%.*?%%/g, ''],
  [/!\[\[[^[\]]*\]\]/g, ''],
  [/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1'],
  [/\[\^[^\]]*\]/g, ''],
  [/!?\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\])/g, '$1'],
  [/<((?:https?|mailto):[^<>\s]*)>/gi, '$1'],
  [/<\/?[a-z][^<>]*>/gi, ''],
  [/\s*\{[#.:][^{}]*\}\s*$/, ''],
  [/(`+)(.*?)\1/g, '$2'],
  [/(\*\*\*|\*\*|\*|~~|==)(?=\S)(.*?\S)\1/g, '$2'],
  [/(\*\*|\*|~~|==)(?=\S)(.*?\S)\1/g, '$2'],
  [/(?<![\p{L}\p{N}])(__|_)(?=\S)(.*?\S)\1(?![\p{L}\p{N}])/gu, '$2'],
]);

/** Escaped characters stand aside, in a place of Unicode where nothing is, until the markup is gone. */
const aside = 0xe000;

/**
 * A line of Markdown as its words: links give their text, pictures their alt, code its content.
 * @param longest UTF-16 units of it that are read; the time grows with the square of it at worst
 */
export const stripInline = (markdown: string, longest = longestText): string => {
  const escaped = markdown
    .slice(0, longest)
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => String.fromCharCode(aside + mark.charCodeAt(0)));
  const stripped = inlineMarkup().reduce((text, [pattern, kept]) => text.replace(pattern, kept), escaped);
  const whole = stripped.replace(/[\ue021-\ue07e]/g, mark => String.fromCharCode(mark.charCodeAt(0) - aside));
  return decodeEntities(whole).replace(/\s+/g, ' ').trim();
};

interface Scan {
  heading?: BodyHeading;
  top?: BodyHeading;
  words?: string;
  /** The paragraph that is open, line by line; a Setext underline makes a heading of it. */
  paragraph: string[];
  /** What ends the block that is passed over: a fence, `-->`, `%%` or a closing tag. */
  until: ((line: string) => boolean) | undefined;
}

const foundHeading = (scan: Scan, level: number, markdown: string): void => {
  const text = stripInline(markdown);
  if (text === '') return;
  const heading = {level, text};
  scan.heading ??= heading;
  scan.words ??= text;
  if (level === 1) scan.top ??= heading;
};

const closeParagraph = (scan: Scan): void => {
  if (scan.words === undefined && scan.paragraph.length > 0) {
    const text = stripInline(scan.paragraph.join(' '));
    if (text !== '') scan.words = text;
  }
  scan.paragraph = [];
};

/** Blocks whose lines are no text, by how their first line starts and how their last one is known. */
const silentBlocks: readonly {readonly open: RegExp; readonly end: (start: string) => (line: string) => boolean}[] = [
  {
    open: /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/,
    end: fence => line => {
      const close = line.trim();
      return close.length >= fence.length && close === fence.charAt(0).repeat(close.length);
    },
  },
  {open: /^ {0,3}(<!--)/, end: () => line => line.includes('-->')},
  {open: /^(%%)(?!.*%%)/, end: () => line => line.includes('%%')},
  {open: /^ {0,3}<(script|style|pre|svg|template)\b/i, end: name => line => line.toLowerCase().includes(`</${name}`)},
];

/** Whether the line opens a block to pass over. One that ends on the line itself is over at once. */
const opensSilence = (scan: Scan, line: string): boolean => {
  for (const {open, end} of silentBlocks) {
    const start = open.exec(line);
    if (start === null) continue;
    const isEnd = end((start[1] ?? '').toLowerCase());
    if (!isEnd(line.slice(start[0].length))) scan.until = isEnd;
    return true;
  }
  return false;
};

const hashes = /^ {0,3}(#{1,6})(?=[ \t]|$)/;
const underline = /^ {0,3}(=+|-+)[ \t]*$/;
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const container = /^ {0,3}(?:>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+)+(?:\[![^\]]*\][-+]?)?/;
const tableRule = /^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\||$)[-:| \t]*$/;
const indented = /^(?: {4}|\t)/;
const definition = /^ {0,3}\[[^\]]{1,200}\]:[ \t]*\S/;

/** `#`s that close a heading, after a space. */
const withoutClosing = (text: string): string => {
  const trimmed = text.trim();
  let end = trimmed.length;
  while (trimmed[end - 1] === '#') end--;
  return end === 0 || trimmed[end - 1] === ' ' || trimmed[end - 1] === '\t' ? trimmed.slice(0, end) : trimmed;
};

/** A line of a list or a quotation may be the first words, but no underline makes a heading of it. */
const addText = (scan: Scan, line: string): void => {
  const marker = container.exec(line)?.[0].length ?? 0;
  if (marker === 0) {
    if (scan.paragraph.length < longestText) scan.paragraph.push(line.trim().slice(0, longestText));
    return;
  }
  closeParagraph(scan);
  const text = stripInline(line.slice(marker));
  if (text !== '') scan.words ??= text;
};

const isSilent = (scan: Scan, line: string): boolean =>
  scan.paragraph.length === 0 && (indented.test(line) || definition.test(line));

const scanLine = (scan: Scan, line: string): void => {
  const level = hashes.exec(line)?.[1]?.length;
  const under = scan.paragraph.length === 0 ? undefined : underline.exec(line)?.[1];
  if (scan.until !== undefined) {
    if (scan.until(line)) scan.until = undefined;
  } else if (level !== undefined) {
    closeParagraph(scan);
    foundHeading(scan, level, withoutClosing(line.slice(line.indexOf('#') + level)));
  } else if (under !== undefined) {
    const text = scan.paragraph.join(' ');
    scan.paragraph = [];
    foundHeading(scan, under.startsWith('=') ? 1 : 2, text);
  } else if (line.trim() === '' || rule.test(line) || tableRule.test(line) || opensSilence(scan, line)) {
    closeParagraph(scan);
  } else if (!isSilent(scan, line)) {
    addText(scan, line);
  }
};

/** A heading further down titles nothing. */
const farthest = 1_000_000;

/** Looks no further than it must: at a first heading that is the top one it stops. */
export const scanOpening = (body: string): BodyOpening => {
  const scan: Scan = {paragraph: [], until: undefined};
  for (const [, line = ''] of body.slice(0, farthest).matchAll(/([^\r\n]*)(?:\r\n?|\n|$)/g)) {
    scanLine(scan, line);
    if (scan.top !== undefined) break;
  }
  closeParagraph(scan);
  const {heading, top, words} = scan;
  return {...(heading && {heading}), ...(top && {top}), ...(words !== undefined && {words})};
};
