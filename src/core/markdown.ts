/**
 * The body of an article as a document: its blocks, found at once, and their running text, read when it is asked for.
 * With `core/markdown/` it is the only user of marked's lexer. Nothing in a body makes it fail.
 */
import type {Token} from 'marked';
import {readBlocks, unparsed} from './markdown/blocks.ts';
import {type LexedBody, lexBody} from './markdown/lexer.ts';
import type {Block} from './markdown/tokens.ts';

/** Nodes of one place in the body: mostly one, more where pictures or HTML stand together, none where only machinery stood. */
export interface DocumentBlock {
  /** The source it was made of. Hostile; its length serves to estimate heights. */
  readonly raw: string;
  /** What it is, as far as one knows without reading its running text: `heading`, `paragraph`, `html`… */
  readonly kind: string;
  /** Reads the running text at the first call and keeps it. */
  open(): readonly Block[];
}

export interface Footnote {
  readonly id: string;
  /** From 1. */
  readonly number: number;
  readonly raw: string;
  /** What mentions it first: a block of the text, or else the note of that id. */
  readonly mention: DocumentBlock | string | undefined;
  open(): readonly Block[];
}

export interface MarkdownDocument {
  readonly blocks: readonly DocumentBlock[];
  /** In the order of their numbers: that of their first mentions, those that nothing mentions last. */
  readonly footnotes: readonly Footnote[];
}

export interface MarkdownOptions {
  /** The article's title was taken from its first heading: that heading is left out. */
  readonly dropFirstHeading: boolean;
}

const once = (read: () => Block[], raw: string): (() => readonly Block[]) => {
  let blocks: readonly Block[] | undefined;
  return () => {
    try {
      blocks ??= read();
    } catch {
      // What marked chokes on (its stack overflows on some input) is still text to read.
      blocks = unparsed(raw);
    }
    return blocks;
  };
};

const nothing: ReadonlySet<string> = new Set(['space', 'def', 'hidden']);

