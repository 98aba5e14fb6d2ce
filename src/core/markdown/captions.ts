/** What is said about a picture, taken apart: the caption proper, and who is to be credited. */

import type {ArticleImage} from '../article.ts';
import {late} from '../late.ts';
import {field, type SafeField} from '../sanitize.ts';

/** A caption is a few lines; what is longer is text, and is not searched. */
const longest = 2000;

/** How a credit begins. Each is looked for at the end of a caption, after the start of a word. */
const creditForms = late((): readonly RegExp[] => [
  // PHOTO/FILE, AFP/Fadel Senna
  /(?:^|[\s(])((?:PHOTOS?|FOTOS?|FOTOGRAFÍA|IMAGE|IMAGEN|PICTURE|ILLUSTRATION|ILUSTRACIÓN|GRAPHIC|GRÁFICO|MAP|MAPA|AFP|AP|EFE|EPA|ANSA|DPA|REUTERS|GETTY|POOL)\s?\/\s?[^\s/][^/\n]{0,79}?)\)?\.?$/u,
  // Photo: Jane Doe, Photograph by Jane Doe
  /(?:^|[\s(])((?:photos?|photograph|foto|fotografía|image|imagen|picture|illustration|credit|crédito|crédit)(?: credit| courtesy of)?(?::| by | © )[^\n]{1,100}?)\)?$/iu,
  // © Example News 2022
  /(?:^|[\s(])((?:©|\(c\))\s?[^\n©]{1,100}?)\)?$/iu,
  // (Example Agency)
  /\s\((\p{Lu}[^()\n]{1,60})\)\.?$/u,
]);

const separators = /[\s.,;|–—-]+$/u;

/** @returns both parts of a caption as written; either may be missing */
export const splitCaption = (written: string): {readonly caption?: SafeField; readonly credit?: SafeField} => {
  const text = field(written);
  if (text.length === 0) return {};
  if (text.length > longest) return {caption: text};
  for (const form of creditForms()) {
    const found = form.exec(text);
    if (!found) continue;
    const before = text.slice(0, found.index);
    // The full stop of the caption is its own; a dash or bar only held the two apart.
    const caption = field(before.endsWith('.') ? before : before.replace(separators, ''));
    const credit = field(found[1] ?? '');
    return caption ? {caption, credit} : {credit};
  }
  return {caption: text};
};

/** A picture out of what a dialect says about it, everything as written and entities decoded. */
export const describeImage = (written: {
  src: string;
  alt?: string;
  caption?: string;
  credit?: string;
}): ArticleImage => {
  const said = splitCaption(written.caption ?? '');
  const alt = field(written.alt ?? '');
  const credit = field(written.credit ?? '') || said.credit;
  return {
    src: field(written.src),
    ...(alt && {alt}),
    ...(said.caption && said.caption !== alt && {caption: said.caption}),
    ...(credit && {credit}),
  };
};

/** The same picture with a caption that was found beside it; what it already says of itself stays. */
export const withCaption = (image: ArticleImage, written: string): ArticleImage => {
  const said = splitCaption(written);
  const caption = said.caption === image.alt ? undefined : said.caption;
  return {
    ...image,
    ...(caption && !image.caption && {caption}),
    ...(said.credit && !image.credit && {credit: said.credit}),
  };
};
