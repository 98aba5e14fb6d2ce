/** An article's body as lines for a terminal. */

import {plainText} from '../core/markdown/inline.ts';
import type {DocumentBlock, Footnote, MarkdownDocument} from '../core/markdown.ts';
import {field, type SafeField} from '../core/sanitize.ts';
import {linksOnLine} from './link-marks.ts';
import {type Highlight, ruleWidth} from './markdown/canvas.ts';
import {createFootnoteNumbers, drawNote} from './markdown/footnotes.ts';
import {createLinkRegister, type RenderedLink, type Resolve, resolveAlone} from './markdown/links.ts';
import {createRenderer} from './markdown/renderer.ts';
import type {Theme} from './theme.ts';

export type {Highlight};

export interface MarkdownOptions {
  /** Columns; 0 or `Infinity` leaves each paragraph on one line. */
  readonly width: number;
  /** At level 0 the text comes plain, for pipes and files. */
  readonly theme: Theme;
  readonly highlight?: Highlight;
  /** Without it addresses lead to the web or nowhere. */
  readonly resolve?: Resolve;
  /** Whether links are followed where they stand: then they need no numbers, and footnotes lead to their notes and back. */
  readonly isInteractive?: boolean;
}

/** A heading of the body, for a table of contents. */
export interface Heading {
  readonly text: SafeField;
  /** 1…6 */
  readonly depth: number;
}

export interface PlacedLink extends RenderedLink {
  /** Indexes of the lines that show it. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** One block as lines. */
export interface DrawnBlock {
  /** None wider than asked for, none with a style or link open at its end; links are marked as `link-marks.ts` says. No blank line at either end; none for what shows nothing. */
  readonly lines: readonly string[];
  /** Blank lines between what is before it and its first line. */
  readonly gap: number;
  /** Their lines count from the block's first. */
  readonly links: readonly PlacedLink[];
}

/** A whole document as lines. */
export interface RenderedMarkdown {
  readonly lines: readonly string[];
  readonly links: readonly PlacedLink[];
}

/** Where each link is shown. One that is in no line (it stood in something that is not drawn) has no place. */
export const placeLinks = (links: readonly RenderedLink[], lines: readonly string[]): PlacedLink[] => {
  const places = new Map<number, {firstLine: number; lastLine: number}>();
  for (const [line, text] of lines.entries()) {
    for (const number of linksOnLine(text)) {
      const place = places.get(number);
      if (place) place.lastLine = line;
      else places.set(number, {firstLine: line, lastLine: line});
    }
  }
  return links.flatMap(link => {
    const place = places.get(link.number);
    return place ? [{...link, ...place}] : [];
  });
};

const footnoteRule = 20;

/** What a heading block says; undefined for any other block. */
export const headingOf = (part: DocumentBlock): Heading | undefined => {
  const [first] = part.kind === 'heading' || part.kind === 'html' ? part.open() : [];
  return first?.type === 'heading' ? {text: field(plainText(first.tokens)), depth: first.depth} : undefined;
};

export interface BlockDrawer {
  block(part: DocumentBlock): DrawnBlock;
  /** The first of the notes has a rule above it. */
  note(footnote: Footnote): DrawnBlock;
}

/** Draws the blocks of a document one by one, in whatever order they are asked for. Links are numbered in that order. */
export const createBlockDrawer = (document: MarkdownDocument, options: MarkdownOptions): BlockDrawer => {
  const width = options.width === 0 ? Number.POSITIVE_INFINITY : options.width;
  const {theme, highlight, resolve = resolveAlone, isInteractive = false} = options;
  const links = createLinkRegister(resolve);
  const footnotes = createFootnoteNumbers(document.footnotes);
  const canvas = createRenderer({width, theme, highlight, links, footnotes, isInteractive});
  const drawn = (gap: number, draw: () => readonly string[]): DrawnBlock => {
    const before = links.links.length;
    const lines = draw();
    return {lines, gap, links: placeLinks(links.links.slice(before), lines)};
  };
  return {
    block: part => {
      const blocks = part.open();
      const [first] = blocks;
      // A section is set off by more than its paragraphs are.
      const startsSection = first?.type === 'heading' && first.depth <= 2 && !canvas.isPlain;
      return drawn(startsSection ? 2 : 1, () => canvas.blocks(blocks, 0));
    },
    note: footnote => {
      if (footnote.number > 1) return drawn(0, () => drawNote(footnote, canvas));
      const rule = canvas.glyphs.rule.repeat(Math.min(footnoteRule, ruleWidth(width)));
      return drawn(1, () => [theme.style.rule(rule), ...drawNote(footnote, canvas)]);
    },
  };
};

/** Draws all of a document. */
export const renderMarkdown = (document: MarkdownDocument, options: MarkdownOptions): RenderedMarkdown => {
  const drawer = createBlockDrawer(document, options);
  const lines: string[] = [];
  const links: PlacedLink[] = [];
  const add = ({lines: drawn, gap, links: found}: DrawnBlock): void => {
    if (drawn.length === 0) return;
    if (lines.length > 0) for (let blank = 0; blank < gap; blank++) lines.push('');
    const by = lines.length;
    for (const link of found) links.push({...link, firstLine: link.firstLine + by, lastLine: link.lastLine + by});
    for (const line of drawn) lines.push(line);
  };
  for (const part of document.blocks) add(drawer.block(part));
  for (const footnote of document.footnotes) add(drawer.note(footnote));
  return {lines, links};
};
