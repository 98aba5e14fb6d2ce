/**
 * The text of a page's article, with what is found on the way to it: its hero and the articles it offers. Mostly what
 * Readability finds; where that is little beside what the page itself marks or tells as its text, one of those.
 */
import type {ImportedImage} from '../imported-article.ts';
import {escapeLineStart, escapeText} from '../markdown-escape.ts';
import {removeBoilerplate} from './boilerplate.ts';
import {type HtmlDocument, type HtmlElement, parseHtml} from './dom.ts';
import {dropLoneCaptions, markFigures} from './figures.ts';
import {describedOn, takeHero} from './hero.ts';
import {letters} from './letters.ts';
import {dropLooseAddresses, isLost} from './loose-addresses.ts';
import {mainText} from './main-text.ts';
import {markdownOfElement, markdownOfHtml} from './markdown.ts';
import type {PageMetadata} from './metadata/metadata.ts';
import {keepOneArticle} from './one-article.ts';
import {relatedAddresses} from './related-links.ts';
import {removeStrayPictures} from './stray-pictures.ts';
import {removeTeaserCards} from './teaser-cards.ts';
import {foldSpace, proseLength, type TextBlock, textBlocks, weight} from './text-blocks.ts';
import {announced, trimText} from './trim-text.ts';
import {makeRules} from './typed-rules.ts';

export interface Page {
  readonly html: string;
  /** Of that HTML; used up by looking for the text. */
  readonly document: HtmlDocument;
  readonly metadata: PageMetadata;
  /** What addresses in it are relative to. */
  readonly base: string | undefined;
}

export interface PageText {
  /** Markdown. */
  readonly body: string;
  /** Of the body, without any marks. */
  readonly plain: string;
  readonly image: ImportedImage | undefined;
  readonly related: readonly string[];
}

/** The title is the first level. */
const highestHeading = 2;

/** Less says nothing: a page that only a script fills, an error, a picture. */
export const leastText = 60;

interface Found {
  readonly body: string;
  readonly plain: string;
  readonly image: ImportedImage | undefined;
  /** Blocks of the text that lead to further articles. */
  readonly teasers: readonly TextBlock[];
  /** Characters that read as sentences. */
  readonly prose: number;
}

const nothing: Found = {body: '', plain: '', image: undefined, teasers: [], prose: 0};

const textOf = (main: HtmlElement, {metadata, base}: Omit<Page, 'html' | 'document'>): Found => {
  const {titles, standfirsts, authors} = metadata;
  const out = trimText(main, {titles, standfirst: standfirsts[0], authors});
  makeRules(main);
  removeStrayPictures(main, {named: metadata.image, base});
  const image = takeHero(main, metadata.image, base);
  dropLoneCaptions(main);
  if (base === undefined) dropLooseAddresses(main);
  return {
    body: markdownOfElement(main, {base, highestHeading, shown: image === undefined ? [] : [image.src]}),
    plain: foldSpace(main.textContent),
    image,
    teasers: out.filter(({linked}) => linked > 0.5),
    prose: proseLength(main),
  };
};

/** What a page marks as its article: with the headline, where it marks several. */
const markedArticle = (document: HtmlDocument): HtmlElement | undefined => {
  const body = document.querySelector('[itemprop~=articleBody]');
  const articles = [...document.querySelectorAll('article')];
  return (
    body ??
    articles.find(article => article.querySelector('h1') !== null) ??
    (articles.length === 1 ? articles[0] : undefined)
  );
};

/** The marked article, or else the whole page. */
const markedText = ({html, metadata, base}: Page): Found => {
  const document = parseHtml(html);
  keepOneArticle(document);
  markFigures(document);
  removeBoilerplate(document);
  removeTeaserCards(document, base);
  const main = markedArticle(document) ?? document.querySelector('main, [role=main]') ?? document.body;
  return textOf(main, {metadata, base});
};

/** What Readability finds when nothing is taken out first, should that have been the article. */
const uncleanedText = ({html, metadata, base}: Page): Found => {
  const main = mainText(parseHtml(html));
  return main === undefined ? nothing : textOf(main, {metadata, base});
};

/** The text as it is told to search engines, where that is much more than what was found. */
const toldText = ({text = ''}: PageMetadata, plain: string): string => {
  if (letters(text).length < Math.max(200, letters(plain).length * 1.6)) return '';
  if (/<(?:p|br|div)\b/i.test(text)) return markdownOfHtml(text, {highestHeading});
  const lines = text.split(/\n+/).map(line => escapeLineStart(escapeText(foldSpace(line))));
  return lines.filter(Boolean).join('\n\n');
};

/** So little text is worth a second look. */
const littleText = 250;

const secondLook = (page: Page, found: Found, marked: number): Found => {
  if (marked > Math.max(found.prose * 1.4, found.prose + 400)) return markedText(page);
  const size = weight(found.plain);
  if (size >= littleText) return found;
  const uncleaned = uncleanedText(page);
  if (weight(uncleaned.plain) > Math.max(littleText, size * 3)) return uncleaned;
  return size >= leastText ? found : markedText(page);
};

export const readPageText = (page: Page): PageText => {
  const {document, base} = page;
  const articles = keepOneArticle(document);
  markFigures(document);
  const metadata = {...page.metadata, image: describedOn(document.body, page.metadata.image, base)};
  const around = removeBoilerplate(document);
  const cards = removeTeaserCards(document, base);
  const further = announced(textBlocks(document.body));
  const article = markedArticle(document);
  const marked = article === undefined ? 0 : proseLength(article);
  const main = mainText(document);
  const first = main === undefined ? nothing : textOf(main, {metadata, base});
  const {body, plain, image, teasers} = secondLook({...page, metadata}, first, marked);
  const told = toldText(metadata, plain);
  const hero = image ?? first.image ?? metadata.image;
  return {
    body: told || body,
    plain: told === '' ? plain : foldSpace(metadata.text ?? ''),
    image: hero !== undefined && isLost(hero.src, hero.alt ?? hero.caption) ? undefined : hero,
    related: relatedAddresses({teasers: [...teasers, ...further], around, articles: [...articles, ...cards]}, base),
  };
};
