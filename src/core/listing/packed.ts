/**
 * How a listing lies in a file: a line that names the format, a checksum, the head as JSON, the columns one after the
 * other, the lines, the names. Reading it copies nothing. Numbers are little-endian, as on every machine that Node runs on.
 */
import type {Listing, ListingColumns, ListingHead} from './listing.ts';

/** Its last word rises when anything in the format changes; then old files are made anew. */
const format = 'newsprint listing 3\n';

/** Everything after these is a multiple of 8 bytes, for the columns of 8 bytes each. */
const [checksumAt, sizesAt, headAt] = [32, 40, 64];

const columnTypes = {
  row: Float64Array,
  time: Float64Array,
  modified: Float64Array,
  hashHigh: Uint32Array,
  hashLow: Uint32Array,
  size: Uint32Array,
  words: Uint32Array,
  minutes: Uint32Array,
  flags: Uint32Array,
  folder: Int32Array,
  section: Int32Array,
  line: Uint32Array,
  name: Uint32Array,
} as const satisfies Readonly<Record<keyof ListingColumns, unknown>>;

/** One more entry than there are articles. */
const isOffsets = (name: string): boolean => name === 'line' || name === 'name';

const padded = (length: number): number => Math.ceil(length / 8) * 8;

/**
 * FNV-1a over words of 32 bits (Fowler, Noll & Vo) with a shift: without it the highest bit of a word would reach no other,
 * and two such bits that are damaged would cancel out. Two of them in turn, since a processor works at both at once.
 * @param bytes a multiple of 8
 */
const checksumOf = (bytes: Uint8Array): number => {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const {length} = words;
  let [even, odd] = [0x811c9dc5 | 0, 0x01000193];
  for (let i = 0; i < length; i += 2) {
    even = Math.imul(even ^ (words[i] as number), 0x01000193);
    odd = Math.imul(odd ^ (words[i + 1] as number), 0x01000193);
    even ^= even >>> 15;
    odd ^= odd >>> 15;
  }
  return (Math.imul(even, 0x01000193) ^ odd) >>> 0;
};

export const packListing = ({columns, lines, names, length, ...rest}: Listing): Uint8Array => {
  const {stamp, libraries, folders, failures, sections} = rest;
  const head = new TextEncoder().encode(JSON.stringify({stamp, libraries, folders, failures, sections}));
  const parts: Uint8Array[] = [head];
  for (const name of Object.keys(columnTypes) as (keyof ListingColumns)[]) {
    const {buffer, byteOffset, byteLength} = columns[name];
    parts.push(new Uint8Array(buffer, byteOffset, byteLength));
  }
  parts.push(lines, names);
  const total = headAt + parts.reduce((sum, part) => sum + padded(part.length), 0);
  const bytes = new Uint8Array(total);
  new TextEncoder().encodeInto(format, bytes);
  const sizes = new Uint32Array(bytes.buffer, sizesAt, 4);
  sizes.set([head.length, length, lines.length, names.length]);
  let at: number = headAt;
  for (const part of parts) {
    bytes.set(part, at);
    at += padded(part.length);
  }
  new Uint32Array(bytes.buffer, checksumAt, 1)[0] = checksumOf(bytes.subarray(sizesAt));
  return bytes;
};

/**
 * @param bytes begins at a multiple of 8 of its buffer; is not changed afterwards
 * @returns undefined for what is no listing, one of another version, or damaged
 */
export const unpackListing = (bytes: Uint8Array): Listing | undefined => {
  if (bytes.length < headAt || bytes.length % 8 !== 0) return undefined;
  const decoder = new TextDecoder();
  if (decoder.decode(bytes.subarray(0, format.length)) !== format) return undefined;
  const {buffer, byteOffset} = bytes;
  if (new Uint32Array(buffer, byteOffset + checksumAt, 1)[0] !== checksumOf(bytes.subarray(sizesAt))) return undefined;
  const [headLength = 0, length = 0, linesLength = 0, namesLength = 0] = new Uint32Array(
    buffer,
    byteOffset + sizesAt,
    4,
  );
  let at: number = headAt;
  const take = (size: number): number => {
    const from = at;
    at += padded(size);
    return from;
  };
  const bytesOf = (size: number): Uint8Array => {
    const from = take(size);
    return bytes.subarray(from, from + size);
  };
  const head = JSON.parse(decoder.decode(bytesOf(headLength))) as ListingHead;
  const columns: Partial<Record<keyof ListingColumns, unknown>> = {};
  for (const [name, Column] of Object.entries(columnTypes) as [keyof ListingColumns, typeof Float64Array][]) {
    const count = isOffsets(name) ? length + 1 : length;
    columns[name] = new Column(buffer, byteOffset + take(count * Column.BYTES_PER_ELEMENT), count);
  }
  const lines = bytesOf(linesLength);
  return {...head, length, columns: columns as unknown as ListingColumns, lines, names: bytesOf(namesLength)};
};
