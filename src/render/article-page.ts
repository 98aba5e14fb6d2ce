/** The page of an article as the reader shows it: header, text, and where to go on. */
import type {Article} from '../core/article.ts';
import type {ResolveLink} from '../core/links.ts';
import type {MarkdownDocument} from '../core/markdown.ts';
import type {RelatedArticle} from '../core/related.ts';
import {renderBody} from './article-body.ts';
import {renderHeader} from './article-header.ts';
import {renderTail, type Suggestion, type Tail} from './article-tail.ts';
import type {Highlight, PlacedLink, RenderedHeading} from './markdown.ts';
import type {Theme} from './theme.ts';

export interface ArticlePageInput {
  readonly article: Article;
  readonly document: MarkdownDocument;
  readonly related: readonly RelatedArticle[];
  readonly more: readonly Article[];
  readonly resolveLink: ResolveLink;
}

export interface ArticlePageOptions {
  /** Columns. */
  readonly width: number;
  readonly theme: Theme;
  readonly now: Date;
  readonly highlight?: Highlight;
  /** Enough of the text for so many lines: the first screen of a long article, at a fraction of its cost. Nothing that is there moves when the rest comes. */
  readonly firstLines?: number;
}

/** All line numbers count from 0 in `lines`. */
export interface ArticlePage {
  /** None wider than asked for. Links are marked: show each line through `showLinks`. */
  readonly lines: readonly string[];
  /** Where the header, each block of the text and each list at the end begin, ascending. */
  readonly blockStarts: readonly number[];
  readonly headings: readonly RenderedHeading[];
  readonly links: readonly PlacedLink[];
  readonly suggestions: readonly Suggestion[];
  /** False when only the first lines were asked for and there are more. */
  readonly isComplete: boolean;
}

const nothingBelow: Tail = {lines: [], starts: [], suggestions: []};

const moved = <Place extends {firstLine: number; lastLine: number}>(places: readonly Place[], by: number): Place[] =>
  places.map(place => ({...place, firstLine: place.firstLine + by, lastLine: place.lastLine + by}));

export const renderArticlePage = (input: ArticlePageInput, options: ArticlePageOptions): ArticlePage => {
  const {article, document, resolveLink} = input;
  const {width, theme, highlight, firstLines} = options;
  const header = renderHeader(article, {width, theme});
  const body = renderBody(article, document, {
    width,
    theme,
    resolveLink,
    ...(highlight && {highlight}),
    ...(firstLines !== undefined && {firstLines}),
  });
  // What belongs below the end must not show before the end is there.
  const tail = body.isComplete ? renderTail(input, options) : nothingBelow;
  const top = body.lines.length > 0 ? [...header, ''] : header;
  const text = [...top, ...body.lines];
  const end = tail.lines.length > 0 ? [...text, ''] : text;
  return {
    lines: [...end, ...tail.lines],
    blockStarts: [0, ...body.blockStarts.map(line => line + top.length), ...tail.starts.map(line => line + end.length)],
    headings: body.headings.map(heading => ({...heading, line: heading.line + top.length})),
    links: moved(body.links, top.length),
    isComplete: body.isComplete,
    suggestions: moved(tail.suggestions, end.length),
  };
};
