/** An article's body as lines for a terminal. */

import {plainText} from '../core/markdown/inline.ts';
import type {MarkdownDocument} from '../core/markdown.ts';
import {field, type SafeField} from '../core/sanitize.ts';
import {linksOnLine} from './link-marks.ts';
import {type Highlight, ruleWidth} from './markdown/canvas.ts';
import {createFootnoteRegister} from './markdown/footnotes.ts';
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
  /** Stop behind the block that fills so many lines. */
  readonly firstLines?: number;
}

/** A heading of the body, for a table of contents. */
export interface RenderedHeading {
  readonly text: SafeField;
  /** 1…6 */
  readonly depth: number;
  /** Index of its first line. */
  readonly line: number;
}

export interface PlacedLink extends RenderedLink {
  /** Indexes of the lines that show it. */
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface RenderedMarkdown {
  /** None wider than asked for, none with a style or link open at its end; links are marked as `link-marks.ts` says. No blank line at either end. */
  readonly lines: readonly string[];
  /** Index of the first line of each block that shows anything, ascending. */
  readonly blockStarts: readonly number[];
  readonly links: readonly PlacedLink[];
  readonly headings: readonly RenderedHeading[];
  /** Whether all of the document is in `lines`. */
  readonly isComplete: boolean;
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

export const renderMarkdown = (document: MarkdownDocument, options: MarkdownOptions): RenderedMarkdown => {
  const width = options.width === 0 ? Number.POSITIVE_INFINITY : options.width;
  const links = createLinkRegister(options.resolve ?? resolveAlone);
  const footnotes = createFootnoteRegister(document.footnotes);
  const canvas = createRenderer({width, theme: options.theme, highlight: options.highlight, links, footnotes});
  const lines: string[] = [];
  const blockStarts: number[] = [];
  const headings: RenderedHeading[] = [];
  const add = (drawn: readonly string[], blankLines: number): void => {
    if (drawn.length === 0) return;
    if (lines.length > 0) for (let blank = 0; blank < blankLines; blank++) lines.push('');
    blockStarts.push(lines.length);
    for (const line of drawn) lines.push(line);
  };
  const enough = options.firstLines ?? Number.POSITIVE_INFINITY;
  for (const part of document.blocks) {
    if (lines.length >= enough)
      return {lines, blockStarts, links: placeLinks(links.links, lines), headings, isComplete: false};
    const blocks = part.open();
    const [first] = blocks;
    // A section is set off by more than its paragraphs are.
    const startsSection = first?.type === 'heading' && first.depth <= 2 && !canvas.isPlain;
    const before = lines.length;
    add(canvas.blocks(blocks, 0), startsSection ? 2 : 1);
    if (first?.type === 'heading' && lines.length > before)
      headings.push({text: field(plainText(first.tokens)), depth: first.depth, line: blockStarts.at(-1) ?? 0});
  }
  const notes = footnotes.draw(canvas);
  if (notes.length > 0) {
    const rule = canvas.glyphs.rule.repeat(Math.min(footnoteRule, ruleWidth(width)));
    add([canvas.theme.style.rule(rule), ...notes], 1);
  }
  return {lines, blockStarts, links: placeLinks(links.links, lines), headings, isComplete: true};
};