const pictureStart = /^\s*(?:\[?!\[|<figure\b|<img\b|<p>\s*<img\b|\{\{[<%]-?\s*[\w-]*(?:img|image|figure|photo))/i;
const captionStart = /^(?:([*_])(?![*_\s])[^*_\n]{1,400}\1\s*$|<figcaption\b)/i;

const isCaption = (raw: string): boolean => {
  const text = raw.trimStart();
  return '*_<'.includes(text.charAt(0)) && captionStart.test(text);
};

/** At least two closing tags, or one with attributes: less could be an example. */
const looksLikeHtml = /<\/[a-z][\s\S]*<\/[a-z]|<[a-z]+\s[^<>]*=/i;

/** HTML set in deeper than Markdown allows: code by the letter, but never meant to be where it goes on with the HTML above it. */
const isIndentedHtml = (token: Token): boolean =>
  token.type === 'code' && token.codeBlockStyle === 'indented' && looksLikeHtml.test(token.raw);

/** Whether a token belongs to the block before it: HTML goes on, or a picture gets its caption. */
const continues = (token: Token, group: readonly Token[]): boolean => {
  const last = group.at(-1);
  if (!last) return false;
  const followsHtml = last.type === 'html' || isIndentedHtml(last);
  if (isIndentedHtml(token)) return followsHtml;
  if (token.type === 'html' && followsHtml) return true;
  const isBelow = (token.type === 'html' || token.type === 'paragraph') && isCaption(token.raw);
  return isBelow && pictureStart.test(last.raw);
};

/** Consecutive HTML is one piece: a table or figure may hold blank lines. */
const joinHtml = (tokens: readonly Token[]): Token[] => {
  const joined: Token[] = [];
  let html: string[] = [];
  const flush = (): void => {
    if (html.length) joined.push({type: 'html', raw: html.join('\n'), text: '', pre: false, block: true});
    html = [];
  };
  for (const token of tokens) {
    if (token.type === 'html' || (html.length > 0 && isIndentedHtml(token))) html.push(token.raw);
    else {
      flush();
      joined.push(token);
    }
  }
  flush();
  return joined;
};

const group = (tokens: readonly Token[]): Token[][] => {
  const groups: Token[][] = [];
  for (const token of tokens) {
    if (nothing.has(token.type)) continue;
    const last = groups.at(-1);
    if (last && continues(token, last)) last.push(token);
    else groups.push([token]);
  }
  return groups;
};

/** The heading that the title of an article is taken from: the first of the first level, else the first. */
const titleHeading = (tokens: readonly Token[]): Token | undefined =>
  tokens.find(token => token.type === 'heading' && token.depth === 1) ?? tokens.find(token => token.type === 'heading');

const mention = /\[\^([^\]\s]{1,100})\]/g;

/** Numbers notes by the source of what mentions them: reading all running text for it would make a long article wait. */
const numberNotes = (
  notes: ReadonlyMap<string, Omit<Footnote, 'number' | 'mention'>>,
  blocks: readonly DocumentBlock[],
): Footnote[] => {
  const mentions = new Map<string, Footnote['mention']>();
  const look = (raw: string, from: DocumentBlock | string): void => {
    if (!raw.includes('[^')) return;
    for (const [, id = ''] of raw.matchAll(mention)) {
      if (notes.has(id) && !mentions.has(id)) mentions.set(id, from);
    }
  };
  if (notes.size > 0) for (const block of blocks) look(block.raw, block);
  // Notes that notes mention come behind all that the text does; the iteration goes on to what it adds itself.
  for (const id of mentions.keys()) look(notes.get(id)?.raw ?? '', id);
  for (const [id, {raw}] of notes) {
    if (!mentions.has(id)) mentions.set(id, undefined);
    look(raw, id);
  }
  return [...mentions].flatMap(([id, from], index) => {
    const note = notes.get(id);
    return note === undefined ? [] : [{...note, number: index + 1, mention: from}];
  });
};

const lex = (source: string): LexedBody | undefined => {
  try {
    return lexBody(source);
  } catch {
    return;
  }
};

/** @param body Markdown below the front matter, decoded; hostile */
export const parseMarkdown = (body: string, {dropFirstHeading}: MarkdownOptions): MarkdownDocument => {
  // marked does not see a heading behind a byte order mark.
  const text = body.startsWith('\ufeff') ? body.slice(1) : body;
  const source = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const lexed = lex(source);
  if (!lexed)
    return {blocks: [{raw: source, kind: 'paragraph', open: once(() => unparsed(source), source)}], footnotes: []};
  const title = dropFirstHeading ? titleHeading(lexed.tokens) : undefined;
  const blocks = group(lexed.tokens.filter(token => token !== title)).map(tokens => {
    const raw = tokens.map(token => token.raw).join('');
    return {raw, kind: tokens[0]?.type ?? '', open: once(() => readBlocks(joinHtml(tokens), lexed), raw)};
  });
  const notes = new Map(
    [...lexed.footnotes].map(([id, tokens]) => {
      const raw = tokens.map(token => token.raw).join('');
      return [id, {id, raw, open: once(() => readBlocks(tokens, lexed), raw)}] as const;
    }),
  );
  return {blocks, footnotes: numberNotes(notes, blocks)};
};

/** Languages that a fence names without meaning a programming language. */
const plainLanguages: ReadonlySet<string> = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'none', 'nohighlight']);

/** No code is told of without one of these, which is seen sooner. */
const codeMark = /```|~~~|highlight/;

/** Whether there is code in a block whose language is told: whether it is worth loading a highlighter. Does not read running text. */
export const hasLabelledCode = (raw: string): boolean => {
  if (!codeMark.test(raw)) return false;
  const fence = /(?:^|\n)[ \t>*+\-\d.)]*(?:`{3,}|~{3,})[ \t]*([^\s`{,:]*)|highlight\s+"?(\w+)/.exec(raw);
  return fence !== null && !plainLanguages.has((fence[1] ?? fence[2] ?? '').toLowerCase());
};

/** The same of a whole document. */
export const needsHighlighting = ({blocks}: MarkdownDocument): boolean => blocks.some(({raw}) => hasLabelledCode(raw));
