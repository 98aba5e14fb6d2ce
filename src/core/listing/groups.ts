/** Lists in groups: the articles of a day, or of a section, together. Arrays of numbers only, so that a list of any length is grouped between two keys. */
import type {Listing} from './listing.ts';

/** How a list may be grouped; the first is the usual way. */
export const groupings = ['none', 'day', 'section'] as const;
export type Grouping = (typeof groupings)[number];

export interface Groups {
  /** The index of each group's first entry, ascending; the first is 0. No group is empty. */
  readonly starts: Int32Array;
  /** What each group holds: the number of a day or section. */
  readonly keys: Int32Array;
}

export interface Grouped {
  /** The same positions, group by group. */
  readonly entries: Int32Array;
  readonly groups: Groups;
}

/** Stands for the day of an article without a date. */
export const noDay = 0;

const [tab, zero] = [0x09, 0x30];

/** A day as a number that sorts and reads like it: `2022-07-06` is 20220706. */
export const dayNumber = (day: string | undefined): number =>
  day === undefined ? noDay : Number(day.replaceAll('-', ''));

/** `2022-07-06` */
export const dayOfNumber = (number: number): string =>
  String(number)
    .padStart(8, '0')
    .replace(/(..)(..)$/, '-$1-$2');

const daysOf = new WeakMap<Listing, Int32Array>();

/** The day of each article of a listing as a number, `noDay` without one. Read off the lines' bytes, once. */
export const listedDays = (listing: Listing): Int32Array => {
  const known = daysOf.get(listing);
  if (known !== undefined) return known;
  const {columns, lines, length} = listing;
  const days = new Int32Array(length);
  for (let position = 0; position < length; position++) {
    const from = lines.indexOf(tab, columns.line[position]) + 1;
    // What stands for no day is one character.
    if (lines[from + 1] === tab) continue;
    let day = 0;
    for (let at = from; at < lines.length && lines[at] !== tab; at++) {
      const value = (lines[at] as number) - zero;
      if (value >= 0 && value <= 9) day = day * 10 + value;
    }
    days[position] = day;
  }
  daysOf.set(listing, days);
  return days;
};

/** Counting sort: entries of a group keep their order. @param ranks which group each entry belongs to; `keyOfRank` has as many as there are */
const gather = (entries: Int32Array, ranks: Int32Array, keyOfRank: Int32Array): Grouped => {
  const ends = new Int32Array(keyOfRank.length);
  for (let index = 0; index < ranks.length; index++) (ends[ranks[index] as number] as number)++;
  const starts: number[] = [];
  const keys: number[] = [];
  let next = 0;
  for (const [rank, count] of ends.entries()) {
    if (count > 0) {
      starts.push(next);
      keys.push(keyOfRank[rank] ?? 0);
    }
    ends[rank] = next;
    next += count;
  }
  const gathered = new Int32Array(entries.length);
  for (let index = 0; index < entries.length; index++) {
    gathered[(ends[ranks[index] as number] as number)++] = entries[index] as number;
  }
  return {entries: gathered, groups: {starts: Int32Array.from(starts), keys: Int32Array.from(keys)}};
};

/**
 * By day, the newest first, or the oldest; articles without a date at the end. A list sorted by date may have a day in two
 * places: zones differ, and the day is the one that was written.
 * @param dayOf the number of an article's day
 */
export const groupByDay = (
  entries: Int32Array,
  dayOf: (position: number) => number,
  {first}: {readonly first: 'newest' | 'oldest'},
): Grouped => {
  const seen = new Map<number, number>();
  const ranks = new Int32Array(entries.length);
  let [lastDay, lastRank] = [-1, -1];
  for (let index = 0; index < entries.length; index++) {
    const day = dayOf(entries[index] as number);
    if (day !== lastDay) {
      lastDay = day;
      lastRank = seen.get(day) ?? seen.size;
      seen.set(day, lastRank);
    }
    ranks[index] = lastRank;
  }
  const direction = first === 'newest' ? -1 : 1;
  const days = Int32Array.from(seen.keys()).sort((a, b) => (a === noDay ? 1 : b === noDay ? -1 : direction * (a - b)));
  const places = new Int32Array(days.length);
  for (const [place, day] of days.entries()) places[seen.get(day) ?? 0] = place;
  return gather(
    entries,
    ranks.map(rank => places[rank] ?? 0),
    days,
  );
};

/** By section, in the order of their numbers. @param sectionOf the number of an article's section, below `count` */
export const groupBySection = (entries: Int32Array, sectionOf: (position: number) => number, count: number): Grouped =>
  gather(
    entries,
    entries.map(sectionOf),
    Int32Array.from({length: count}, (_, section) => section),
  );
