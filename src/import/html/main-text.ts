/** The main text of a page: found by Readability in a page without what stands around articles. */
import {Readability} from '@mozilla/readability';
import type {HtmlDocument, HtmlElement} from './dom.ts';
import {mendText, proseOf} from './mend-text.ts';

/** Readability tries harder, and finds more that is none, until it has so many characters. */
const enoughText = 200;

/** Of a value without an end that fits, Readability looks at each piece from each of its places. */
const longestValue = 2000;

const isSlow = (value: string): boolean =>
  value.length > longestValue && /\s/.test(value) && !/\.(?:jpg|jpeg|png|webp)\s+\d/.test(value);

/** Takes off pictures what is no address of one, and would take Readability hours to find that out. */
const dropSlowValues = (document: HtmlDocument): void => {
  for (const picture of document.querySelectorAll('img, picture, figure')) {
    for (const name of picture.getAttributeNames()) {
      if (!keptNames.has(name) && isSlow(picture.getAttribute(name) ?? '')) picture.removeAttribute(name);
    }
  }
};

/** Those that it does not search. */
const keptNames: ReadonlySet<string> = new Set(['src', 'srcset', 'alt']);

/** Addresses are made absolute later, and in a time that does not grow with the square of their length. */
const neverFits = /(?!)/g;

const find = (document: HtmlDocument): HtmlElement | undefined => {
  // Readability asks for elements in capitals, and linkedom would make them so.
  const create = document.createElement.bind(document);
  document.createElement = name => create(name.toLowerCase());
  const options = {serializer: (node: unknown) => node as HtmlElement, charThreshold: enoughText, disableJSONLD: true};
  dropSlowValues(document);
  const reader = new Readability<HtmlElement>(document as never, options as never);
  const {REGEXPS} = reader as unknown as {readonly REGEXPS: Readonly<Record<string, RegExp>>};
  Object.assign(reader, {REGEXPS: {...REGEXPS, srcsetUrl: neverFits}});
  try {
    return reader.parse()?.content ?? undefined;
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
