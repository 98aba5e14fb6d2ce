/** Players of films and sound that a page embeds: what a terminal can offer of them is a link. */
import {resolveAddress} from './addresses.ts';
import type {HtmlElement} from './dom.ts';

/** The pages behind players, by the player's address. */
const players: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20}).*$/, 'https://www.youtube.com/watch?v=$1'],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+).*$/, 'https://vimeo.com/$1'],
  [/^https?:\/\/(?:www\.)?dailymotion\.com\/embed\/video\/(\w+).*$/, 'https://www.dailymotion.com/video/$1'],
  [/^https?:\/\/(?:open\.spotify\.com)\/embed\/(.+)$/, 'https://open.spotify.com/$1'],
  [/^(https?:\/\/(?:w\.soundcloud\.com|player\.twitch\.tv|fast\.wistia\.net|embed\.ted\.com)\/.+)$/, '$1'],
];

export interface Embed {
  readonly href: string;
  /** What it is called; may be empty. */
  readonly title: string;
}

/** @returns undefined for a frame that is no player: advertising, forms, counters */
export const readEmbed = (element: HtmlElement, base: string | undefined): Embed | undefined => {
  const source = [element, ...element.getElementsByTagName('source')]
    .map(holder => holder.getAttribute('src') ?? holder.getAttribute('data-src'))
    .find(src => src);
  const address = source && resolveAddress(source, base, ['http:', 'https:']);
  if (!address) return undefined;
  const title = element.getAttribute('title')?.trim() ?? '';
  if (element.localName === 'video' || element.localName === 'audio') return {href: address, title};
  for (const [pattern, page] of players)
    if (pattern.test(address)) return {href: address.replace(pattern, page), title};
  return undefined;
};
