/** The page of the article on screen, rendered once for what it depends on, and what Tab can pick on it. */
import type {Article} from '../core/article.ts';
import type {LinkTarget} from '../core/links.ts';
import {type MarkdownDocument, needsHighlighting, parseMarkdown} from '../core/markdown.ts';
import {type ArticlePage, renderArticlePage} from '../render/article-page.ts';
import {textWidth} from './layout.ts';
import {articleKey, type State, type Suggestions} from './state.ts';

const nothingYet: Suggestions = {related: [], more: []};

const documents = new WeakMap<Article, MarkdownDocument>();

/** Lexed once for as long as the article is in memory. */
const documentOf = (article: Article): MarkdownDocument => {
  const known = documents.get(article);
  if (known !== undefined) return known;
  const document = parseMarkdown(article.body, {dropFirstHeading: article.titleFrom === 'heading'});
  documents.set(article, document);
  return document;
};

/** Whether it has code that can be coloured. */
export const hasCode = (article: Article): boolean => needsHighlighting(documentOf(article));

interface Rendered {
  readonly width: number;
  readonly inputs: readonly unknown[];
  readonly page: ArticlePage;
}

// The last rendering of an article is kept: scrolling changes nothing that it depends on.
const pages = new WeakMap<Article, Rendered>();

export const pageOf = (state: State, article: Article): ArticlePage => {
  const {settings, highlight, resolveLink} = state;
  const width = textWidth(state.size, settings.measure);
  const suggestions = state.suggestions.get(articleKey(article)) ?? nothingYet;
  const inputs = [suggestions, settings, highlight, resolveLink];
  const last = pages.get(article);
  if (last?.width === width && last.inputs.every((input, i) => input === inputs[i])) return last.page;
  const page = renderArticlePage(
    {article, document: documentOf(article), resolveLink, ...suggestions},
    {width, theme: settings.theme, now: settings.today, ...(highlight && {highlight})},
  );
  pages.set(article, {width, inputs, page});
  return page;
};

/** Something that Tab stops at: a link of the text, or an entry of the lists at the end. */
export interface Pick {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly target: LinkTarget;
  /** The link's number within the text; absent for an entry at the end. */
  readonly link?: number;
}

export const picksOf = (page: ArticlePage): readonly Pick[] => [
  ...page.links.map(({number, firstLine, lastLine, target}) => ({link: number, firstLine, lastLine, target})),
  ...page.suggestions.map(({article, firstLine, lastLine}) => ({
    firstLine,
    lastLine,
    target: {kind: 'article', article} as const,
  })),
];

/** The line at which the body is over and the suggestions begin. */
export const endOfBody = (page: ArticlePage): number => page.suggestions[0]?.firstLine ?? page.lines.length;
