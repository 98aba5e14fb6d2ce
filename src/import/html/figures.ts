/**
 * Pictures and what is said below them, as `<figure>` and `<figcaption>`, which many pages build of other elements. Where
 * a caption has lost its picture to a script, it goes too.
 */
import {classOf, type HtmlDocument, type HtmlElement} from './dom.ts';
import {imageSource} from './image-source.ts';
import {spacedText} from './spaced-text.ts';
import {foldSpace, textLengths} from './text-blocks.ts';

/** Names of what says something of a picture; a credit only where the name ends in it, since cards and courses are credits, too. */
const captionName =
  /(?:caption|cutline|leyenda|pie-de-foto|bildunterschrift)(?![a-z])|(?:^|[^a-z])(?:credits?|copyright)$/;

type Lengths = ReadonlyMap<HtmlElement, number>;

const longestCaption = 600;
/** Pictures that are looked at: each may be looked at together with all that stands around it. */
const most = 500;
const mostLevels = 5;

const isCaptionNamed = (element: HtmlElement): boolean =>
  classOf(element)
    .replace(/([a-z])(?=[A-Z])/g, '$1-')
    .toLowerCase()
    .split(/\s+/)
    .some(name => captionName.test(name));

const pictures = 'img, amp-img, picture, video, iframe';

/** The nearest element above that holds a picture, if it holds little else than what is said of it. */
const frameOf = (caption: HtmlElement, lengths: Lengths): HtmlElement | undefined => {
  let frame = caption.parentNode;
  for (let level = 0; level < mostLevels && frame !== null; level++, frame = frame.parentNode) {
    if ((lengths.get(frame) ?? Number.POSITIVE_INFINITY) > longestCaption) return undefined;
    if (frame.querySelector(pictures) !== null) return frame;
  }
  return undefined;
};

/** What a picture and what is said of it make up: its figure, where that holds hardly another. */
export const figureOf = (image: HtmlElement): HtmlElement => {
  for (let above = image.parentNode; above !== null; above = above.parentNode)
    if (above.localName === 'figure' && [...above.querySelectorAll('img, amp-img')].length <= 2) return above;
  return image;
};

/** Where the picture leads is kept: a figure built anew has no link around it. */
export const behind = 'data-behind';

/** What a link around all of a card leads to, be it the picture or the line below. */
const keepLinks = (frame: HtmlElement): void => {
  const links = [...frame.querySelectorAll('a[href]')];
  const lines = links.map(({textContent}) => foldSpace(textContent).length);
  const isLine = lines.reduce((sum, length) => sum + length, 0) > foldSpace(frame.textContent).length * 0.8;
  const above = frame.parentNode?.localName === 'a' ? frame.parentNode : undefined;
  const link =
    above ?? links.find(one => one.querySelector('img, amp-img') !== null) ?? (isLine ? links[0] : undefined);
  const href = link?.getAttribute('href') ?? '';
  if (href !== '') for (const image of frame.querySelectorAll('img, amp-img')) image.setAttribute(behind, href);
};

const makeFigure = (document: HtmlDocument, frame: HtmlElement, caption: string): void => {
  keepLinks(frame);
  const figure = document.createElement('figure');
  figure.append(...frame.querySelectorAll('img, amp-img'));
  const said = document.createElement('figcaption');
  said.append(document.createTextNode(caption));
  figure.append(said);
  frame.replaceWith(figure);
};

const hasPicture = (frame: HtmlElement): boolean =>
  [...frame.querySelectorAll('img, amp-img')].some(image => imageSource(image, undefined) !== undefined);

const endOfSentence = /[.!?…。！？]["'”’»」』)\]]*$/;

const longestPlain = 200;

/** A paragraph may well hold a picture and a sentence. */
const isPlainFrame = ({localName}: HtmlElement, text: string): boolean =>
  text !== '' && (localName === 'p' ? text.length <= 120 && !endOfSentence.test(text) : text.length <= longestPlain);

const isCaption = (element: HtmlElement, lengths: Lengths): boolean =>
  isCaptionNamed(element) &&
  (lengths.get(element) ?? 0) <= longestCaption &&
  element.querySelector('p + p, h1, h2') === null;

/** Captions that only their class tells. */
const namedCaptions = (document: HtmlDocument, lengths: Lengths): void => {
  const named = [...document.body.querySelectorAll('[class]')].filter(element => isCaption(element, lengths));
  for (const caption of named.slice(0, most)) {
    if (!document.body.contains(caption)) continue;
    const frame = caption.querySelector(pictures) === null ? frameOf(caption, lengths) : caption;
    if (frame === undefined || !hasPicture(frame)) caption.remove();
    else if (frame.localName !== 'figure' || frame.querySelector('figcaption') === null)
      makeFigure(document, frame, spacedText(frame));
  }
};

const more = 'h1, h2, h3, h4, li, p, table, button, input, figure';

/** The largest element around a picture that holds nothing else than a line below it. */
const plainFrame = (image: HtmlElement, lengths: Lengths): HtmlElement | undefined => {
  let found: HtmlElement | undefined;
  let frame = image.parentNode;
  for (let level = 0; level < mostLevels && frame !== null; level++, frame = frame.parentNode) {
    const isTransparent = /^(?:a|picture|span|noscript)$/.test(frame.localName);
    if (!isTransparent && !/^(?:p|div|center)$/.test(frame.localName)) break;
    const length = lengths.get(frame) ?? Number.POSITIVE_INFINITY;
    if (length > longestPlain || frame.querySelector(more) !== null) break;
    if (!isTransparent && isPlainFrame(frame, foldSpace(frame.textContent))) found = frame;
  }
  return found;
};

/** Captions that only their place tells. */
const plainCaptions = (document: HtmlDocument, lengths: Lengths): void => {
  for (const image of [...document.body.querySelectorAll('img')].slice(0, most)) {
    const frame = document.body.contains(image) ? plainFrame(image, lengths) : undefined;
    if (frame !== undefined && hasPicture(frame)) makeFigure(document, frame, spacedText(frame));
  }
};

/** What captions may be about that is no picture. */
const besidesPictures = 'table, pre, blockquote, iframe, video, audio';

/** Takes out captions that have lost their picture. */
export const dropLoneCaptions = (root: HtmlElement): void => {
  const captions = [...root.querySelectorAll('figcaption')].slice(0, most);
  // Each is looked into once, however many captions it has.
  const frames = new Set(captions.map(caption => caption.parentNode));
  for (const frame of frames) {
    if (frame === null || hasPicture(frame) || frame.querySelector(besidesPictures) !== null) continue;
    for (const caption of captions) if (caption.parentNode === frame) caption.remove();
  }
};

/** Addresses and what players and galleries write over their pictures. */
const noCaption =
  /^(?:https?:\/\/\S+|(?:see|view|show|watch) (?:all|more|gallery|video|photos?)(?: \(?\d+\)?)?|videos?|photos?|images?|gallery|audio|play|live|zoom|vídeo|foto|galería)$/i;

/** Takes out captions that say nothing of their picture. */
const dropIdleCaptions = (root: HtmlElement): void => {
  for (const caption of [...root.querySelectorAll('figcaption')].slice(0, most)) {
    const text = foldSpace(caption.textContent);
    if (text === '' || noCaption.test(text)) caption.remove();
  }
};

/** Gives every picture its caption. */
export const markFigures = (document: HtmlDocument): void => {
  const lengths = textLengths(document.body);
  namedCaptions(document, lengths);
  plainCaptions(document, lengths);
  dropIdleCaptions(document.body);
  dropLoneCaptions(document.body);
};
