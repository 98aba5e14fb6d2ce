/** The stretch of an article's text that shows best why it was found. */
import type {Found} from '../find-text.ts';
import {field, type SafeField} from '../sanitize.ts';
import {clusters} from '../text/width.ts';
import {findHits, type Hit} from './placed-tokens.ts';
import {searchText} from './search-text.ts';
import {findSought, type Sought} from './sought.ts';

export interface Snippet {
  /** One line; `…` where the text goes on. */
  readonly text: SafeField;
  /** What was found in it, in order, none overlapping. */
  readonly hits: readonly Found[];
}

/** Characters that are looked at as one: a longer paragraph is several. */
const longestPart = 1000;
/** Characters behind the part with the hits that may be shown with it. */
const reach = 400;
/** Columns of text that are shown before a hit when its sentence began further away. */
const lead = 40;

/**
 * @param text plain text as `shownTextOfBody` gives it; hostile as it is
 * @param sought what to look for; where nothing of it stands in the text, the text's beginning is shown
 * @param columns at most so many, `…` among them
 */
export const snippetOf = (text: string, sought: readonly Sought[], columns = 160): Snippet => {
  const {start, end} = bestPart(text, sought);
  const line = field(withoutIsolates(text.slice(start, end + reach)));
  const goesOn = text.slice(end + reach).trim() !== '';
  const hits = findHits(line, sought);
  const window = bestWindow(line, hits, columns - 2);
  const before = window.start > 0 && !startsSentence(line, window.start) ? '…' : '';
  const after = window.end < line.length || goesOn ? '…' : '';
  // Cutting leaves nothing to take out, as nothing is left that reaches over several characters.
  const shown = field(`${before}${line.slice(window.start, window.end)}${after}`);
  const shift = before.length - window.start;
  return {
    text: shown,
    hits: hits
      .filter(hit => hit.start >= window.start && hit.end <= window.end)
      .map(hit => ({start: hit.start + shift, end: hit.end + shift})),
  };
};

const withoutIsolates = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

/** The paragraph, or piece of a long one, with most of the phrases; the first of equals. */
const bestPart = (text: string, sought: readonly Sought[]): Found => {
  let best: Found = {start: 0, end: Math.min(text.length, longestPart)};
  let most = 0;
  for (let start = 0; start < text.length && most < sought.length; ) {
    const end = endOfPart(text, start);
    const part = searchText(text.slice(start, end));
    const found = sought.filter(phrase => findSought(phrase, part) !== -1).length;
    if (found > most) {
      best = {start, end};
      most = found;
    }
    // The space or newline between them belongs to neither.
    start = /\s/.test(text.charAt(end)) ? end + 1 : end;
  }
  return best;
};

/** Where the line ends, or a long one has a space. */
const endOfPart = (text: string, start: number): number => {
  const part = text.slice(start, start + longestPart);
  const line = part.indexOf('\n');
  if (line !== -1) return start + line;
  const space = start + longestPart < text.length ? part.lastIndexOf(' ') : -1;
  return start + (space > 0 ? space : part.length);
};

const sentenceEnd = /(?:[.!?…][)"”’»\]]{0,3}\s+|[。！？])$/;

const startsSentence = (line: string, at: number): boolean =>
  at === 0 || sentenceEnd.test(line.slice(Math.max(0, at - 8), at));

/** A place where the text may be cut, and how many columns stand before it. */
interface Cut {
  readonly at: number;
  readonly columns: number;
}

const cutsOf = (line: string): readonly Cut[] => {
  const cuts: Cut[] = [{at: 0, columns: 0}];
  let at = 0;
  let total = 0;
  clusters(line, (cluster, columns) => {
    at += cluster.length;
    total += columns;
    cuts.push({at, columns: total});
    return undefined;
  });
  return cuts;
};

const isBetweenWords = (line: string, at: number): boolean =>
  at === 0 || at === line.length || line[at - 1] === ' ' || line[at] === ' ' || isWideBefore(line, at);

/** In scripts without spaces a line may be cut anywhere. */
const isWideBefore = (line: string, at: number): boolean => line.charCodeAt(at - 1) >= 0x2e80;

const bestWindow = (line: string, hits: readonly Hit[], columns: number): Found => {
  const cuts = cutsOf(line);
  const starts = startsOf(line, hits, cuts);
  let best: Found = {start: 0, end: endOfWindow(line, cuts, 0, columns)};
  let most = worth(best, hits, true);
  let from = 0;
  for (const start of starts) {
    while ((cuts[from]?.at ?? line.length) < start) from++;
    const window = {start, end: endOfWindow(line, cuts, from, columns)};
    const value = worth(window, hits, startsSentence(line, start));
    if (value > most) {
      best = window;
      most = value;
    }
  }
  return best;
};

/** More different phrases first, then whole sentences, then more hits. */
const worth = ({start, end}: Found, hits: readonly Hit[], isSentence: boolean): number => {
  const within = hits.filter(hit => hit.start >= start && hit.end <= end);
  const different = new Set(within.flatMap(({which}) => [...which])).size;
  return different * 10_000 + (isSentence ? 1000 : 0) + Math.min(within.length, 999);
};

/** Where a snippet may begin: at sentences, and a few words before each hit. */
const startsOf = (line: string, hits: readonly Hit[], cuts: readonly Cut[]): readonly number[] => {
  const starts = new Set<number>();
  const words = cuts.filter(({at}) => at < line.length && line[at] !== ' ' && isBetweenWords(line, at));
  for (const {at} of words) if (startsSentence(line, at)) starts.add(at);
  let hit = 0;
  let first = 0;
  for (const {start} of hits) {
    while (hit < cuts.length && (cuts[hit]?.at ?? 0) < start) hit++;
    const earliest = (cuts[hit]?.columns ?? 0) - lead;
    while (first < words.length && (words[first]?.columns ?? 0) < earliest) first++;
    starts.add(Math.min(words[first]?.at ?? start, start));
  }
  return [...starts].sort((a, b) => a - b);
};

/** Where so many columns are full, at the end of a word if one is near. */
const endOfWindow = (line: string, cuts: readonly Cut[], from: number, columns: number): number => {
  const limit = (cuts[from]?.columns ?? 0) + columns;
  let [low, high] = [from, cuts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((cuts[middle]?.columns ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  for (let at = low; at > from && at > low - 24; at--) {
    const place = cuts[at]?.at ?? 0;
    if (isBetweenWords(line, place)) return line.slice(0, place).trimEnd().length;
  }
  return cuts[low]?.at ?? line.length;
};
