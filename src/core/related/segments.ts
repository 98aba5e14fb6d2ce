/** Segments of an index: the blocks of some documents' postings, made at once, and merged with others when there are many. */
import {type Block, blockOf, decodePostings, type Entries, emptyBlock, encodeBlocks, readBlock} from './postings.ts';
import type {Terms} from './term-counter.ts';
import {sortByTerm} from './term-sort.ts';

/** What blocks are asked of. Their number is 2^bits. */
export interface BlockSource {
  readonly bits: number;
  block(number: number): Block;
}

/** At most so many bytes on average: to find a term, half a block is read through. */
const usualBlock = 2400;
/** So many blocks are merged in one go: some ten thousand entries. */
const blocksAtOnce = 32;
export const mostBits = 20;

/** How many blocks hold so many bytes, as the exponent of 2. */
export const bitsFor = (bytes: number): number =>
  Math.min(mostBits, Math.max(0, Math.ceil(Math.log2(Math.max(1, bytes / usualBlock)))));

interface EntryList {
  /** Longer than `size`; others after a `reserve`. */
  readonly entries: Entries;
  size: number;
  /** Makes room for so many more. */
  reserve(more: number): void;
  /** The first `size` entries, ordered by their terms. */
  sorted(): Entries;
}

const createEntryList = (): EntryList => {
  let entries: Entries = {terms: new Uint32Array(0), documents: new Uint32Array(0), codes: new Uint8Array(0)};
  const list: EntryList = {
    get entries() {
      return entries;
    },
    size: 0,
    reserve: more => {
      if (list.size + more <= entries.terms.length) return;
      const capacity = Math.max(1024, (list.size + more) * 2);
      const grown = {
        terms: new Uint32Array(capacity),
        documents: new Uint32Array(capacity),
        codes: new Uint8Array(capacity),
      };
      grown.terms.set(entries.terms);
      grown.documents.set(entries.documents);
      grown.codes.set(entries.codes);
      entries = grown;
    },
    sorted: () => sortByTerm(entries, list.size),
  };
  return list;
};

/** A new segment as it is filled. */
export interface SegmentBuilder {
  /** How many entries it has. */
  readonly size: number;
  /** @param document higher than those added before */
  add(document: number, terms: Terms): void;
  /** Its blocks; then it is empty again. */
  finish(): BlockSource;
}

export const createSegmentBuilder = (): SegmentBuilder => {
  const list = createEntryList();
  return {
    get size() {
      return list.size;
    },
    add: (document, {terms, codes}) => {
      list.reserve(terms.length);
      list.entries.terms.set(terms, list.size);
      list.entries.codes.set(codes, list.size);
      list.entries.documents.fill(document, list.size, list.size + terms.length);
      list.size += terms.length;
    },
    finish: () => {
      // An entry that shares its term with few others takes five bytes.
      const bits = bitsFor(list.size * 5);
      const blocks = [...encodeBlocks(list.sorted(), bits, 0, 2 ** bits)];
      list.size = 0;
      return {bits, block: number => blocks[number] ?? emptyBlock};
    },
  };
};

/** A segment to be merged, and what its documents are called afterwards; `gone` for those that are left out. */
export interface MergedSegment extends BlockSource {
  readonly renumbered: Uint32Array;
}

export const gone = 0xffffffff;

/** @param from where to begin, in terms; @param to where to stop, not included */
const collect = ({bits, block, renumbered}: MergedSegment, list: EntryList, from: number, to: number): void => {
  for (let number = blockOf(from, bits); number <= blockOf(to - 1, bits); number++) {
    const bytes = block(number);
    const reader = readBlock(bytes, number, bits);
    while (reader.next()) {
      if (reader.term < from || reader.term >= to) continue;
      list.reserve(reader.to - reader.from);
      const {terms, documents, codes} = list.entries;
      const end = decodePostings({bytes, from: reader.from, to: reader.to}, 0, list.entries, list.size);
      let kept = list.size;
      for (let i = list.size; i < end; i++) {
        const document = renumbered[documents[i] ?? 0] ?? gone;
        if (document === gone) continue;
        terms[kept] = reader.term;
        documents[kept] = document;
        codes[kept++] = codes[i] ?? 0;
      }
      list.size = kept;
    }
  }
};

/**
 * The blocks of one segment instead of several, in order.
 * @param segments by their documents' new numbers: all of one are below those of the next
 * @param bits of the merged segment
 */
export function* mergeSegments(segments: readonly MergedSegment[], bits: number): Generator<Block> {
  const list = createEntryList();
  const count = 2 ** bits;
  const width = 2 ** (32 - bits);
  for (let first = 0; first < count; first += blocksAtOnce) {
    const end = Math.min(count, first + blocksAtOnce);
    list.size = 0;
    for (const segment of segments) collect(segment, list, first * width, end * width);
    yield* encodeBlocks(list.sorted(), bits, first, end);
  }
}
