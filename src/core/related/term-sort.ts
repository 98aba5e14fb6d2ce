/** Sorting millions of terms: a radix sort of eleven bits a pass, which keeps the order of equal ones. */
import type {Entries} from './postings.ts';

/** Of a term: what the pass looks at. */
const passes = [
  {shift: 0, buckets: 1 << 11},
  {shift: 11, buckets: 1 << 11},
  {shift: 22, buckets: 1 << 10},
] as const;

/** Where each bucket begins. */
const startsOf = (terms: Uint32Array, {shift, buckets}: (typeof passes)[number]): Uint32Array => {
  const starts = new Uint32Array(buckets + 1);
  for (let i = 0; i < terms.length; i++) {
    const next = (((terms[i] ?? 0) >>> shift) & (buckets - 1)) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let bucket = 0; bucket < buckets; bucket++) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  }
  return starts;
};

/**
 * A copy of the first `size` entries, ordered by their terms; those of one term stay in order. What belongs to a term moves
 * with it in each pass: to gather it at the end from all over takes four times as long.
 * @param entries whose documents are below 2^24
 */
export const sortByTerm = ({terms, documents, codes}: Entries, size: number): Entries => {
  let [sorted, next] = [terms.slice(0, size), new Uint32Array(size)];
  let [packed, nextPacked] = [new Uint32Array(size), new Uint32Array(size)];
  for (let i = 0; i < size; i++) packed[i] = ((documents[i] ?? 0) << 8) | (codes[i] ?? 0);
  for (const pass of passes) {
    const starts = startsOf(sorted, pass);
    const {shift, buckets} = pass;
    for (let i = 0; i < size; i++) {
      const term = sorted[i] ?? 0;
      const bucket = (term >>> shift) & (buckets - 1);
      const place = starts[bucket] ?? 0;
      starts[bucket] = place + 1;
      next[place] = term;
      nextPacked[place] = packed[i] ?? 0;
    }
    [sorted, next] = [next, sorted];
    [packed, nextPacked] = [nextPacked, packed];
  }
  const sortedCodes = new Uint8Array(size);
  for (let i = 0; i < size; i++) sortedCodes[i] = packed[i] ?? 0;
  // The lists are not needed any more: they become those of the documents.
  for (let i = 0; i < size; i++) packed[i] = (packed[i] ?? 0) >>> 8;
  return {terms: sorted, documents: packed, codes: sortedCodes};
};
