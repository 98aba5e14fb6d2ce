/**
 * Finds many articles in a listing by their libraries and ids. The lines are hashed as they lie there: to make a text of
 * each of 100,000 takes a quarter of a second, and this a hundredth.
 */
import type {ArticleKey} from '../marks.ts';
import {flags, type Listing} from './listing.ts';

const tab = 0x09;

/** Two hashes of 32 bits, FNV-1a (Fowler, Noll & Vo) with another prime each: together they mistake no article for another. */
interface Hash {
  high: number;
  low: number;
}

/** Up to a tab, or the end. */
const takeBytes = (hash: Hash, bytes: Uint8Array, from: number): void => {
  let {high, low} = hash;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === tab) break;
    high = Math.imul(high ^ byte, 0x01000193);
    low = Math.imul(low ^ byte, 0x85ebca6b);
    low ^= low >>> 15;
  }
  hash.high = high;
  hash.low = low;
};

/** What is sought: a table of slots, half of them free at least, each with the number of a key, counted from 1. */
const createTable = (keys: readonly ArticleKey[], hashOf: (key: ArticleKey) => Hash) => {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(keys.length * 2 + 1)));
  const [highs, lows] = [new Int32Array(keys.length), new Int32Array(keys.length)];
  const find = ({high, low}: Hash): number => {
    let slot = (low ^ (low >>> 13)) & (slots.length - 1);
    for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
      if (lows[held - 1] === low && highs[held - 1] === high) break;
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  };
  for (const [number, key] of keys.entries()) {
    const hash = hashOf(key);
    slots[find(hash)] = number + 1;
    [highs[number], lows[number]] = [hash.high, hash.low];
  }
  /** -1 for what is not sought. */
  return (hash: Hash): number => (slots[find(hash)] ?? 0) - 1;
};

/** @returns of each key where its article is, -1 for one that is not listed; of a key that comes twice, of the last */
export const positionsOfKeys = (listing: Listing, keys: readonly ArticleKey[]): Int32Array => {
  const positions = new Int32Array(keys.length).fill(-1);
  if (keys.length === 0) return positions;
  const encoder = new TextEncoder();
  const begun = (library: string): Hash => {
    const hash = {high: 0x811c9dc5 | 0, low: 0x9e3779b1 | 0};
    takeBytes(hash, encoder.encode(`${library}\n`), 0);
    return hash;
  };
  const numberOf = createTable(keys, ({library, id}) => {
    const hash = begun(library);
    takeBytes(hash, encoder.encode(id), 0);
    return hash;
  });
  const {columns, lines, folders} = listing;
  const libraries = listing.libraries.map(({name}) => ({...begun(name), prefix: encoder.encode(`${name}:`).length}));
  const hash: Hash = {high: 0, low: 0};
  for (let position = 0; position < listing.length; position++) {
    const library = libraries[folders[columns.folder[position] ?? 0]?.library ?? 0];
    if (library === undefined) continue;
    hash.high = library.high;
    hash.low = library.low;
    const isLong = ((columns.flags[position] ?? 0) & flags.longReference) !== 0;
    takeBytes(hash, lines, (columns.line[position] ?? 0) + (isLong ? library.prefix : 0));
    const number = numberOf(hash);
    if (number !== -1) positions[number] = position;
  }
  return positions;
};

/** Where an article is; undefined for one that is in no library. */
export const positionOf = (listing: Listing, {library, id}: ArticleKey): number | undefined => {
  const [position = -1] = positionsOfKeys(listing, [{library, id}]);
  return position === -1 ? undefined : position;
};
