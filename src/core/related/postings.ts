/**
 * Which documents have which terms, in blocks of bytes. Terms are numbers of 32 bits that are spread evenly: of 2^bits
 * blocks, block number b holds the terms whose highest bits are b, ascending, each as
 * its distance from the term before, the length of its postings in bytes, and its postings:
 * for each document, ascending, its distance from the one before, times two, plus one for the code `plainCode`; else its code follows.
 * All numbers are written seven bits to a byte, lowest first, the highest bit of a byte telling that another follows.
 */

/** Once, and not in the title: what three of four postings are. */
const plainCode = 2;

export type Block = Uint8Array;

export const emptyBlock: Block = new Uint8Array();

/** Postings of one term: bytes of a block. */
export interface Slice {
  readonly bytes: Block;
  readonly from: number;
  readonly to: number;
}

/** Lists of the same length: what stands in `documents[i]`, ordered by term and then by document. */
export interface Entries {
  readonly terms: Uint32Array;
  readonly documents: Uint32Array;
  readonly codes: Uint8Array;
}

export const blockOf = (term: number, bits: number): number => (bits === 0 ? 0 : term >>> (32 - bits));

/** The first term that may be in a block. */
const startOf = (block: number, bits: number): number => block * 2 ** (32 - bits);

const sizeOf = (number: number): number =>
  number < 2 ** 7 ? 1 : number < 2 ** 14 ? 2 : number < 2 ** 21 ? 3 : number < 2 ** 28 ? 4 : 5;

const write = (bytes: Uint8Array, at: number, number: number): number => {
  let end = at;
  let rest = number;
  while (rest > 0x7f) {
    bytes[end++] = (rest & 0x7f) | 0x80;
    rest = rest < 2 ** 31 ? rest >>> 7 : Math.floor(rest / 128);
  }
  bytes[end++] = rest;
  return end;
};

/** Where the entries of the term at `from` end. */
const endOfTerm = ({terms}: Entries, from: number, to: number): number => {
  let end = from + 1;
  while (end < to && terms[end] === terms[from]) end++;
  return end;
};

/** @returns the block of the entries from `from` up to `to`, which all belong there */
const encodeBlock = (entries: Entries, {from, to, start}: {from: number; to: number; start: number}): Block => {
  const {terms, documents, codes} = entries;
  // At most: distance and length for each term, distance and code for each document.
  const bytes = new Uint8Array((to - from) * 16);
  let at = 0;
  let before = start;
  for (let first = from; first < to; ) {
    const end = endOfTerm(entries, first, to);
    const term = terms[first] ?? 0;
    let length = 0;
    for (let i = first, last = 0; i < end; i++) {
      const document = documents[i] ?? 0;
      length += sizeOf((document - last) * 2) + (codes[i] === plainCode ? 0 : 1);
      last = document;
    }
    at = write(bytes, at, term - before);
    at = write(bytes, at, length);
    for (let i = first, last = 0; i < end; i++) {
      const document = documents[i] ?? 0;
      const code = codes[i] ?? 0;
      at = write(bytes, at, (document - last) * 2 + (code === plainCode ? 1 : 0));
      if (code !== plainCode) bytes[at++] = code;
      last = document;
    }
    before = term;
    first = end;
  }
  return bytes.slice(0, at);
};

/** All blocks from `firstBlock` on that the entries, which are sorted, fill up to `endBlock`. */
export function* encodeBlocks(entries: Entries, bits: number, firstBlock: number, endBlock: number): Generator<Block> {
  const {terms} = entries;
  let from = 0;
  for (let block = firstBlock; block < endBlock; block++) {
    let to = from;
    while (to < terms.length && blockOf(terms[to] ?? 0, bits) === block) to++;
    yield encodeBlock(entries, {from, to, start: startOf(block, bits)});
    from = to;
  }
}

/** Reads a block from its beginning: the terms of it, or what of them is asked for. */
export interface BlockReader {
  /** Its terms in turn; false after the last one. */
  next(): boolean;
  readonly term: number;
  /** Where the postings of the term are. */
  readonly from: number;
  readonly to: number;
}

export const readBlock = (bytes: Block, block: number, bits: number): BlockReader => {
  let at = 0;
  let term = startOf(block, bits);
  let from = 0;

  const number = (): number => {
    let byte = bytes[at++] ?? 0;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    let scale = 128;
    do {
      byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * scale;
      scale *= 128;
    } while (byte > 0x7f);
    return value;
  };

  return {
    next: () => {
      if (at >= bytes.length) return false;
      term += number();
      const length = number();
      from = at;
      at += length;
      return true;
    },
    get term() {
      return term;
    },
    get from() {
      return from;
    },
    get to() {
      return at;
    },
  };
};

/** Where the postings of terms are in a block. */
export interface TermSearch {
  /**
   * Looks from where it stands for a term, no lower than the one before.
   * @returns whether it is there; then `from` and `to` are where
   */
  find(term: number): boolean;
  from: number;
  to: number;
}

/** A block reader for a few terms: on the way to them nothing is called. */
export const searchBlock = (bytes: Block, block: number, bits: number): TermSearch => {
  let at = 0;
  let reached = startOf(block, bits) - 1;
  const search: TermSearch = {
    from: 0,
    to: 0,
    find: term => {
      let next = at;
      let last = Math.max(reached, startOf(block, bits));
      while (reached < term && next < bytes.length) {
        let byte = bytes[next++] ?? 0;
        let distance = byte & 0x7f;
        for (let scale = 128; byte > 0x7f; scale *= 128) {
          byte = bytes[next++] ?? 0;
          distance += (byte & 0x7f) * scale;
        }
        byte = bytes[next++] ?? 0;
        let length = byte & 0x7f;
        for (let scale = 128; byte > 0x7f; scale *= 128) {
          byte = bytes[next++] ?? 0;
          length += (byte & 0x7f) * scale;
        }
        last += distance;
        reached = last;
        search.from = next;
        next += length;
      }
      at = next;
      search.to = next;
      return reached === term;
    },
  };
  return search;
};

/**
 * Writes documents, `base` added to each, and their codes into the lists from `size` on.
 * @returns the new size
 */
export const decodePostings = (
  {bytes, from, to}: Slice,
  base: number,
  into: {readonly documents: Uint32Array; readonly codes: Uint8Array},
  size: number,
): number => {
  let at = from;
  let document = base;
  let end = size;
  while (at < to) {
    let byte = bytes[at++] ?? 0;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
    }
    document += value >>> 1;
    into.documents[end] = document;
    into.codes[end++] = value & 1 ? plainCode : (bytes[at++] ?? 0);
  }
  return end;
};
