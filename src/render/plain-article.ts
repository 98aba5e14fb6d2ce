/** An article as text to print: plain for pipes and files, or styled for a pager. The addresses of its links stand at the end. */
import type {Article} from '../core/article.ts';
import type {LinkTarget, ResolveLink} from '../core/links.ts';
import {parseMarkdown} from '../core/markdown.ts';
import {wrap} from '../core/text/wrap.ts';
import {renderBody} from './article-body.ts';
import {renderHeader, renderPlainHeader} from './article-header.ts';
import {showLinks} from './link-marks.ts';
import type {Highlight, PlacedLink} from './markdown.ts';
import {plainTheme, type Theme} from './theme.ts';

export interface PlainOptions {
  /** Columns; 0 leaves each paragraph on one line. */
  readonly width: number;
  /** Tells links to other articles from others; without it their addresses are listed as written. */
  readonly resolveLink?: ResolveLink;
}

export interface StyledOptions extends PlainOptions {
  readonly theme: Theme;
  /** Whether links of the web are hyperlinks too. */
  readonly hyperlinks: boolean;
  readonly highlight?: Highlight;
}

/** What stands for a target in the list of links. */
const addressOf = (target: LinkTarget): string => {
  switch (target.kind) {
    case 'web':
      return target.url;
    case 'article':
      return target.anchor ? `${target.article.id}#${target.anchor}` : target.article.id;
    case 'anchor':
      return `#${target.anchor}`;
    case 'nowhere':
      return target.address;
  }
};

/** `[1] https://example.org/a`, long ones wrapped beside their numbers. */
const linkList = (links: readonly PlacedLink[], width: number): string[] => {
  const widest = String(links.at(-1)?.number ?? 0).length + 2;
  return links.flatMap(({number, target}) => {
    const label = `[${number}]`.padEnd(widest + 1);
    return wrap(addressOf(target), Math.max(10, width - label.length)).map(
      (line, index) => (index === 0 ? label : ' '.repeat(label.length)) + line,
    );
  });
};

const join = (parts: readonly (readonly string[])[]): string =>
  `${parts
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`;

const documentOf = (article: Article) =>
  parseMarkdown(article.body, {dropFirstHeading: article.titleFrom === 'heading'});

/** @returns lines without escape sequences, at most `width` columns wide, the last one ended too */
export const renderPlainArticle = (article: Article, options: PlainOptions): string => {
  const width = options.width === 0 ? Number.POSITIVE_INFINITY : options.width;
  const body = renderBody(article, documentOf(article), {
    width,
    theme: plainTheme,
    ...(options.resolveLink && {resolveLink: options.resolveLink}),
  });
  return join([
    renderPlainHeader(article, width),
    body.lines.map(line => showLinks(line, {hyperlinks: false})),
    linkList(body.links, width),
  ]);
};

/** Prose wider than this is hard to read, whatever the width of a table or a block of code. */
const ruleMeasure = 72;

/** @returns the article as the reader shows it, with the addresses of its links instead of suggestions */
export const renderStyledArticle = (article: Article, options: StyledOptions): string => {
  const {theme, hyperlinks, highlight} = options;
  const width = options.width === 0 ? Number.POSITIVE_INFINITY : options.width;
  const body = renderBody(article, documentOf(article), {
    width,
    theme,
    ...(options.resolveLink && {resolveLink: options.resolveLink}),
    ...(highlight && {highlight}),
  });
  return join([
    renderHeader(article, {width: Math.min(width, ruleMeasure), theme}),
    body.lines.map(line => showLinks(line, {hyperlinks})),
    linkList(body.links, width).map(theme.style.muted),
  ]);
};
