/** Text as Markdown that reads back as that text: what CommonMark, GFM and the dialects that are read here would take for markup gets a backslash. */

/** Addresses in the text are links of their own, and a backslash in them would be part of them. */
const address = /\b(?:https?:\/\/|www\.)[^\s<>"\\`]*[\p{L}\p{N}/]/giu;

/** One character that may be markup anywhere in a line. */
const inlineMarks: readonly (readonly [RegExp, string])[] = [
  [/[\\`*[\]~]/g, '\\$&'],
  // Within a word it is none.
  [/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_'],
  [/<(?=[a-z/!?])/gi, '\\<'],
  [/&(?=#?\w{1,40};)/g, '\\&'],
  // Highlights and comments of Obsidian, templates of Hugo and Liquid, formulas of Pandoc.
  [/==|%%|\{[{%]/g, '\\$&'],
  [/\^(?=[\p{L}\p{N}-]{1,60}$)/gu, '\\^'],
];

/** What makes a line more than text by how it begins. */
const lineStarts: readonly (readonly [RegExp, string])[] = [
  [/^(#{1,6})(?=\s|$)/, '\\$1'],
  [/^([-+])(?=\s|$|-)/, '\\$1'],
  [/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'],
  [/^([>|=:])/, '\\$1'],
];

const apply = (text: string, table: typeof inlineMarks): string =>
  table.reduce((escaped, [pattern, replacement]) => escaped.replace(pattern, replacement), text);

/** Text within a line. */
export const escapeText = (text: string): string => {
  let result = '';
  let from = 0;
  if (text.includes('://') || text.includes('www.'))
    for (const {0: found, index} of text.matchAll(address)) {
      result += apply(text.slice(from, index), inlineMarks) + found;
      from = index + found.length;
    }
  return result + apply(text.slice(from), inlineMarks);
};

/** A line that was escaped within, at the beginning of a block or after a line break. */
export const escapeLineStart = (line: string): string => apply(line, lineStarts);

/** An address as the target of a link. */
export const escapeTarget = (target: string): string =>
  target.replace(/[\s<>()\\]/g, character => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'));

/** A picture's title, between quotes. */
export const escapeTitle = (title: string): string => escapeText(title).replaceAll('"', '\\"');
