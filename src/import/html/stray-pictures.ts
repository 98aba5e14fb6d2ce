/**
 * Pictures in the main text that are none of the article's: logos that only paper shows, teasers of other articles,
 * copies made for boards of pictures. Told by their place, what they link to and what they are called.
 */
import type {ImportedImage} from '../imported-article.ts';
import {resolveAddress, siteOf} from './addresses.ts';
import type {HtmlElement} from './dom.ts';
import {behind, figureOf} from './figures.ts';
import {isSamePicture} from './hero.ts';
import {imageSource} from './image-source.ts';
import {altOf} from './picture-text.ts';
import {isProse, textBlocks} from './text-blocks.ts';

export interface Surroundings {
  /** The picture that the page names as its own. */
  readonly named: ImportedImage | undefined;
  readonly base: string | undefined;
}

const logo =
  /(?:^|[^a-z])(?:(?:print|header|footer|site|nav|masthead)[-_ ]?(?:header|footer)?[-_ ]?logo|logo[-_ ](?:print|header|footer|white|dark|light))(?![a-z])/i;

const fileOf = (address: string): string => (address.split(/[?#]/)[0] ?? '').split('/').at(-1) ?? '';

const isLogo = (image: HtmlElement, src: string): boolean => logo.test(fileOf(src)) || logo.test(altOf(image));

const pinName = /(?:pinterest|(?:^|[-_])pin[-_]?it(?![a-z])|[-_]pin(?:[-_]?\d+)?\.\w{3,4}$)/i;

/** Copies in portrait, mostly with the title drawn in, which are there to be collected. */
const isForBoards = (image: HtmlElement, src: string): boolean =>
  pinName.test(fileOf(src)) && figureOf(image).querySelector('figcaption') === null;

const pictureFile = /\.(?:jpe?g|png|gif|webp|avif)$/i;

/** The page that a picture links to; undefined where that is the picture again, its own page, or nothing else. */
const pageBehind = (image: HtmlElement, src: string, base: string | undefined): string | undefined => {
  let link = image.parentNode;
  while (link !== null && link.localName !== 'a') link = link.parentNode;
  const href = link?.getAttribute('href') ?? image.getAttribute(behind) ?? '';
  const address = href.startsWith('#') ? undefined : resolveAddress(href, base, ['http:', 'https:']);
  if (address === undefined || pictureFile.test(address.split(/[?#]/)[0] ?? '')) return undefined;
  const own = base?.split(/[?#]/)[0]?.replace(/\/$/, '');
  const isOwn = own !== undefined && (address.startsWith(own) || /[?&](?:attachment|p)=/.test(address));
  return isOwn || isSamePicture(address, src) ? undefined : address;
};

const isOfSite = (address: string, base: string | undefined): boolean =>
  base === undefined || !URL.canParse(address) ? !/^[a-z]+:/i.test(address) : siteOf(address) === siteOf(base);

type Place = 'before' | 'within' | 'after';

/** Every picture, and where it stands beside the first and the last sentence. */
const placed = (root: HtmlElement): ReadonlyMap<HtmlElement, Place> => {
  const prose = textBlocks(root).filter(isProse);
  const [first, last] = [prose[0]?.nodes[0], prose.at(-1)?.nodes.at(-1)];
  const places = new Map<HtmlElement, Place>();
  let place: Place = 'before';
  const visit = (holder: HtmlElement): void => {
    for (const node of holder.childNodes) {
      if (node === first) place = 'within';
      const element = node.nodeType === 1 ? (node as HtmlElement) : undefined;
      if (element?.localName === 'img' || element?.localName === 'amp-img') places.set(element, place);
      if (element !== undefined) visit(element);
      if (node === last) place = 'after';
    }
  };
  visit(root);
  return places;
};

export const removeStrayPictures = (root: HtmlElement, {named, base}: Surroundings): void => {
  for (const [image, place] of placed(root)) {
    const src = imageSource(image, base);
    if (src === undefined || (named !== undefined && isSamePicture(src, named.src))) continue;
    const page = pageBehind(image, src, base);
    const figure = figureOf(image);
    const isTeaser =
      page !== undefined &&
      (place === 'after' ||
        (isOfSite(page, base) &&
          (place === 'before' || (altOf(image) === '' && figure.querySelector('figcaption') === null))));
    if (isTeaser || isLogo(image, src) || isForBoards(image, src)) figure.remove();
  }
};
