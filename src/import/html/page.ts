/**
 * A page of HTML as an article: parsed once, never run. What it says of itself is read first, since finding the text uses
 * the document up; then what stands around the article is taken out, and the rest becomes Markdown.
 */
import {AppError} from '../../core/errors.ts';
import {field} from '../../core/sanitize.ts';
import type {ImportedArticle, ImportedImage} from '../imported-article.ts';
import {resolveAddress} from './addresses.ts';
import {removeBoilerplate} from './boilerplate.ts';
import {type HtmlDocument, type HtmlElement, mostOfPage, parseHtml} from './dom.ts';
import {dropLoneCaptions, markFigures} from './figures.ts';
import {describedOn, takeHero} from './hero.ts';
import {letters} from './letters.ts';
import {mainText} from './main-text.ts';
import {markdownOfElement, markdownOfHtml} from './markdown.ts';
import {escapeLineStart, escapeText} from './markdown-escape.ts';
import {languageOf} from './metadata/languages.ts';
import {type PageMetadata, readMetadata} from './metadata/metadata.ts';
import {keepOneArticle} from './one-article.ts';
import {relatedAddresses} from './related-links.ts';
import {foldSpace, type TextBlock, textBlocks, weight} from './text-blocks.ts';
import {announced, trimText} from './trim-text.ts';

export interface PageOptions {
  /** Where it was fetched from, if that is known. */
  readonly address?: string | undefined;
}

/** Less says nothing: a page that only a script fills, an error, a picture. */
const leastText = 60;

interface Found {
  readonly body: string;
  /** Of the body, without any marks. */
  readonly plain: string;
  readonly image: ImportedImage | undefined;
  /** Blocks of the text that lead to further articles. */
  readonly teasers: readonly TextBlock[];
}

interface Text extends Found {
  readonly related: readonly string[];
}

const noText: Found = {body: '', plain: '', image: undefined, teasers: []};

const textOf = (main: HtmlElement, metadata: PageMetadata, base: string | undefined): Found => {
  const out = trimText(main, {
    titles: metadata.titles,
    standfirst: metadata.standfirsts[0],
    authors: metadata.authors,
  });
  const image = takeHero(main, metadata.image, base);
  dropLoneCaptions(main);
  const teasers = out.filter(({linked}) => linked > 0.5);
  return {teasers, image, plain: foldSpace(main.textContent), body: markdownOfElement(main, {base})};
};

const readText = (document: HtmlDocument, metadata: PageMetadata, base: string | undefined): Text => {
  const articles = keepOneArticle(document);
  markFigures(document);
  const image = describedOn(document.body, metadata.image, base);
  const around = removeBoilerplate(document);
  const further = announced(textBlocks(document.body));
  const main = mainText(document);
  const text = main === undefined ? {...noText, image} : textOf(main, {...metadata, image}, base);
  return {...text, related: relatedAddresses({teasers: [...text.teasers, ...further], around, articles}, base)};
};

/** The text as it is told to search engines, where that is much more than what was found. */
const toldText = ({text = ''}: PageMetadata, found: string): string => {
  if (letters(text).length < Math.max(200, letters(found).length * 1.6)) return '';
  if (/<(?:p|br|div)\b/i.test(text)) return markdownOfHtml(text);
  return text
    .split(/\n+/)
    .map(line => escapeLineStart(escapeText(foldSpace(line))))
    .filter(Boolean)
    .join('\n\n');
};

/** Without taking anything out first, should that have been the article. */
const uncleanedText = (html: string, metadata: PageMetadata, base: string | undefined): Text => {
  const document = parseHtml(html);
  const main = mainText(document);
  return {...(main === undefined ? noText : textOf(main, metadata, base)), related: []};
};

/** Where Readability finds nothing: what the page marks as its article, or all of it. */
const markedText = (html: string, metadata: PageMetadata, base: string | undefined): Text => {
  const document = parseHtml(html);
  removeBoilerplate(document);
  const main =
    document.querySelector('[itemprop~=articleBody]') ??
    document.querySelector('article, main, [role=main]') ??
    document.body;
  return {...textOf(main, metadata, base), related: []};
};

/** So little text is worth a second look. */
const littleText = 250;

const bestText = (html: string, document: HtmlDocument, metadata: PageMetadata, base: string | undefined): Text => {
  const found = readText(document, metadata, base);
  const size = weight(found.plain);
  if (size >= littleText) return found;
  const {image, related} = found;
  const uncleaned = uncleanedText(html, metadata, base);
  if (weight(uncleaned.plain) > Math.max(littleText, size * 3)) return {...uncleaned, image, related};
  return size >= leastText ? found : {...markedText(html, metadata, base), image, related};
};

const longestStandfirst = 600;

/** The first that says something of its own: not the title again, nor the beginning of the text. */
const standfirstOf = ({standfirsts, title = ''}: PageMetadata, plain: string): string | undefined => {
  const start = letters(plain.slice(0, 3000));
  return standfirsts.find(written => {
    const said = letters(written);
    const isOfText = start.startsWith(said.slice(0, 60)) || (said.length > 120 && start.includes(said.slice(30, 110)));
    return said !== '' && written.length <= longestStandfirst && !said.includes(letters(title) || '\n') && !isOfText;
  });
};

const firstWords = (plain: string): string => {
  const cut = plain.slice(0, 81);
  return cut.length <= 80 ? cut : `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))}…`;
};

/** What addresses in the page are relative to. */
const baseOf = (document: HtmlDocument, address: string | undefined): string | undefined => {
  const written = document.querySelector('base[href]')?.getAttribute('href') ?? '';
  const base = resolveAddress(written, address, ['http:', 'https:']) ?? address;
  return base !== undefined && URL.canParse(base) ? base : undefined;
};

/**
 * The article of a page: all texts gated, the title never empty.
 * @throws AppError when the page is too large, or has no text worth an article
 */
export const articleOfPage = (html: string, {address}: PageOptions = {}): ImportedArticle => {
  const document = parseHtml(html, mostOfPage);
  const fetched = address === undefined ? undefined : resolveAddress(address, undefined, ['http:', 'https:']);
  const metadata = readMetadata(document, fetched);
  const base = baseOf(document, fetched ?? metadata.address);
  const text = bestText(html, document, metadata, base);
  const body = toldText(metadata, text.plain) || text.body;
  if (weight(body) < leastText)
    throw new AppError('nothing-found', 'this page has no text that reads as an article', {
      hint: 'pages that scripts fill, and pages that only list others, cannot be imported',
    });
  const standfirst = standfirstOf(metadata, text.plain);
  const lang = languageOf(metadata.languages, text.plain);
  const {section, site, address: url, published, updated} = metadata;
  return {
    title: metadata.title ?? field(firstWords(text.plain)),
    ...(standfirst && {standfirst}),
    ...(section && {section}),
    authors: metadata.authors,
    ...((site || url) && {source: {...(site && {name: site}), ...(url && {url})}}),
    ...(published && {published}),
    ...(updated && {updated}),
    ...(lang && {lang}),
    tags: metadata.tags,
    ...(text.image && {image: text.image}),
    related: text.related,
    body,
  };
};
