/** Writes segments, and merges them so that there are few of about the same size: a log-structured merge (O'Neil et al. 1996). */
import {packedFields} from '../../../core/related/documents.ts';
import {type BlockSource, bitsFor, gone, mergeSegments} from '../../../core/related/segments.ts';
import type {Database} from '../../sqlite.ts';
import {blockId, createSegmentReader, type StoredSegment} from './segments.ts';

/** So many segments of a size become one: with more a question has more to read, with fewer a document is rewritten more often. */
const mergedAtOnce = 16;

/** Larger ones stay as they are: to merge them would keep other writers waiting for seconds. In documents. */
const largestMerged = 4096;

/** The largest that comes of settling. In documents. */
const largestSettled = 4 * largestMerged;

const rowAt = 1;

export interface SegmentWriter {
  /** @param documents packed, see `core/related/documents.ts` */
  write(blocks: BlockSource, documents: readonly number[]): void;
  remove(row: number): void;
  /** Merges more than `write` does, for quicker questions. */
  settle(): void;
}

const levelOf = ({size}: StoredSegment): number => Math.floor(Math.log(size) / Math.log(mergedAtOnce));

/** What is to be merged: segments of a size, or one of which most was removed. */
const dueForMerge = (segments: readonly StoredSegment[]): readonly StoredSegment[] | undefined => {
  const hollow = segments.find(({size, removed}) => removed.length * 2 > size);
  if (hollow !== undefined) return [hollow];
  const byLevel = new Map<number, StoredSegment[]>();
  for (const segment of segments) {
    if (segment.size > largestMerged) continue;
    const level = levelOf(segment);
    byLevel.set(level, [...(byLevel.get(level) ?? []), segment]);
  }
  return [...byLevel.values()].find(({length}) => length >= mergedAtOnce);
};

/**
 * The largest segments that may be settled together: the smaller ones hold at least half as much as the largest, so that a
 * document is not rewritten for every few that come.
 */
const dueForSettling = (segments: readonly StoredSegment[]): readonly StoredSegment[] | undefined => {
  const largestFirst = segments.toSorted((a, b) => b.size - a.size);
  for (const [at, {size}] of largestFirst.entries()) {
    const rest = largestFirst.slice(at + 1).reduce((sum, other) => sum + other.size, 0);
    if (rest * 2 >= size && rest > 0 && size + rest <= largestSettled) {
      // Documents stay in the order in which they came.
      return largestFirst.slice(at).sort((a, b) => a.id - b.id);
    }
  }
  return undefined;
};

/** Within transactions of the caller. */
export const createSegmentWriter = (database: Database): SegmentWriter => {
  const reader = createSegmentReader(database);
  const insertSegment = database.prepare('INSERT INTO related_segments (bits, bytes, documents) VALUES (?, 0, ?)');
  const lastId = database.prepare('SELECT max(id) AS id FROM related_segments');
  const setBytes = database.prepare('UPDATE related_segments SET bytes = ? WHERE id = ?');
  const insertBlock = database.prepare('INSERT INTO related_blocks VALUES (?, ?)');
  const deleteSegment = database.prepare('DELETE FROM related_segments WHERE id = ?');
  const deleteBlocks = database.prepare('DELETE FROM related_blocks WHERE id >= ? AND id < ?');
  const deleteRemoved = database.prepare('DELETE FROM related_removed WHERE segment = ?');
  const insertRemoved = database.prepare('INSERT OR IGNORE INTO related_removed VALUES (?, ?)');
  let places: {readonly version: string; readonly ofRow: ReadonlyMap<number, readonly [number, number]>} | undefined;

  const writeBlocks = (bits: number, documents: readonly number[], blocks: Iterable<Uint8Array>): void => {
    insertSegment.run(bits, new Uint8Array(Float64Array.from(documents).buffer));
    const id = lastId.get<{id: number}>()?.id ?? 0;
    let bytes = 0;
    let number = 0;
    for (const block of blocks) {
      if (block.length > 0) insertBlock.run(blockId(id, number), block);
      bytes += block.length;
      number++;
    }
    setBytes.run(bytes, id);
  };

  const merge = (segments: readonly StoredSegment[]): void => {
    const documents: number[] = [];
    const merged = segments.map(({id, bits, size, removed, documents: packed}) => {
      const isRemoved = new Set(removed);
      const renumbered = new Uint32Array(size);
      for (let place = 0; place < size; place++) {
        const isGone = isRemoved.has(place);
        renumbered[place] = isGone ? gone : documents.length / packedFields;
        for (let i = 0; !isGone && i < packedFields; i++) documents.push(packed[place * packedFields + i] ?? 0);
      }
      return {bits, renumbered, block: (number: number) => reader.block(id, number)};
    });
    if (documents.length > 0) {
      const bits = bitsFor(segments.reduce((sum, {bytes}) => sum + bytes, 0));
      writeBlocks(bits, documents, mergeSegments(merged, bits));
    }
    for (const {id} of segments) {
      deleteSegment.run(id);
      deleteBlocks.run(blockId(id, 0), blockId(id + 1, 0));
      deleteRemoved.run(id);
    }
  };

  const placesOfRows = (): ReadonlyMap<number, readonly [number, number]> => {
    const version = reader.version().replace(/:.*/, '');
    if (places?.version === version) return places.ofRow;
    const ofRow = new Map<number, readonly [number, number]>();
    for (const {id, size, removed, documents} of reader.segments()) {
      const isRemoved = new Set(removed);
      for (let place = 0; place < size; place++) {
        if (!isRemoved.has(place)) ofRow.set(documents[place * packedFields + rowAt] ?? 0, [id, place]);
      }
    }
    places = {version, ofRow};
    return ofRow;
  };

  return {
    write: ({bits, block}, documents) => {
      const blocks = Array.from({length: 2 ** bits}, (_, number) => block(number));
      writeBlocks(bits, documents, blocks);
      // One merge at a time: what else is due comes with the next segment.
      const due = dueForMerge(reader.segments());
      if (due !== undefined) merge(due);
    },
    settle: () => {
      const due = dueForSettling(reader.segments());
      if (due !== undefined) merge(due);
    },
    remove: row => {
      const place = placesOfRows().get(row);
      if (place !== undefined) insertRemoved.run(...place);
    },
  };
};
