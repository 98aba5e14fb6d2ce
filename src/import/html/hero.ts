/** The picture at the head of an article, with what is said of it; the text then does not show it again. */
import {splitCaption} from '../../core/markdown/captions.ts';
import {field} from '../../core/sanitize.ts';
import type {ImportedImage} from '../imported-article.ts';
import {type HtmlElement, isElement} from './dom.ts';
import {imageSource} from './image-source.ts';
import {foldSpace, isProse, textBlocks} from './text-blocks.ts';

const fileName = /[^/?&=#%]+(?=\.(?:jpe?g|png|webp|gif|avif)\b)/gi;

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};

/** Names of files in an address, without the sizes that servers add; one may carry another within. */
const stems = (address: string): readonly string[] =>
  (decoded(address).match(fileName) ?? [])
    .map(name => name.toLowerCase().replace(/[-_](?:\d{2,4}x\d{2,4}|\d{3,4}w?|scaled)$/, ''))
    .filter(name => name.length > 4);

const isSamePicture = (one: string, other: string): boolean => {
  const names = new Set(stems(other));
  return one === other || stems(one).some(name => names.has(name));
};

const frameOf = (image: HtmlElement): HtmlElement => {
  for (let above = image.parentNode; above !== null; above = above.parentNode)
    if (above.localName === 'figure' && [...above.querySelectorAll('img, amp-img')].length <= 2) return above;
  return image;
};

const described = (image: HtmlElement, src: string): ImportedImage => {
  const {caption, credit} = splitCaption(foldSpace(frameOf(image).querySelector('figcaption')?.textContent ?? ''));
  const alt = field(image.getAttribute('alt') ?? '');
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
  const shown = same ?? pictures.find(({image}) => first.has(image));
  if (shown === undefined) return named;
  const hero = described(shown.image, shown.src);
  frameOf(shown.image).remove();
  return same === undefined ? hero : {...hero, ...named};
};
