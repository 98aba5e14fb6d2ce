/** The picture at the head of an article, with what is said of it; the text then does not show it again. */
import {splitCaption} from '../../core/markdown/captions.ts';
import {field} from '../../core/sanitize.ts';
import type {ImportedImage} from '../imported-article.ts';
import {type HtmlElement, isElement} from './dom.ts';
import {figureOf} from './figures.ts';
import {imageSource, sizesOf} from './image-source.ts';
import {letters} from './letters.ts';
import {altOf, captionText} from './picture-text.ts';
import {foldSpace, isProse, textBlocks} from './text-blocks.ts';

const fileName = /[^/?&=#%]+(?=\.(?:jpe?g|png|webp|gif|avif)\b)/gi;

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};

/** Names that servers give to any picture, or to one of its sizes. */
const anyName =
  /^(?:raw-?image|image|img|photo|picture|original|large|medium|small|main|thumb(?:nail)?|default|full|\d+x\d+)$/;

/** The folder of a picture, where its name says nothing and the folder is numbered. */
const folders = (address: string): readonly string[] => {
  const [, folder = '', name = ''] = /\/([^/]+\/[^/]+)\/([^/.]+)\.\w{3,4}$/.exec(address.split(/[?#]/)[0] ?? '') ?? [];
  return anyName.test(name.toLowerCase()) && /\d{5}/.test(folder) ? [`${folder}/`] : [];
};

/** Names of files in an address, without the sizes that servers add; one may carry another within. */
const stems = (address: string): readonly string[] => [
  ...(decoded(address).match(fileName) ?? [])
    .map(name => name.toLowerCase().replace(/[-_](?:\d{2,4}x\d{2,4}|\d{3,4}w?|scaled)$/, ''))
    .filter(name => name.length > 4 && !anyName.test(name)),
  ...folders(address),
];

export const isSamePicture = (one: string, other: string): boolean => {
  const names = new Set(stems(other));
  return one === other || stems(one).some(name => names.has(name));
};

const saidBelow = (image: HtmlElement): string => {
  const caption = figureOf(image).querySelector('figcaption');
  return caption === null ? '' : captionText(caption);
};

const described = (image: HtmlElement, src: string): ImportedImage => {
  const {caption, credit} = splitCaption(saidBelow(image));
  const written = field(altOf(image));
  // A caption with its credit at the end, put there too, is no description.
  const alt = caption && written !== caption && letters(written).startsWith(letters(caption)) ? '' : written;
  return {src, ...(alt && {alt}), ...(caption && caption !== alt && {caption}), ...(credit && {credit})};
};

const picturesOf = (root: HtmlElement, base: string | undefined) =>
  [...root.querySelectorAll('img, amp-img')].flatMap(image => {
    const src = imageSource(image, base);
    return src === undefined ? [] : [{image, src}];
  });

/** What a page says below a picture, wherever it shows it. */
export const describedOn = (
  root: HtmlElement,
  picture: ImportedImage | undefined,
  base: string | undefined,
): ImportedImage | undefined => {
  const shown = picture && picturesOf(root, base).find(({src}) => isSamePicture(src, picture.src));
  return shown && picture ? {...described(shown.image, picture.src), ...picture} : picture;
};

const longestLine = 200;
const mostLevels = 4;

/** A line in italics right below a picture is its caption, though no figure holds the two. */
const italicLineBelow = (picture: HtmlElement): HtmlElement | undefined => {
  let holder: HtmlElement | null = picture;
  for (let level = 0; level < mostLevels && holder !== null; level++, holder = holder.parentNode) {
    let next = holder.nextSibling;
    while (next !== null && foldSpace(next.textContent) === '') next = next.nextSibling;
    if (next === null) continue;
    if (!isElement(next)) return undefined;
    const line = foldSpace(next.textContent);
    const italics = [next, ...next.querySelectorAll('em, i')].find(({localName}) => /^(?:em|i)$/.test(localName));
    const isLine = line.length <= longestLine && italics !== undefined && foldSpace(italics.textContent) === line;
    return isLine && next.querySelector('img') === null ? next : undefined;
  }
  return undefined;
};

/** A picture that its page shows smaller is none to head an article with, in pixels. */
const leastHero = 100;

/** Pictures that stand before the first sentence. */
const leading = (root: HtmlElement): ReadonlySet<HtmlElement> => {
  const first = textBlocks(root).find(isProse)?.nodes[0];
  const found = new Set<HtmlElement>();
  const visit = (element: HtmlElement): boolean => {
    for (const node of element.childNodes) {
      if (node === first) return true;
      if (!isElement(node)) continue;
      if (node.localName === 'img' || node.localName === 'amp-img') found.add(node);
      if (visit(node)) return true;
    }
    return false;
  };
  return visit(root) ? found : new Set();
};

/**
 * Takes the hero out of the main text: the picture that the page names, or else one that stands before the text.
 * @param named the picture that the page names as its own
 */
export const takeHero = (
  main: HtmlElement,
  named: ImportedImage | undefined,
  base: string | undefined,
): ImportedImage | undefined => {
  const pictures = picturesOf(main, base);
  const first = leading(main);
  const same = named && pictures.find(({src}) => isSamePicture(src, named.src));
  const isLarge = (image: HtmlElement) => sizesOf(image).every(size => size >= leastHero);
  const shown = same ?? pictures.find(({image}) => first.has(image) && isLarge(image));
  if (shown === undefined) return named;
  const figure = figureOf(shown.image);
  const line = figure === shown.image ? italicLineBelow(figure) : undefined;
  const said = line && splitCaption(foldSpace(line.textContent));
  const hero = {...described(shown.image, shown.src), ...said};
  line?.remove();
  figure.remove();
  return same === undefined ? hero : {...hero, ...named};
};
