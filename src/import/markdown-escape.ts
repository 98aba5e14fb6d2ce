/**
 * Text as Markdown that reads back as that text: what CommonMark, GFM and the dialects that are read here would take for
 * markup gets a backslash. Addresses stay links, and show what they are.
 */
import {late} from '../core/late.ts';
import {addressesIn, type TextAddress} from './text-addresses.ts';

type Replacements = readonly (readonly [RegExp, string])[];

/** What may be markup anywhere in a line. */
const marks = late(
  (): Replacements => [
    [/[\\`*[\]~]/g, '\\$&'],
    // Within a word it is none.
    [/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_'],
    [/<(?=[a-z/!?]|$)/gi, '\\<'],
    [/&(?=#?\w{1,40};)/g, '\\&'],
    // Highlights and comments of Obsidian, templates of Hugo and Liquid, formulas of Pandoc.
    [/=(?==)|%(?=%)|\{(?=[{%:])|(?<=\{)\{/g, '\\$&'],
    // A block's name, at its end.
    [/\^(?=[\p{L}\p{N}-]{1,100}$)/gu, '\\^'],
  ],
);

/** What makes a line more than text by its beginning: headings, lists, quotes, rules, tables, definitions. */
const lineStarts: Replacements = [
  [/^(?=#{1,6}(?:\s|$))/, '\\'],
  [/^(?=[-+](?:[\s:-]|$))/, '\\'],
  [/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\'],
  [/^(?=[>|=:])/, '\\'],
];

const apply = (text: string, table: Replacements): string =>
  table.reduce((escaped, [pattern, replacement]) => escaped.replace(pattern, replacement), text);

/** Most text has nothing in it that could be markup. */
const maybeMarkup = /[\\`*[\]~_<&={%^]|:\/\/|www\./i;

/** An address that every reader takes for one, and for no more and no less, where white space or the end follows. */
const plainAddress = /^[a-z]+:\/\/[\w-][\w/.:?=&%#+,;@-]*[\w/]$/i;
const markupInAddress = /==|%%|&#?\w+;|_$/;
const entity = /&#?\w{1,40};/;
const standsApart = /^[.,:!?]{0,3}(?:\s|$)/;
const followsSpace = /(?:^|[\s(])$/;

/** What stands around an address, or would if it is the text's end. */
interface Around {
  readonly before: string;
  readonly behind: string;
}

const linked = ({text, lacksScheme}: TextAddress, {before, behind}: Around): string => {
  const isApart = followsSpace.test(before) && standsApart.test(behind);
  if (lacksScheme) {
    // There is no mark to make a link of it with. With a backslash it is none, and may be escaped like all text.
    const isPlain = isApart && plainAddress.test(`http://${text}`) && !markupInAddress.test(text);
    return isPlain ? text : apply(text, marks()).replace(/(?<=www)\./gi, '\\.');
  }
  if (isApart && plainAddress.test(text) && !markupInAddress.test(text)) return text;
  // Readers differ on entities between angles.
  return entity.test(text) ? `[${escapeLabel(text)}](${escapeTarget(text)})` : `<${text}>`;
};

/**
 * Text within a line.
 * @param next what follows it directly, for an address at its end
 */
export const escapeText = (text: string, next = ''): string => {
  if (!maybeMarkup.test(text)) return text;
  const pieces: string[] = [];
  let from = 0;
  for (const address of addressesIn(text)) {
    const {start} = address;
    const end = start + address.text.length;
    const before = text.slice(from, start);
    const link = linked(address, {before: before.slice(-1), behind: text.slice(end, end + 4) + next});
    // An exclamation mark would make a picture of it.
    const isPicture = link.startsWith('[') && before.endsWith('!');
    pieces.push(apply(isPicture ? before.slice(0, -1) : before, marks()), isPicture ? '\\!' : '', link);
    from = end;
  }
  pieces.push(apply(text.slice(from), marks()));
  return pieces.join('');
};

/**
 * Text of a link or a picture, where an address is no link. marked takes the backslash off a bracket before it reads a label;
 * one that begins with a caret would be a note's.
 */
export const escapeLabel = (text: string): string =>
  apply(text, marks()).replaceAll('\\[', '&#91;').replace(/^\^/, '\\^');

/** A line that was escaped within, at the beginning of a block or after a line break. */
export const escapeLineStart = (line: string): string => apply(line, lineStarts);

/** An address as the target of a link. */
export const escapeTarget = (target: string): string =>
  target
    .replace(/[\s<>()\\]/g, character => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'))
    .replace(/&(?=#?\w{1,40};)/g, '&amp;');

/** A picture's title, between quotes. */
export const escapeTitle = (title: string): string => apply(title, marks()).replaceAll('"', '\\"');
