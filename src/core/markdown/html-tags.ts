/** HTML as it stands in articles, cut into tags and text. Tolerant, linear, and it never fails. */
import {decodeHTML} from 'entities';

export interface Tag {
  /** Lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  /** Names in lower case, entities in values decoded; the first of several wins. */
  readonly attributes: ReadonlyMap<string, string>;
}

export type HtmlPiece = {readonly tag: Tag; readonly raw: string} | {readonly text: string};

/** Elements whose content is not for reading. */
export const silentElements: ReadonlySet<string> = new Set(
  'script style template noscript svg math head title datalist'.split(' '),
);

/** How far a tag may reach. Longer ones exist, with pictures inside their addresses. */
const longestTag = 200_000;

const tagName = /<(\/?)([a-z][a-z0-9-]{0,30})(?=[\s/>])/iy;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

const readAttributes = (source: string): ReadonlyMap<string, string> => {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of source.matchAll(attribute)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeHTML(double ?? single ?? bare ?? ''));
  }
  return attributes;
};

/** The index after the `>` that ends a tag, quotes respected; undefined when there is none. */
const tagEnd = (source: string, from: number): number | undefined => {
  let quote = '';
  const limit = Math.min(source.length, from + longestTag);
  for (let index = from; index < limit; index++) {
    const character = source.charAt(index);
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '>') return index + 1;
    else if ((character === '"' || character === "'") && source.charAt(index - 1) === '=') quote = character;
    else if (character === '<') return;
  }
  return;
};

/** @param raw one tag, from `<` to `>` */
export const readTag = (raw: string): Tag | undefined => {
  tagName.lastIndex = 0;
  const found = tagName.exec(raw);
  if (!found) return;
  const isClosing = found[1] === '/';
  const attributes = isClosing ? new Map<string, string>() : readAttributes(raw.slice(found[0].length, -1));
  return {name: (found[2] ?? '').toLowerCase(), isClosing, attributes};
};

/** Things that are neither tag nor text, and how they end. */
const declarations: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
  ['<?', '>'],
];

/** Tags and texts in order; comments, declarations and silent elements are left out. Text is as written. */
export const cutHtml = (source: string): HtmlPiece[] => {
  const pieces: HtmlPiece[] = [];
  const missing = new Set<string>();
  let start = 0;
  let index = 0;
  const keepText = (end: number) => {
    if (end > start) pieces.push({text: source.slice(start, end)});
  };
  /** The index after `close`, the end of the source when it is missing. */
  const after = (close: string, from: number): number => {
    const found = missing.has(close) ? -1 : source.indexOf(close, from);
    if (found < 0) missing.add(close);
    return found < 0 ? source.length : found + close.length;
  };
  while (index < source.length) {
    const open = source.indexOf('<', index);
    if (open < 0) break;
    const declaration = declarations.find(([begin]) => source.startsWith(begin, open));
    if (declaration) {
      keepText(open);
      start = index = after(declaration[1], open + declaration[0].length);
      continue;
    }
    tagName.lastIndex = open;
    const end = tagName.test(source) ? tagEnd(source, open + 1) : undefined;
    const raw = end === undefined ? '' : source.slice(open, end);
    const tag = raw && readTag(raw);
    if (!tag || end === undefined) {
      index = open + 1;
      continue;
    }
    keepText(open);
    start = index = end;
    if (silentElements.has(tag.name) && !tag.isClosing && !raw.endsWith('/>')) {
      const close = new RegExp(`</${tag.name}\\s{0,20}>`, 'gi');
      close.lastIndex = end;
      const found = missing.has(tag.name) ? null : close.exec(source);
      if (!found) missing.add(tag.name);
      // One that is never closed hides nothing: its text is kept.
      if (found) start = index = close.lastIndex;
    } else pieces.push({tag, raw});
  }
  keepText(source.length);
  return pieces;
};
