/** Writes blocks of postings, see `postings.ts`. */
import {type Block, blockOf, type Entries, plainCode, startOf} from './postings.ts';

/** The most bytes that a number takes. */
const longest = 5;

const sizeOf = (number: number): number =>
  number < 2 ** 7 ? 1 : number < 2 ** 14 ? 2 : number < 2 ** 21 ? 3 : number < 2 ** 28 ? 4 : longest;

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

export type Postings = Pick<Entries, 'documents' | 'codes'>;

/** One block after the other. */
export interface BlockWriter {
  start(block: number): void;
  /** A term that belongs there, higher than the one before, and its postings from `from` up to `to`, by their documents. */
  add(term: number, postings: Postings, from: number, to: number): void;
  /** What was written since `start`. */
  finish(): Block;
}

export const createBlockWriter = (bits: number): BlockWriter => {
  let bytes = new Uint8Array(4096);
  let at = 0;
  let before = 0;

  const reserve = (more: number): void => {
    if (at + more <= bytes.length) return;
    const longer = new Uint8Array((at + more) * 2);
    longer.set(bytes);
    bytes = longer;
  };

  return {
    start: block => {
      at = 0;
      before = startOf(block, bits);
    },
    add: (term, {documents, codes}, from, to) => {
      reserve(2 * longest + (to - from) * (longest + 1));
      let length = 0;
      for (let i = from, last = 0; i < to; i++) {
        const document = documents[i] ?? 0;
        length += sizeOf((document - last) * 2) + (codes[i] === plainCode ? 0 : 1);
        last = document;
      }
      at = write(bytes, at, term - before);
      at = write(bytes, at, length);
      for (let i = from, last = 0; i < to; i++) {
        const document = documents[i] ?? 0;
        const code = codes[i] ?? 0;
        at = write(bytes, at, (document - last) * 2 + (code === plainCode ? 1 : 0));
        if (code !== plainCode) bytes[at++] = code;
        last = document;
      }
      before = term;
    },
    finish: () => bytes.slice(0, at),
  };
};

/** Where the entries of the term at `from` end. */
const endOfTerm = ({terms}: Entries, from: number): number => {
  let end = from + 1;
  while (end < terms.length && terms[end] === terms[from]) end++;
  return end;
};

/** All blocks that the entries, which are sorted, fill. */
export function* encodeBlocks(entries: Entries, bits: number): Generator<Block> {
  const {terms} = entries;
  const writer = createBlockWriter(bits);
  let from = 0;
  for (let block = 0; block < 2 ** bits; block++) {
    writer.start(block);
    while (from < terms.length && blockOf(terms[from] ?? 0, bits) === block) {
      const end = endOfTerm(entries, from);
      writer.add(terms[from] ?? 0, entries, from, end);
      from = end;
    }
    yield writer.finish();
  }
}
