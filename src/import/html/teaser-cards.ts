/**
 * Cards that lead to other articles of the site: side by side, each with a headline that is a link and a line or two
 * below it. They read like text, and stand where text may stand.
 */
import {resolveAddress, siteOf} from './addresses.ts';
import {type HtmlDocument, type HtmlElement, isElement} from './dom.ts';
import {proseLength, textLengths} from './text-blocks.ts';

/** Characters of a card. */
const most = 400;
/** Fewer side by side may be parts of the text. */
const fewest = 3;
/** The part of a page's sentences that is in no cards: a list of short notes is an article, too. */
const mostProse = 0.5;

const headingNames = 'h2, h3, h4, h5';

const linkOf = (heading: HtmlElement): HtmlElement | null =>
  heading.parentNode?.localName === 'a' ? heading.parentNode : heading.querySelector('a[href]');

/** Whether a heading is a link to another page of the same site. */
const leadsOn = (heading: HtmlElement, base: string | undefined): boolean => {
  const href = linkOf(heading)?.getAttribute('href') ?? '';
  const address = resolveAddress(href, base, ['http:', 'https:']);
  if (address === undefined || href.startsWith('#')) return false;
  if (base === undefined || !URL.canParse(address)) return !/^[a-z]+:/i.test(href);
  return siteOf(address) === siteOf(base) && address.split('#')[0] !== base.split('#')[0];
};

/** How many of some elements each element holds. */
const countWithin = (elements: readonly HtmlElement[]): ReadonlyMap<HtmlElement, number> => {
  const counts = new Map<HtmlElement, number>();
  for (const element of elements)
    for (let above = element.parentNode; above !== null; above = above.parentNode)
      counts.set(above, (counts.get(above) ?? 0) + 1);
  return counts;
};

/** @returns the cards that were taken out */
export const removeTeaserCards = ({body}: HtmlDocument, base: string | undefined): readonly HtmlElement[] => {
  const headings = [...body.querySelectorAll(headingNames)].filter(heading => leadsOn(heading, base));
  if (headings.length < fewest) return [];
  const lengths = textLengths(body);
  const counts = countWithin(headings);
  const cardOf = (heading: HtmlElement): HtmlElement => {
    let card = heading;
    for (let above = card.parentNode; above !== null && isElement(above); above = above.parentNode) {
      if (counts.get(above) !== 1 || (lengths.get(above) ?? 0) > most || above === body) break;
      card = above;
    }
    return card;
  };
  const rows = new Map<HtmlElement, HtmlElement[]>();
  for (const heading of headings) {
    const card = cardOf(heading);
    // A heading alone heads what follows it.
    if (card === heading || card.parentNode === null) continue;
    const row = rows.get(card.parentNode) ?? [];
    row.push(card);
    rows.set(card.parentNode, row);
  }
  const cards = [...rows.values()].filter(row => row.length >= fewest).flat();
  const prose = cards.reduce((sum, card) => sum + proseLength(card), 0);
  if (prose > proseLength(body) * mostProse) return [];
  for (const card of cards) card.remove();
  return cards;
};
