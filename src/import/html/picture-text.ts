/** What is said of pictures, without what says nothing: names of files, tags for search, labels of a site's buttons. */
import type {HtmlElement} from './dom.ts';
import {lettersOnly} from './letters.ts';

/** Several hashtags, or one at the end: an alternative text is no place for them, and search looks for them there. */
const hashtags = /(?:\s*#[\p{L}\p{N}_]+)+\s*$/u;

const fileStem = (address: string): string => (address.split(/[?#]/)[0] ?? '').split('/').at(-1)?.split('.')[0] ?? '';

/** `IMG_2041`, `010_Clymer-2`, or the very name of the file: no words. */
const isFileName = (alt: string, address: string): boolean =>
  !/\s/.test(alt) &&
  (/^(?:img|dsc|image|photo|picture|screenshot)?[-_\d]+\w*$/i.test(alt) ||
    /\.(?:jpe?g|png|gif|webp)$/i.test(alt) ||
    (/[-_\d]/.test(alt) && lettersOnly(fileStem(address)).startsWith(lettersOnly(alt))));

/** The alternative text of a picture, on one line; empty where it says nothing. */
export const altOf = (image: HtmlElement | undefined): string => {
  const written = (image?.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
  const alt = written.replace(hashtags, '').trim();
  return isFileName(alt, image?.getAttribute('src') ?? '') ? '' : alt;
};
