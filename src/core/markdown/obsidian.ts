/** What Obsidian adds to Markdown: links and pictures by note name, highlights and comments. Its callouts are in `callouts.ts`. */
import {enclosed, hidden, linkToken, pictureToken, type Rule, textToken} from './dialect.ts';

const pictureName = /\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$/i;
/** `![[picture.png|300]]` and `|300x200` say how large, not what is seen. */
const pictureSize = /^\s*\d{1,5}(?:x\d{1,5})?\s*$/;

const wikiReach = 600;

/** `note#heading|alias`; a table writes the bar as `\|`. */
const readWiki = (inner: string): {target: string; alias: string | undefined} | undefined => {
  if (/[[\]\n]/.test(inner)) return;
  const bar = inner.indexOf('|');
  const target = (bar < 0 ? inner : inner.slice(0, bar)).replace(/\\$/, '').trim();
  const alias = bar < 0 ? undefined : inner.slice(bar + 1).trim() || undefined;
  return target ? {target, alias} : undefined;
};

/** The name of a note as Obsidian shows it: a link to a heading reads `note > heading`. */
const shownName = (target: string): string => target.replace(/^#\^?/, '').replace(/#\^?/g, ' > ');

export const wikiLink: Rule = (source, lexing) => {
  const link = enclosed(source, {open: '[[', close: ']]', reach: wikiReach});
  const wiki = link && readWiki(link.inner);
  // `[[label]]` of a defined label is a link in brackets in every other Markdown.
  if (!wiki || lexing.isDefined(link.inner) || source.charAt(link.raw.length) === ']') return;
  const text = wiki.alias ?? shownName(wiki.target);
  return linkToken(link.raw, {href: `wiki:${wiki.target}`, text, tokens: [textToken(text)]});
};

export const wikiEmbed: Rule = source => {
  const link = enclosed(source, {open: '![[', close: ']]', reach: wikiReach});
  const wiki = link && readWiki(link.inner);
  if (!wiki) return;
  if (!pictureName.test(wiki.target)) {
    const text = wiki.alias ?? shownName(wiki.target);
    return linkToken(link.raw, {href: `wiki:${wiki.target}`, text, tokens: [textToken(text)]});
  }
  const alt = wiki.alias?.split('|').find(part => !pictureSize.test(part));
  return pictureToken(link.raw, {href: wiki.target, ...(alt && {alt})});
};

export const highlight: Rule = (source, lexing) => {
  const mark = enclosed(source, {open: '==', close: '==', reach: 2000});
  if (!mark || /^[\s=]|\s$|\n[ \t]*\n/.test(mark.inner) || mark.inner === '') return;
  return {type: 'highlight', raw: mark.raw, text: mark.inner, tokens: lexing.inline(mark.inner)};
};

export const comment: Rule = source => {
  const found = enclosed(source, {open: '%%', close: '%%', reach: 10_000});
  return found && hidden(found.raw);
};

/** A comment that begins a block may hold blank lines. */
export const blockComment: Rule = source => {
  const found = enclosed(source, {open: '%%', close: '%%', reach: 100_000});
  if (!found) return;
  const rest = /^[ \t]*(?:\n|$)/.exec(source.slice(found.raw.length, found.raw.length + 200));
  return rest ? hidden(found.raw + rest[0]) : undefined;
};

/** ` ^block-id` at the end of a paragraph or item is an address for links to it. */
export const withoutBlockId = (source: string): string => {
  const at = source.lastIndexOf('^');
  if (at < 0 || source.length - at > 100) return source;
  if (!/^\^[A-Za-z0-9-]+\s*$/.test(source.slice(at))) return source;
  return at === 0 || /\s/.test(source.charAt(at - 1)) ? source.slice(0, at).trimEnd() : source;
};
