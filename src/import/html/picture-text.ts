/** What is said of pictures, without what says nothing: names of files, tags for search, labels of a site's buttons. */
import type {HtmlElement} from './dom.ts';
import {letters, lettersOnly} from './letters.ts';
import {spacedText} from './spaced-text.ts';

/** Several hashtags, or one at the end: an alternative text is no place for them, and search looks for them there. */
const hashtags = /(?:\s*#[\p{L}\p{N}_]+)+\s*$/u;

/** What is longer is no name of a file, and is not searched for tags. */
const longest = 600;

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
  if (written.length > longest) return written;
  const alt = written.replace(hashtags, '').trim();
  return isFileName(alt, image?.getAttribute('src') ?? '') ? '' : alt;
};

/** Fewer characters come twice by chance. */
const leastEcho = 20;

/** Once what is said twice: for two widths of screens, or for the ear and the eye. */
const withoutEcho = (text: string): string => {
  const second = text.indexOf(text.slice(0, leastEcho), leastEcho);
  if (second < 0 || text.length > longest * 2) return text;
  const [one, other] = [text.slice(0, second).trim(), text.slice(second)];
  if (letters(other).startsWith(letters(one))) return other;
  return letters(one).startsWith(letters(other)) ? one : text;
};

/** What a figure says below its picture, on one line. */
export const captionText = (caption: HtmlElement): string => withoutEcho(spacedText(caption));
