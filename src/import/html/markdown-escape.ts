/** Text as Markdown that reads back as that text: what CommonMark, GFM and the dialects that are read here would take for markup gets a backslash. */

/** What is made a link where it stands in the text; a backslash within it would become part of it. */
const address = /(?:(?:https?|ftp):\/\/|www\.)[^\s<]*/gi;
const addressStart = /(?:https?|ftp)(?=:\/\/)|www(?=\.)/gi;

/** Addresses that hold nothing but what is an address to every reader. */
const plainAddress = /^[\w/.:?=&%#+,;~-]*[\w/]$/;
const markupInAddress = /==|%%|&\w+;|[_~]$/;

/** One character that may be markup anywhere in a line. */
const inlineMarks: readonly (readonly [RegExp, string])[] = [
  [/[\\`*[\]~]/g, '\\$&'],
  // Within a word it is none.
  [/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_'],
  [/<(?=[a-z/!?])/gi, '\\<'],
  [/&(?=#?\w{1,40};)/g, '\\&'],
  // Highlights and comments of Obsidian, templates of Hugo and Liquid, formulas of Pandoc.
  [/=(?==)|%(?=%)|\{(?=[{%:])|(?<=\{)\{/g, '\\$&'],
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

/**
 * Text within a line.
 * @param isFollowed whether more text follows it directly, which an address at its end would reach into
 */
export const escapeText = (text: string, isFollowed = false): string => {
  if (!text.includes('://') && !/www\./i.test(text)) return apply(text, inlineMarks);
  const pieces: string[] = [];
  let from = 0;
  for (const {0: found, index} of text.matchAll(address)) {
    pieces.push(apply(text.slice(from, index), inlineMarks));
    from = index + found.length;
    const isApart = from === text.length ? !isFollowed : /\s/.test(text.charAt(from));
    const isSafe = isApart && plainAddress.test(found) && !markupInAddress.test(found);
    pieces.push(isSafe ? found : apply(found, inlineMarks).replace(addressStart, '$&\\'));
  }
  pieces.push(apply(text.slice(from), inlineMarks));
  return pieces.join('');
};

/** A line that was escaped within, at the beginning of a block or after a line break. */
export const escapeLineStart = (line: string): string => apply(line, lineStarts);

/** An address as the target of a link. */
export const escapeTarget = (target: string): string =>
  target.replace(/[\s<>()\\]/g, character => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'));

/** A picture's title, between quotes. */
export const escapeTitle = (title: string): string => escapeText(title).replaceAll('"', '\\"');
