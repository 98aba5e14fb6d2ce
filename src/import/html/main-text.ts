/** The main text of a page: found by Readability in a page without what stands around articles. */
import {Readability} from '@mozilla/readability';
import type {HtmlDocument, HtmlElement} from './dom.ts';
import {mendText, proseOf} from './mend-text.ts';

/** Readability tries harder, and finds more that is none, until it has so many characters. */
const enoughText = 200;

const find = (document: HtmlDocument): HtmlElement | undefined => {
  // Readability asks for elements in capitals, and linkedom would make them so.
  const create = document.createElement.bind(document);
  document.createElement = name => create(name.toLowerCase());
  const options = {serializer: (node: unknown) => node as HtmlElement, charThreshold: enoughText, disableJSONLD: true};
  try {
    return new Readability<HtmlElement>(document as never, options as never).parse()?.content ?? undefined;
  } catch {
    // It expects more order than some markup has; such a page is read in another way.
    return undefined;
  }
};

const isInFigure = (caption: HtmlElement): boolean => {
  for (let above = caption.parentNode; above !== null; above = above.parentNode)
    if (above.localName === 'figure') return true;
  return false;
};

/** Readability makes divisions of the figures that stand beside the text it found. */
const mendFigures = (document: HtmlDocument, main: HtmlElement): void => {
  for (const caption of main.querySelectorAll('figcaption')) {
    const frame = caption.parentNode;
    if (frame === null || frame === main || isInFigure(caption)) continue;
    const figure = document.createElement('figure');
    figure.append(...frame.childNodes);
    frame.replaceWith(figure);
  }
};

/** Readability takes every footer for the page's; below a quotation, it says who spoke. */
const keepAttributions = (document: HtmlDocument): void => {
  for (const footer of [...document.querySelectorAll('blockquote footer')]) {
    const line = document.createElement('p');
    line.append(...footer.childNodes);
    footer.replaceWith(line);
  }
};

/** @returns the element that holds it; the document is used up */
export const mainText = (document: HtmlDocument): HtmlElement | undefined => {
  keepAttributions(document);
  const prose = proseOf(document.body);
  const main = find(document);
  if (main !== undefined) mendFigures(document, main);
  if (main !== undefined) mendText(main, prose);
  return main;
};
