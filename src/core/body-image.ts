/** The first picture of a body, found by its looks without parsing Markdown, for articles that name none. */
import type {ArticleImage} from './article.ts';
import {decodeEntities} from './entities.ts';
import {shortSource} from './field-values.ts';
import {describeImage} from './markdown/captions.ts';

/** How far a picture's markup may reach. */
const reach = 3000;

/** How many look-alikes are tried; a body full of them has none. */
const mostTries = 20;

interface Written {
  readonly src: string;
  readonly alt?: string;
  readonly caption?: string;
}

const attribute = /\b(src|alt|caption|title)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gi;

const byAttributes = (markup: string): Written | undefined => {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of markup.matchAll(attribute)) {
    attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
  }
  const src = attributes.get('src');
  const alt = attributes.get('alt');
  const caption = attributes.get('caption') || attributes.get('title');
  return src ? {src, ...(alt && {alt}), ...(caption && {caption})} : undefined;
};

/** The ways of writing a picture, by how it starts. */
const forms: readonly {readonly start: string; readonly read: (markup: string) => Written | undefined}[] = [
  {
    start: '![[',
    read: markup => {
      const [, src, alt] = /^!\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/.exec(markup) ?? [];
      const isPicture = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?)$/i.test(src ?? '');
      // Obsidian puts the width where the text would stand.
      return src && isPicture ? {src, ...(alt && !/^[\dx]+$/.test(alt) && {alt})} : undefined;
    },
  },
  {
    start: '![',
    read: markup => {
      const found =
        /^!\[((?:[^[\]\\]|\\.)*)\]\(\s*(?:<([^<>\n]+)>|([^\s()]+(?:\([^\s()]*\)[^\s()]*)*))(?:\s+(?:"([^"]*)"|'([^']*)'))?\s*\)/.exec(
          markup,
        );
      const src = found?.[2] ?? found?.[3];
      const caption = found?.[4] ?? found?.[5];
      return src ? {src, ...(found?.[1] && {alt: found[1]}), ...(caption && {caption})} : undefined;
    },
  },
  {start: '<img', read: markup => byAttributes(/^<img\s[^<>]*>/i.exec(markup)?.[0] ?? '')},
  {
    start: '{{<',
    read: markup =>
      byAttributes(/^\{\{<\s*[\w/-]*(?:img|image|figure|picture|photo)[\w/-]*\s.*?>\}\}/is.exec(markup)?.[0] ?? ''),
  },
];

const fence = /^ {0,3}(?:`{3,}|~{3,})/gm;

/** Whether a place is between two fences of code. */
const isCode = (body: string, place: number): boolean => {
  let count = 0;
  for (const {index} of body.matchAll(fence)) {
    if (index > place) break;
    count++;
  }
  return count % 2 === 1;
};

/** Where the first picture of one form stands. */
const firstOf = (body: string, {start, read}: (typeof forms)[number]): {at: number; written: Written} | undefined => {
  let at = body.indexOf(start);
  for (let tries = 0; at >= 0 && tries < mostTries; tries++) {
    const written = read(body.slice(at, at + reach));
    if (written !== undefined && !isCode(body, at)) return {at, written};
    at = body.indexOf(start, at + start.length);
  }
  return undefined;
};

/** The first picture of a body, as written; entities decoded. */
export const firstImage = (body: string): ArticleImage | undefined => {
  const found = forms.map(form => firstOf(body, form)).filter(image => image !== undefined);
  const [first] = found.sort((a, b) => a.at - b.at);
  if (first === undefined) return undefined;
  const {src, alt, caption} = first.written;
  return describeImage({
    src: shortSource(decodeEntities(src)),
    ...(alt && {alt: decodeEntities(alt)}),
    ...(caption && {caption: decodeEntities(caption)}),
  });
};
