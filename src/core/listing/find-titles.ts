/** Finds the articles of a listing by their titles, without making text of its lines. */
import type {SafeField} from '../sanitize.ts';
import type {Listing} from './listing.ts';

/** @returns the positions of those with this very title, ascending */
export const positionsOfTitle = (listing: Listing, title: SafeField): readonly number[] => {
  const {columns} = listing;
  const lines = Buffer.from(listing.lines.buffer, listing.lines.byteOffset, listing.lines.byteLength);
  const ending = Buffer.from(`\t${title}\n`);
  const found: number[] = [];
  for (let at = lines.indexOf(ending); at !== -1; at = lines.indexOf(ending, at + 1)) {
    // No title holds a tab: what ends a line so is the whole of it.
    found.push(lineWith(columns.line, at));
  }
  return found;
};

/** The last of the ascending starts that is not behind the offset. */
const lineWith = (starts: Uint32Array, offset: number): number => {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};
