/**
 * Pictures and what is said below them, as `<figure>` and `<figcaption>`, which many pages build of other elements. Where
 * a caption has lost its picture to a script, it goes too.
 */
import {classOf, type HtmlDocument, type HtmlElement} from './dom.ts';
import {imageSource} from './image-source.ts';
import {foldSpace} from './text-blocks.ts';

const captionName =
  /(?:^|[^a-z])(?:[a-z]*caption|[a-z]*cutline|(?:image|photo|img|media|picture|figure)[a-z]*[_-]*credits?|credits?|copyright|leyenda|bildunterschrift|legende)(?![a-z])/i;

const longestCaption = 600;
const mostLevels = 5;

const isCaptionNamed = (element: HtmlElement): boolean =>
  captionName.test(
    classOf(element)
      .replace(/([a-z])(?=[A-Z])/g, '$1-')
      .replace(/-text\b/g, ''),
  );

const pictures = 'img, amp-img, picture, video, iframe';

/** The nearest element above that holds a picture, if it holds little else than what is said of it. */
const frameOf = (caption: HtmlElement): HtmlElement | undefined => {
  let frame = caption.parentNode;
  for (let level = 0; level < mostLevels && frame !== null; level++, frame = frame.parentNode) {
    if (foldSpace(frame.textContent).length > longestCaption + 100) return undefined;
    if (frame.querySelector(pictures) !== null) return frame;
  }
  return undefined;
};

const makeFigure = (document: HtmlDocument, frame: HtmlElement, caption: string): void => {
  const figure = document.createElement('figure');
  figure.append(...frame.querySelectorAll('img, amp-img'));
  const said = document.createElement('figcaption');
  said.append(document.createTextNode(caption));
  figure.append(said);
  frame.replaceWith(figure);
};

const hasPicture = (frame: HtmlElement): boolean =>
  [...frame.querySelectorAll('img, amp-img')].some(image => imageSource(image, undefined) !== undefined);

const unmarked = /[.!?…。！？]["'”’»」』)\]]*$/;

/** A paragraph or division of one picture and a line of text below it. */
const isPlainFrame = (frame: HtmlElement, text: string): boolean =>
  text !== '' &&
  text.length <= (frame.localName === 'p' ? 120 : 200) &&
  !(frame.localName === 'p' && unmarked.test(text));

const isCaption = (element: HtmlElement): boolean =>
  isCaptionNamed(element) &&
  foldSpace(element.textContent).length <= longestCaption &&
  element.querySelector('p + p, h1, h2') === null;

/** Captions that only their class tells. */
const namedCaptions = (document: HtmlDocument): void => {
  for (const caption of [...document.body.querySelectorAll('[class]')]) {
    if (!document.body.contains(caption) || !isCaption(caption)) continue;
    const frame = caption.querySelector(pictures) === null ? frameOf(caption) : caption;
    if (frame === undefined || !hasPicture(frame)) caption.remove();
    else if (frame.localName !== 'figure' || frame.querySelector('figcaption') === null)
      makeFigure(document, frame, foldSpace(frame.textContent));
  }
};

/** Captions that only their place tells: beside a picture, in an element that holds nothing else. */
const plainCaptions = (document: HtmlDocument): void => {
  for (const image of [...document.body.querySelectorAll('img')]) {
    let frame = image.parentNode;
    while (frame !== null && /^(?:a|picture|span|noscript)$/.test(frame.localName)) frame = frame.parentNode;
    if (frame === null || !/^(?:p|div|center)$/.test(frame.localName)) continue;
    const text = foldSpace(frame.textContent);
    const holdsMore = frame.querySelector('h1, h2, h3, h4, li, p, table, button, input') !== null;
    if (isPlainFrame(frame, text) && !holdsMore) makeFigure(document, frame, text);
  }
};

/** Gives every picture its caption. */
export const markFigures = (document: HtmlDocument): void => {
  namedCaptions(document);
  plainCaptions(document);
  for (const caption of [...document.body.querySelectorAll('figcaption')])
    if (
      caption.parentNode !== null &&
      !hasPicture(caption.parentNode) &&
      caption.parentNode.querySelector('table, pre, blockquote') === null
    )
      caption.remove();
};
