/** Where a picture is to be had: pages that load pictures when they come into view keep the address in many places. */

import {resolveAddress} from './addresses.ts';
import type {HtmlElement} from './dom.ts';

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

const looksLikeAddress = (text: string): boolean => /[/.]/.test(text) && !/[\s{}"<>]/.test(text.trim());

const fromAttributes = (image: HtmlElement): string | undefined => {
  const late = lateSources
    .map(name => image.getAttribute(name))
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

/** A size of two or less is no picture but a counter of visits. */
const isCounter = (image: HtmlElement): boolean =>
  ['width', 'height'].some(name => /^\s*[0-2](?:px)?\s*$/.test(image.getAttribute(name) ?? ''));

/** The address of an `<img>`; undefined for what is no picture to look at, or cannot be had. */
export const imageSource = (image: HtmlElement, base: string | undefined): string | undefined => {
  if (isCounter(image)) return undefined;
  let address = fromAttributes(image);
  const frame = image.parentNode;
  if (address === undefined && frame?.localName === 'picture')
    for (const source of frame.children) if (source.localName === 'source') address ??= fromAttributes(source);
  return address === undefined ? undefined : resolveAddress(address, base, ['http:', 'https:']);
};
