/** Where a picture is to be had: pages that load pictures when they come into view keep the address in many places. */

import {resolveAddress} from './addresses.ts';
import {classOf, type HtmlElement} from './dom.ts';

/** Attributes that scripts take the address from, ahead of `src`, which then holds something to look at meanwhile. */
const lateSources = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazyload',
  'data-hi-res-src',
  'data-full-src',
  'data-image',
  'data-url',
  'data-original-src',
  'data-actualsrc',
  'data-defer-src',
];
const sourceSets = ['data-srcset', 'data-lazy-srcset', 'srcset', 'data-original-set'];

const placeholder =
  /(?:^data:|^about:|^javascript:|\b(?:blank|spacer|placeholder|transparent|pixel|loading|lazy-?load|1x1)\.(?:gif|png|svg|jpe?g)\b)/i;

/** Takes all that is no space at once, and nothing back: the commas around an address are taken off it afterwards. */
const candidate = /(\S+)(?:\s+([\d.]+)([wx])\s*(?:,|$))?/g;
const withoutCommas = /[^,](?:.*[^,])?/;

/** Screens of terminals that show pictures are no wider. */
const enoughWidth = 1600;

/** The address of a `srcset` that is large and not huge. */
const bestOfSet = (set: string): string | undefined => {
  let best: {readonly address: string; readonly size: number} | undefined;
  for (const [, written = '', size = '1', unit] of set.slice(0, 20_000).matchAll(candidate)) {
    const address = withoutCommas.exec(written)?.[0];
    if (address === undefined) continue;
    const width = unit === 'w' ? Number(size) : Number(size) * 640;
    const worth = width <= enoughWidth ? width : enoughWidth / width;
    if (best === undefined || worth > best.size) best = {address, size: worth};
  }
  return best?.address;
};

const usable = (address: string | null | undefined): address is string =>
  address !== null &&
  address !== undefined &&
  address.trim() !== '' &&
  !placeholder.test(address.trim().slice(0, 3000));

/** Some sites keep the addresses for screens of several sizes as JSON. */
const addressInJson = (text: string): string =>
  text.trimStart().startsWith('{')
    ? (/"(?:src|url|default)"\s*:\s*"((?:https?:)?\/\/[^"\s]{1,2000})"/.exec(text.slice(0, 4000))?.[1] ?? '')
    : text;

const looksLikeAddress = (text: string): boolean => /[/.]/.test(text) && !/[\s{}"<>]/.test(text.trim());

const fromAttributes = (image: HtmlElement): string | undefined => {
  const late = lateSources
    .map(name => addressInJson(image.getAttribute(name) ?? ''))
    .find(address => usable(address) && looksLikeAddress(address));
  if (usable(late)) return late;
  const src = image.getAttribute('src');
  if (usable(src)) return src;
  for (const name of sourceSets) {
    const address = bestOfSet(image.getAttribute(name) ?? '');
    if (usable(address)) return address;
  }
  return undefined;
};

/** The width and height that its page gives a picture, where it does. */
export const sizesOf = (image: HtmlElement): readonly number[] =>
  ['width', 'height']
    .map(name => image.getAttribute(name) ?? '')
    .filter(size => /^\s*\d+(?:px)?\s*$/.test(size))
    .map(size => Number.parseInt(size, 10));

/** A picture that stands for a character, an ornament of a line, a counter of visits. */
const isIcon = (image: HtmlElement): boolean =>
  /\b(?:emoji|wp-smiley|icon|avatar|gravatar)\b/i.test(classOf(image)) || sizesOf(image).some(size => size <= 32);

/** The address of an `<img>`; undefined for what is no picture to look at, or cannot be had. */
export const imageSource = (image: HtmlElement, base: string | undefined): string | undefined => {
  if (isIcon(image)) return undefined;
  let address = fromAttributes(image);
  const frame = image.parentNode;
  if (address === undefined && frame?.localName === 'picture')
    for (const source of frame.children) if (source.localName === 'source') address ??= fromAttributes(source);
  return address === undefined ? undefined : resolveAddress(address, base, ['http:', 'https:']);
};

const sizeInName = /[-_]\d{2,4}x\d{2,4}(?=\.\w{3,4}$)/;
const sizeInQuery = /(?:^|&)(?:w|h|width|height|resize|fit|quality|crop|dpr|strip|q)=[^&]*/g;

/** The same for the same picture in other sizes. */
export const pictureKey = (address: string): string => {
  const [path = '', query = ''] = (address.split('#')[0] ?? '').split(/\?(.*)/s);
  return `${path.replace(/^https?:/, '').replace(sizeInName, '')}?${query.replace(sizeInQuery, '')}`;
};
