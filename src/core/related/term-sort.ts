/** Sorting millions of terms: a radix sort of eleven bits a pass, which keeps the order of equal ones. */
import type {Entries} from './postings.ts';

const passBits = 11;
const buckets = 1 << passBits;

const sortedOrder = (terms: Uint32Array): Uint32Array => {
  const size = terms.length;
  let order = new Uint32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;
  let next = new Uint32Array(size);
  for (let shift = 0; shift < 32; shift += passBits) {
    const starts = new Uint32Array(buckets + 1);
    for (let i = 0; i < size; i++) {
      const bucket = ((terms[i] ?? 0) >>> shift) & (buckets - 1);
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
    }
    // Terms of a few blocks have their highest bits in common.
    if (starts[(((terms[0] ?? 0) >>> shift) & (buckets - 1)) + 1] === size) continue;
    for (let bucket = 0; bucket < buckets; bucket++) {
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
    }
    for (let i = 0; i < size; i++) {
      const entry = order[i] ?? 0;
      const bucket = ((terms[entry] ?? 0) >>> shift) & (buckets - 1);
      const place = starts[bucket] ?? 0;
      next[place] = entry;
      starts[bucket] = place + 1;
    }
    [order, next] = [next, order];
  }
  return order;
};

/** A copy of the first `size` entries, ordered by their terms; those of one term stay in order. */
export const sortByTerm = ({terms, documents, codes}: Entries, size: number): Entries => {
  const order = sortedOrder(terms.subarray(0, size));
  const sorted = {terms: new Uint32Array(size), documents: new Uint32Array(size), codes: new Uint8Array(size)};
  for (let i = 0; i < size; i++) {
    const entry = order[i] ?? 0;
    sorted.terms[i] = terms[entry] ?? 0;
    sorted.documents[i] = documents[entry] ?? 0;
    sorted.codes[i] = codes[entry] ?? 0;
  }
  return sorted;
};
