/** What a page shows of itself to every reader: its heading, the line of its authors, its dates. */
import {classOf, type HtmlDocument, type HtmlElement} from '../dom.ts';
import {spacedText} from '../spaced-text.ts';
import {foldedText, type Metadata} from './sources.ts';

const texts = (
  elements: Iterable<HtmlElement>,
  longest: number,
  read: (element: HtmlElement) => string = foldedText,
): readonly string[] =>
  [...elements]
    .slice(0, 20)
    .map(element => read(element))
    .filter(text => text !== '' && text.length <= longest);

/** Names stand in elements of their own, and their roles. */
const names = (element: HtmlElement): string => spacedText(element, ' | ').replace(/^(?:\| )+|(?: \|)+$/g, '');

/** Elements some word of whose classes is one of these. */
const classed = (document: HtmlDocument, words: RegExp): readonly HtmlElement[] =>
  [...document.querySelectorAll('[class]')].filter(element => words.test(classOf(element)));

const standfirstClass =
  /(?:^|[\s_-])(?:standfirst|dek|deck|sub-?headline|sub-?title|strapline|sub-?t[ií]tulo|entradilla|bajada|copete|chap[oô]|chapeau|vorspann|sommario|occhiello|ingress|article-?(?:summary|intro|lead|lede))(?:$|[\s_-])/i;
const authorClass =
  /(?:^|[\s_-])(?:byline(?:[_-]{1,2}(?:author|name)s?)?|author(?:[_-]?names?)?|(?:post|entry|article)-author|by-author|writer|autor)(?:$|\s)/i;
const dateClass =
  /(?:^|[\s_-])(?:(?:publish|published|post|posted|entry|article|pub)[_-]?(?:date|time|on)|pubdate|date-?published|timestamp|dateline|datetime|date)(?:$|\s)/i;

/** Comments, boxes and the edges of a page tell of others. */
const isOfAnother = (element: HtmlElement): boolean => {
  for (let above: HtmlElement | null = element; above !== null; above = above.parentNode) {
    if (/^(?:aside|nav|footer)$/.test(above.localName)) return true;
    const name = above.getAttribute?.('class') ?? '';
    if (
      above.localName !== 'body' &&
      /comment|related|recommend|sidebar|widget|promo|(?:author|writer)[-_]?bio/i.test(name)
    )
      return true;
  }
  return false;
};

/** How far above a headline its surroundings reach. */
const levels = 4;

/** What stands with the headline: cards of other articles use the same classes. */
const besideHeadline = (document: HtmlDocument): ((element: HtmlElement) => boolean) => {
  const headline = document.querySelector('h1');
  let around = headline;
  for (let level = 0; level < levels; level++) {
    const above: HtmlElement | null = around?.parentNode ?? null;
    if (above === null || above.localName === 'body') break;
    around = above;
  }
  return element => around?.contains(element) === true || element === headline?.nextElementSibling;
};

const datesOf = (elements: readonly HtmlElement[]): readonly string[] =>
  elements
    .flatMap(element => [
      element.getAttribute('datetime') ?? '',
      element.getAttribute('content') ?? '',
      foldedText(element),
    ])
    .filter(text => text !== '' && text.length <= 100);

export const readPageItself = (document: HtmlDocument): Metadata => {
  const headings = texts(document.querySelectorAll('h1'), 300);
  const isBeside = besideHeadline(document);
  const own = (element: HtmlElement) => !isOfAnother(element);
  return {
    title: [...headings, ...texts(document.querySelectorAll('title'), 500)],
    standfirst: texts(classed(document, standfirstClass).filter(isBeside).filter(own), 600).filter(
      text => text.length >= 20,
    ),
    authors: [
      ...texts(document.querySelectorAll('a[rel~=author], [rel~=author] [itemprop=name]'), 100, names),
      ...texts(classed(document, authorClass).filter(own).slice(0, 3), 100, names),
    ],
    published: datesOf(
      [...document.querySelectorAll('time'), ...classed(document, dateClass)].slice(0, 50).filter(own),
    ),
    lang: ['lang', 'xml:lang'].map(name => document.documentElement.getAttribute(name) ?? '').filter(Boolean),
    tags: texts(document.querySelectorAll('a[rel~=tag]'), 60),
  };
};
