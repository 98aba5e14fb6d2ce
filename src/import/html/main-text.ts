/** The main text of a page: found by Readability, in a page without what stands around articles, and trimmed. */
import {Readability} from '@mozilla/readability';
import {removeBoilerplate} from './boilerplate.ts';
import type {HtmlDocument, HtmlElement} from './dom.ts';
import {markFigures} from './figures.ts';
import {keepOneArticle} from './one-article.ts';
import {type KnownParts, trimText} from './trim-text.ts';

/** Readability tries harder, and finds more that is none, until it has so many characters. */
const enoughText = 200;

const readMain = (document: HtmlDocument): HtmlElement | undefined => {
  const options = {serializer: (node: unknown) => node as HtmlElement, charThreshold: enoughText, disableJSONLD: true};
  return new Readability<HtmlElement>(document as never, options as never).parse()?.content ?? undefined;
};

/** @returns the element that holds it; the document is used up */
export const mainText = (document: HtmlDocument, known: KnownParts): HtmlElement | undefined => {
  keepOneArticle(document);
  markFigures(document);
  removeBoilerplate(document);
  const main = readMain(document);
  if (main !== undefined) trimText(main, known);
  return main;
};
