/** The main text of a page: found by Readability in a page without what stands around articles. */
import {Readability} from '@mozilla/readability';
import type {HtmlDocument, HtmlElement} from './dom.ts';

/** Readability tries harder, and finds more that is none, until it has so many characters. */
const enoughText = 200;

/** @returns the element that holds it; the document is used up */
export const mainText = (document: HtmlDocument): HtmlElement | undefined => {
  const options = {serializer: (node: unknown) => node as HtmlElement, charThreshold: enoughText, disableJSONLD: true};
  return new Readability<HtmlElement>(document as never, options as never).parse()?.content ?? undefined;
};
