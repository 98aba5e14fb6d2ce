/**
 * The page of an article as the reader shows it: header, text, notes, and where to go on. It is made of blocks, each drawn
 * when it comes into view: the first screen of a long article costs no more than that of a short one.
 */
import type {Article, ArticleSummary} from '../core/article.ts';
import {late} from '../core/late.ts';
import type {LinkTarget, ResolveLink} from '../core/links.ts';
import type {DocumentBlock, Footnote, MarkdownDocument} from '../core/markdown.ts';
import type {RelatedArticle} from '../core/related.ts';
import type {SafeField} from '../core/sanitize.ts';
import {type LineText, lineTextOf} from '../core/text/line-pieces.ts';
import {bodyOf, markdownOptions} from './article-body.ts';
import {renderHeader} from './article-header.ts';
import {renderTail} from './article-tail.ts';
import {mentionAnchor, noteAnchor} from './markdown/footnotes.ts';
import {createBlockDrawer, type DrawnBlock, type Heading, type Highlight, headingOf} from './markdown.ts';
import type {Theme} from './theme.ts';

export interface PageTextInput {
  readonly article: Article;
  readonly document: MarkdownDocument;
  readonly resolveLink: ResolveLink;
}

export interface PageTailInput {
  readonly article: Article;
  readonly related: readonly RelatedArticle[];
  readonly more: readonly ArticleSummary[];
}

export interface ArticlePageOptions {
  /** Columns. */
  readonly width: number;
  readonly theme: Theme;
  readonly now: Date;
  readonly highlight?: Highlight;
}

/** Something that Tab stops at: a link of the text, or an entry of the lists at the end. */
export interface Pick {
  /** Lines of the block, counted from its first. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly target: LinkTarget;
  readonly text: SafeField;
  /** Of the marks of a link in the text; absent for an entry at the end, which is its lines. */
  readonly link?: number;
  /** Whether it leads from a footnote's number to its note, or back. */
  readonly isNote?: boolean;
}

export interface PageBlock {
  /** What it was made of; tells whether a block of a page read again is the same. */
  readonly raw: string;
  /** At the first call it is drawn. */
  draw(): DrawnBlock;
  picks(): readonly Pick[];
  /** False where its source tells, without drawing it, that it has none. */
  mayHavePicks(): boolean;
  /** What is on its lines, to search in. */
  lineText(): LineText;
  /** Whether it was drawn, and costs nothing to ask. */
  readonly isDrawn: boolean;
  /** A guess at its lines, the blank ones before it among them. */
  readonly estimate: number;
}

/** Where a page of a text without suggestions goes on. */
export interface PageText {
  /** The header first. */
  readonly blocks: readonly PageBlock[];
  /** Headings of the text, in order. Reads the running text of headings only. */
  headings(): readonly PlacedHeading[];
  /** Links of the text, in order. Draws the blocks that may have any. */
  links(): readonly Pick[];
  /** The block that a footnote's anchor names: its note, or the block that mentions it. */
  blockOfNote(anchor: string): number | undefined;
}

export interface PlacedHeading extends Heading {
  /** Index of its block. */
  readonly block: number;
}

export interface ArticlePage extends PageText {
  /** Index of the first block below the text. */
  readonly endOfText: number;
}

const picksOfLinks = ({links}: DrawnBlock): readonly Pick[] =>
  links.map(({number, firstLine, lastLine, target, text, isNote}) => ({
    link: number,
    firstLine,
    lastLine,
    target,
    text,
    ...(isNote && {isNote}),
  }));

interface Made {
  readonly raw: string;
  readonly estimate: number;
  mayHavePicks(): boolean;
  make(): DrawnBlock;
  picksOf?(drawn: DrawnBlock): readonly Pick[];
}

const pageBlock = ({raw, estimate, mayHavePicks, make, picksOf = picksOfLinks}: Made): PageBlock => {
  let isDrawn = false;
  const draw = late(() => {
    isDrawn = true;
    return make();
  });
  return {
    raw,
    estimate,
    mayHavePicks,
    draw,
    picks: late(() => picksOf(draw())),
    lineText: late(() => lineTextOf(draw().lines)),
    get isDrawn() {
      return isDrawn;
    },
  };
};

/** What a header and a list are known by: no text has a NUL in it. */
export const headerRaw = '\0header';

const beginsLink = /[[<@]|:\/\/|www\./;

/** Header and text. They stay when suggestions arrive: by far the most of a page is its text. */
export const createPageText = (input: PageTextInput, options: ArticlePageOptions): PageText => {
  const {article, document, resolveLink} = input;
  const {width, theme, highlight} = options;
  const body = bodyOf(article, document);
  const drawing = {width, theme, isInteractive: true, resolveLink, ...(highlight && {highlight})};
  const drawer = createBlockDrawer(body, markdownOptions(article, drawing));
  const estimate = (raw: string): number => Math.ceil(raw.length / width) + 1;
  const header = renderHeader(article, {width, theme});
  const blocks = [
    pageBlock({
      raw: headerRaw,
      estimate: header.length,
      mayHavePicks: () => false,
      make: () => ({lines: header, gap: 0, links: []}),
    }),
    ...body.blocks.map(part =>
      pageBlock({
        raw: part.raw,
        estimate: estimate(part.raw),
        mayHavePicks: () => beginsLink.test(part.raw),
        make: () => drawer.block(part),
      }),
    ),
    ...body.footnotes.map(note =>
      pageBlock({raw: note.raw, estimate: estimate(note.raw), mayHavePicks: () => true, make: () => drawer.note(note)}),
    ),
  ];
  const indexOf = (part: DocumentBlock): number => 1 + body.blocks.indexOf(part);
  return {
    blocks,
    links: late(() =>
      blocks.flatMap(block => (block.mayHavePicks() ? block.picks().filter(({isNote}) => isNote !== true) : [])),
    ),
    headings: late(() =>
      body.blocks.flatMap((part, index): PlacedHeading[] => {
        const heading = headingOf(part);
        return heading === undefined ? [] : [{...heading, block: index + 1}];
      }),
    ),
    blockOfNote: anchor => {
      const isFor = ({id}: Footnote) => noteAnchor(id) === anchor || mentionAnchor(id) === anchor;
      const index = body.footnotes.findIndex(isFor);
      const note = body.footnotes[index];
      if (note === undefined) return undefined;
      if (noteAnchor(note.id) === anchor) return 1 + body.blocks.length + index;
      const {mention} = note;
      if (typeof mention !== 'string') return mention && indexOf(mention);
      return 1 + body.blocks.length + body.footnotes.findIndex(({id}) => id === mention);
    },
  };
};

/** The whole page: the text and the lists below it. */
export const createArticlePage = (text: PageText, input: PageTailInput, options: ArticlePageOptions): ArticlePage => {
  const lists = renderTail(input, options).map(({lines, entries}, index) =>
    pageBlock({
      raw: `\0list ${index}`,
      estimate: lines.length + 1,
      mayHavePicks: () => true,
      make: () => ({lines, gap: 1, links: []}),
      picksOf: () =>
        entries.map(({article, ...place}) => ({...place, text: article.title, target: {kind: 'article', article}})),
    }),
  );
  return {...text, blocks: [...text.blocks, ...lists], endOfText: text.blocks.length};
};
