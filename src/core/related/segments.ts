/** Segments of an index: the blocks of some documents' postings, made at once, and merged with others when there are many. */
import {createBlockWriter, encodeBlocks} from './block-writer.ts';
import {type Block, decodePostings, type Entries, emptyBlock, readBlock, startOf} from './postings.ts';
import type {Terms} from './term-counter.ts';
import {sortByTerm} from './term-sort.ts';

/** What blocks are asked of. Their number is 2^bits. */
export interface BlockSource {
  readonly bits: number;
  block(number: number): Block;
}

/** At most so many bytes on average: to find a term, half a block is read through. */
const usualBlock = 2400;
export const mostBits = 20;

/** How many blocks hold so many bytes, as the exponent of 2. */
export const bitsFor = (bytes: number): number =>
  Math.min(mostBits, Math.max(0, Math.ceil(Math.log2(Math.max(1, bytes / usualBlock)))));

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
  let entries: Entries = {terms: new Uint32Array(0), documents: new Uint32Array(0), codes: new Uint8Array(0)};
  let size = 0;

  const reserve = (more: number): void => {
    if (size + more <= entries.terms.length) return;
    const capacity = Math.max(1024, (size + more) * 2);
    const grown = {
      terms: new Uint32Array(capacity),
      documents: new Uint32Array(capacity),
      codes: new Uint8Array(capacity),
    };
    grown.terms.set(entries.terms);
    grown.documents.set(entries.documents);
    grown.codes.set(entries.codes);
    entries = grown;
  };

  return {
    get size() {
      return size;
    },
    add: (document, {terms, codes}) => {
      reserve(terms.length);
      entries.terms.set(terms, size);
      entries.codes.set(codes, size);
      entries.documents.fill(document, size, size + terms.length);
      size += terms.length;
    },
    finish: () => {
      // An entry that shares its term with few others takes five bytes.
      const bits = bitsFor(size * 5);
      const blocks = [...encodeBlocks(sortByTerm(entries, size), bits)];
      size = 0;
      return {bits, block: number => blocks[number] ?? emptyBlock};
    },
  };
};

/** A segment to be merged, and what its documents are called afterwards; `gone` for those that are left out. */
export interface MergedSegment extends BlockSource {
  readonly renumbered: Uint32Array;
}

export const gone = 0xffffffff;

/** Goes through the terms of a segment, from the lowest up. */
interface Cursor {
  /** Infinity behind the last one. */
  term: number;
  next(): void;
  /** Writes the postings of the term, with the new numbers of their documents, into the lists from `size` on. @returns the new size */
  take(into: PostingsList, size: number): number;
}

const createCursor = ({bits, block, renumbered}: MergedSegment): Cursor => {
  const last = 2 ** bits - 1;
  let number = -1;
  let bytes: Block = emptyBlock;
  let reader = readBlock(bytes, 0, bits);
  const cursor: Cursor = {
    term: -1,
    next: () => {
      while (!reader.next()) {
        if (number === last) {
          cursor.term = Number.POSITIVE_INFINITY;
          return;
        }
        bytes = block(++number);
        reader = readBlock(bytes, number, bits);
      }
      cursor.term = reader.term;
    },
    take: (into, size) => {
      const {from, to} = reader;
      into.reserve(size + to - from);
      const {documents, codes} = into;
      const end = decodePostings({bytes, from, to}, 0, into, size);
      let kept = size;
      for (let i = size; i < end; i++) {
        const document = renumbered[documents[i] ?? 0] ?? gone;
        if (document === gone) continue;
        documents[kept] = document;
        codes[kept++] = codes[i] ?? 0;
      }
      return kept;
    },
  };
  cursor.next();
  return cursor;
};

interface PostingsList {
  documents: Uint32Array;
  codes: Uint8Array;
  /** Makes room for so many in all. */
  reserve(size: number): void;
}

const createPostingsList = (): PostingsList => {
  const list: PostingsList = {
    documents: new Uint32Array(1024),
    codes: new Uint8Array(1024),
    reserve: size => {
      if (size <= list.codes.length) return;
      const {documents, codes} = list;
      list.documents = new Uint32Array(size * 2);
      list.codes = new Uint8Array(size * 2);
      list.documents.set(documents);
      list.codes.set(codes);
    },
  };
  return list;
};

/**
 * The blocks of one segment instead of several, in order.
 * @param segments by their documents' new numbers: all of one are below those of the next
 * @param bits of the merged segment
 */
export function* mergeSegments(segments: readonly MergedSegment[], bits: number): Generator<Block> {
  const cursors = segments.map(createCursor);
  const list = createPostingsList();
  const writer = createBlockWriter(bits);
  for (let block = 0; block < 2 ** bits; block++) {
    writer.start(block);
    const end = startOf(block + 1, bits);
    for (;;) {
      let term = end;
      for (const cursor of cursors) if (cursor.term < term) ({term} = cursor);
      if (term === end) break;
      let size = 0;
      for (const cursor of cursors) {
        if (cursor.term !== term) continue;
        size = cursor.take(list, size);
        cursor.next();
      }
      if (size > 0) writer.add(term, list, 0, size);
    }
    yield writer.finish();
  }
}
