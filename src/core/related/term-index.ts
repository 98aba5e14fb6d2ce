/** The inverted index behind text similarity: for each term the documents that have it. Where its blocks are kept is left open. */
import {type Documents, placeState} from './documents.ts';
import {blockOf, decodePostings, emptyBlock, type Slice, searchBlock} from './postings.ts';
import type {BlockSource} from './segments.ts';

export interface IndexedSegment extends BlockSource {
  /** The place of its first document. */
  readonly base: number;
  /** Told which blocks will be asked for next, ascending, where it is quicker to get them together. */
  readonly announce?: (numbers: readonly number[]) => void;
}

/** Postings of a term, not read yet. */
export interface Found {
  readonly slices: readonly (Slice & {readonly base: number})[];
  /** About how many documents have it: no fewer. */
  readonly size: number;
}

/** Documents that have a term, from 0 up to `size`, and how (see `Terms`). Good until the next is read. */
export interface Postings {
  readonly size: number;
  readonly documents: Uint32Array;
  readonly codes: Uint8Array;
}

export interface TermIndex {
  readonly documents: Documents;
  /** @param terms ascending; @returns for each what was found */
  find(terms: Uint32Array): readonly Found[];
  read(found: Found): Postings;
}

const nothing: Found = {slices: [], size: 0};

export const createTermIndex = (documents: Documents, segments: readonly IndexedSegment[]): TermIndex => {
  const read = {documents: new Uint32Array(documents.size), codes: new Uint8Array(documents.size)};

  const findIn = ({base, bits, block, announce}: IndexedSegment, terms: Uint32Array, found: Found[]): void => {
    announce?.([...new Set(Array.from(terms, term => blockOf(term, bits)))]);
    let number = -1;
    let bytes = emptyBlock;
    let search = searchBlock(bytes, 0, 0);
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] ?? 0;
      const wanted = blockOf(term, bits);
      if (wanted !== number) {
        number = wanted;
        bytes = block(number);
        search = searchBlock(bytes, number, bits);
      }
      if (!search.find(term)) continue;
      const {slices, size} = found[i] ?? nothing;
      const {from, to} = search;
      found[i] = {slices: [...slices, {bytes, from, to, base}], size: size + to - from};
    }
  };

  return {
    documents,
    find: terms => {
      const found = Array<Found>(terms.length).fill(nothing);
      for (const segment of segments) findIn(segment, terms, found);
      return found;
    },
    read: ({slices}) => {
      let size = 0;
      for (const slice of slices) size = decodePostings(slice, slice.base, read, size);
      if (documents.removed === 0) return {size, ...read};
      let live = 0;
      for (let i = 0; i < size; i++) {
        const document = read.documents[i] ?? 0;
        if (documents.states[document] === placeState.removed) continue;
        read.documents[live] = document;
        read.codes[live++] = read.codes[i] ?? 0;
      }
      return {size: live, ...read};
    },
  };
};
