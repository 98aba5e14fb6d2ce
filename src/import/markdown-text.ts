/** Plain text as Markdown that reads back as that text: what CommonMark, GFM and the dialects read here would take for markup gets a backslash. */
import {late} from '../core/late.ts';
import {paragraphsOf} from './text-paragraphs.ts';

/** What becomes a link as it stands; a backslash within it would become part of it. */
const address = /(?:(?:https?|ftp):\/\/|www\.)[^\s<]+/gi;

/** What follows is text of no reader's markup, up to the address's end. */
const plainAddress = /^[\w/.:?=&%#+,;@~-]*[\w/]$/;
const markedAddress = /==|%%|&#?\w+;|~~|_$/;

/** What may be markup anywhere in a line. */
const marks = late((): readonly (readonly [RegExp, string])[] => [
  [/[\\`*[\]~]/g, '\\$&'],
  // Within a word it is none.
  [/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_'],
  [/<(?=[a-z/!?])/gi, '\\<'],
  [/&(?=#?\w{1,40};)/g, '\\&'],
  // Highlights and comments of Obsidian, templates of site generators.
  [/=(?==)|%(?=%)|\{(?=[{%:])/g, '\\$&'],
  // A block's name, at its end.
  [/\^(?=[A-Za-z\d-]{1,100}$)/g, '\\^'],
]);

/** What makes a line more than text by its beginning: headings, lists, quotes, rules, tables, definitions. */
const starts: readonly (readonly [RegExp, string])[] = [
  [/^(?=#{1,6}(?:\s|$))/, '\\'],
  [/^(?=[-+](?:[\s-]|$))/, '\\'],
  [/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\'],
  [/^(?=[>|=:])/, '\\'],
];

const replaced = (text: string, table: readonly (readonly [RegExp, string])[]): string =>
  table.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);

/** Most text has nothing in it that could be markup. */
const maybeMarkup = /[\\`*[\]~_<&={%^]|:\/\/|www\.|^[#+\-\d>|=:]/i;

const lineText = (line: string): string => {
  if (!maybeMarkup.test(line)) return line;
  const pieces: string[] = [];
  let from = 0;
  for (const {0: found, index} of line.matchAll(address)) {
    pieces.push(replaced(line.slice(from, index), marks()));
    const isPlain = line[index + found.length] !== '<' && plainAddress.test(found) && !markedAddress.test(found);
    // With a backslash in its scheme it is no link, and may be escaped like all text.
    pieces.push(isPlain ? found : replaced(found, marks()).replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&'));
    from = index + found.length;
  }
  pieces.push(replaced(line.slice(from), marks()));
  return replaced(pieces.join(''), starts);
};

/** A hard line break. Its backslash would be part of an address right before it. */
const broken = (line: string): string =>
  /:\/\/|www\./i.test(line.slice(line.lastIndexOf(' ') + 1)) ? `${line} \\` : `${line}\\`;

const paragraphText = (paragraph: string): string => {
  const lines = paragraph.split('\n').flatMap(line => (line.trim() === '' ? [] : [lineText(line.trim())]));
  return lines.map((line, place) => (place < lines.length - 1 ? broken(line) : line)).join('\n');
};

/**
 * Text as the Markdown of running text. Each line end in it becomes a hard line break, blank lines divide paragraphs;
 * spaces at the ends of lines go, since Markdown would read them as markup or not at all.
 */
export const markdownText = (text: string): string =>
  paragraphsOf(text)
    .map(paragraphText)
    .filter(paragraph => paragraph !== '')
    .join('\n\n');
