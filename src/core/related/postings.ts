/**
 * Which documents have which terms, in blocks of bytes. Terms are numbers of 32 bits that are spread evenly: of 2^bits
 * blocks, block number b holds the terms whose highest bits are b, ascending, each as
 * its distance from the term before, the length of its postings in bytes, and its postings:
 * for each document, ascending, its distance from the one before, times two, plus one for the code `plainCode`; else its code follows.
 * All numbers are written seven bits to a byte, lowest first, the highest bit of a byte telling that another follows.
 * `block-writer.ts` writes them.
 */

/** Once, and not in the title: what three of four postings are. */
export const plainCode = 2;

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
export const startOf = (block: number, bits: number): number => block * 2 ** (32 - bits);

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
