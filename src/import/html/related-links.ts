/** Addresses that a page offers for reading on: teasers between the paragraphs, boxes of related articles, further articles. */
import {resolveAddress, siteOf} from './addresses.ts';
import {classOf, type HtmlElement, isElement} from './dom.ts';
import type {TextBlock} from './text-blocks.ts';

const relatedName =
  /(?:^|[\s_-])(?:related|recommend(?:ed|ations?)|recirc|read-?(?:more|next|also)|see-?also|more-?(?:on|from|stories)|up-?next|relacionad[oa]s?|zum-?thema)/i;

const isRelated = (element: HtmlElement): boolean =>
  relatedName.test(`${classOf(element)} ${element.getAttribute('id') ?? ''}`);

const most = 60;

const hrefs = (element: HtmlElement): readonly string[] =>
  [element, ...element.getElementsByTagName('a')].map(link => link.getAttribute('href') ?? '').filter(Boolean);

export interface Offered {
  /** Blocks that lead to further articles. */
  readonly teasers: readonly TextBlock[];
  /** Elements that stood around the article. */
  readonly around: readonly HtmlElement[];
  /** Articles besides the one, and cards that lead to others. */
  readonly articles: readonly HtmlElement[];
}

/** Each once, absolute, of the same site; not the page itself, nor the front page of a site. */
export const relatedAddresses = (offered: Offered, base: string | undefined): readonly string[] => {
  const elements = [
    ...offered.teasers.flatMap(({nodes}) => nodes.filter(isElement)),
    ...offered.around.flatMap(element =>
      isRelated(element) ? [element] : [...element.querySelectorAll('[class], [id]')].filter(isRelated),
    ),
    ...offered.articles,
  ];
  const found = new Set<string>();
  for (const href of elements.flatMap(hrefs)) {
    const address = href.startsWith('#') ? undefined : resolveAddress(href, base, ['http:', 'https:']);
    const isPage =
      address !== undefined &&
      URL.canParse(address) &&
      address !== base &&
      new URL(address).pathname.length > 1 &&
      (base === undefined || siteOf(address) === siteOf(base));
    if (isPage && found.size < most) found.add(address.split('#')[0] ?? '');
  }
  return [...found];
};
