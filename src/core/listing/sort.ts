/** How lists are ordered. A listing is ordered by date, newest first, ids settling ties; other orders begin from there. */
import type {ArticleSummary} from '../article.ts';
import {fold} from '../tokens.ts';
import {entryAt, type Listing, sectionAt} from './listing.ts';

/** What an order compares; an article without it comes last, whichever way round. */
type Value = number | string | undefined;

interface Order {
  readonly by: Readonly<
    | {readonly listed: (listing: Listing, position: number) => Value}
    | {readonly told: (article: ArticleSummary) => Value}
  >;
  readonly first: 'lowest' | 'highest';
}

/** Without the quotation mark or bracket that a title begins with. */
const forSorting = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : fold(text).replace(/^[\s"'“”„‘’«»¿¡([…*#]+/, '');

const timeAt = ({columns}: Listing, position: number): Value => {
  const time = columns.time[position] ?? Number.NaN;
  return Number.isNaN(time) ? undefined : time;
};

// biome-ignore format: a table reads best with one row a line
const orders = {
  date: {by: {listed: timeAt}, first: 'highest'},
  published: {by: {told: ({published}) => published?.time}, first: 'highest'},
  updated: {by: {told: ({updated}) => updated?.time}, first: 'highest'},
  saved: {by: {told: ({saved}) => saved?.time}, first: 'highest'},
  title: {by: {listed: (listing, position) => forSorting(entryAt(listing, position).title)}, first: 'lowest'},
  section: {by: {listed: (listing, position) => forSorting(sectionAt(listing, position))}, first: 'lowest'},
  author: {by: {told: ({authors}) => forSorting(authors[0])}, first: 'lowest'},
  source: {by: {told: ({source}) => forSorting(source?.name)}, first: 'lowest'},
  length: {by: {listed: ({columns}, position) => columns.words[position]}, first: 'lowest'},
  id: {by: {listed: (listing, position) => entryAt(listing, position).id}, first: 'lowest'},
} as const satisfies Readonly<Record<string, Order>>;

export type SortKey = keyof typeof orders;

/** What a list may be sorted by; the first is the usual one. */
export const sortKeys = Object.keys(orders) as readonly SortKey[];

export interface SortChoice {
  readonly key: SortKey;
  readonly isReversed: boolean;
}

const compare = <Compared extends number | string>(a: Compared, b: Compared): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Articles that have not what is sorted by stay at the end when the others are turned round. Ties stay as they are listed.
 * @param positions ascending
 * @param summaries of these positions; called only where the listing does not tell
 * @returns a sorted copy
 */
export const sortPositions = (
  listing: Listing,
  positions: Int32Array,
  {key, isReversed}: SortChoice,
  summaries: (positions: Int32Array) => readonly ArticleSummary[],
): Int32Array => {
  const {by, first}: Order = orders[key];
  if (key === 'date' && !isReversed) return positions;
  const told = 'told' in by ? summaries(positions).map(by.told) : undefined;
  const values = told ?? Array.from(positions, position => ('listed' in by ? by.listed(listing, position) : undefined));
  const direction = (first === 'highest') === isReversed ? 1 : -1;
  const places = Int32Array.from(positions, (_, place) => place).sort((a, b) => {
    const [one, other] = [values[a], values[b]];
    if (one === undefined || other === undefined) {
      return one === other ? a - b : one === undefined ? 1 : -1;
    }
    return direction * compare(one, other) || a - b;
  });
  return places.map(place => positions[place] ?? 0);
};
