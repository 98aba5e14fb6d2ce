/** The page of the article on screen: its text made once for what it depends on, so that what was drawn of it stays. */
import type {Article} from '../core/article.ts';
import {createLinkResolver} from '../core/links.ts';
import {type MarkdownDocument, parseMarkdown} from '../core/markdown.ts';
import {type ArticlePage, createArticlePage, createPageText, type PageText} from '../render/article-page.ts';
import {textWidth} from './layout.ts';
import {articleKey, type State, type Suggestions} from './state.ts';

const nothingYet: Suggestions = {related: [], more: []};

/** Until it is known which articles the links may mean, they lead to the web, or nowhere. */
const nowhereYet = createLinkResolver({articles: [], failures: [], folders: []});

/** The last thing made for an article, as long as what it was made of is the same. */
const remember = <Made>() => {
  const last = new WeakMap<Article, {readonly inputs: readonly unknown[]; readonly made: Made}>();
  return (article: Article, inputs: readonly unknown[], make: () => Made): Made => {
    const known = last.get(article);
    if (known?.inputs.every((input, i) => input === inputs[i])) return known.made;
    const made = make();
    last.set(article, {inputs, made});
    return made;
  };
};

const rememberDocument = remember<MarkdownDocument>();
const rememberText = remember<PageText>();
const rememberPage = remember<ArticlePage>();

/** Lexed once for as long as the article is in memory. */
const documentOf = (article: Article): MarkdownDocument =>
  rememberDocument(article, [], () => parseMarkdown(article.body, {dropFirstHeading: article.titleFrom === 'heading'}));

export const pageOf = (state: State, article: Article): ArticlePage => {
  const {settings, highlight} = state;
  const resolveLink = state.links.get(articleKey(article)) ?? nowhereYet;
  const width = textWidth(state.size, settings.measure);
  const options = {width, theme: settings.theme, now: settings.today, ...(highlight && {highlight})};
  const text = rememberText(article, [width, settings, highlight, resolveLink], () =>
    createPageText({article, document: documentOf(article), resolveLink}, options),
  );
  const suggestions = state.suggestions.get(articleKey(article)) ?? nothingYet;
  return rememberPage(article, [text, suggestions], () => createArticlePage(text, {article, ...suggestions}, options));
};
