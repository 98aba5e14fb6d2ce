/** The segments of the index of terms as they are in the database: what each holds, and how its blocks are read. */
import {createDocuments, type Documents, type PackedDocuments, packedFields} from '../../../core/related/documents.ts';
import {type Block, emptyBlock} from '../../../core/related/postings.ts';
import {mostBits} from '../../../core/related/segments.ts';
import type {Database} from '../../sqlite.ts';
import {numbersOfList, textOf} from '../stored-text.ts';
import {type Blob, bufferOf, bytesOf} from './blobs.ts';

/**
 * A segment is never changed. `documents` are the packed documents of `core/related/documents.ts`, by their place in it;
 * the block with the number b of the segment s is `s * 2^20 + b`, and missing when it is empty. `removed` are places of
 * documents that are no more; they go when their segment is merged with others.
 */
export const segmentsSchema = `
  CREATE TABLE IF NOT EXISTS related_segments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    bits INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    documents BLOB NOT NULL
  );
  CREATE TABLE IF NOT EXISTS related_blocks (id INTEGER PRIMARY KEY, postings BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS related_removed (segment INTEGER, place INTEGER, PRIMARY KEY (segment, place)) WITHOUT ROWID;
`;

const blocksOfSegment = 2 ** mostBits;

export const blockId = (segment: number, block: number): number => segment * blocksOfSegment + block;

export interface StoredSegment {
  readonly id: number;
  readonly bits: number;
  /** Of all its blocks. */
  readonly bytes: number;
  readonly documents: PackedDocuments;
  /** How many documents it has, removed ones too. */
  readonly size: number;
  readonly removed: readonly number[];
}

interface SegmentRow {
  readonly id: number;
  readonly bits: number;
  readonly bytes: number;
  readonly documents: Blob;
  readonly removed: Blob | null;
}

/** Of several blocks, in the same order: their ids and lengths, and all of their bytes. */
interface FoundBlocks {
  readonly ids: Blob | null;
  readonly lengths: Blob | null;
  readonly postings: Blob | null;
}

export interface SegmentReader {
  /** Tells apart what is in the database now from what was there before. */
  version(): string;
  /** In the order of their ids. */
  segments(): readonly StoredSegment[];
  block(segment: number, number: number): Block;
  /** Those with these ids (see `blockId`) that are not empty. Several at a time take a third of the time. */
  blocks(ids: readonly number[]): readonly (readonly [id: number, block: Block])[];
}

export const createSegmentReader = (database: Database): SegmentReader => {
  const version = database.prepare(
    `SELECT CAST((SELECT group_concat(id) FROM related_segments) || ':' || (SELECT count(*) FROM related_removed) AS BLOB) AS version`,
  );
  const segments = database.prepare(
    `SELECT id, CAST(bits AS INTEGER) AS bits, CAST(bytes AS INTEGER) AS bytes, CAST(documents AS BLOB) AS documents,
       (SELECT CAST(group_concat(CAST(place AS INTEGER)) AS BLOB) FROM related_removed WHERE segment = id) AS removed
     FROM related_segments ORDER BY id`,
  );
  const block = database.prepare('SELECT CAST(postings AS BLOB) AS postings FROM related_blocks WHERE id = ?');
  // One after the other as a single value: libsql takes long for each row. Not `IN`, which would make a set of the ids first.
  const blocks = database.prepare(
    `SELECT CAST(group_concat(related_blocks.id) AS BLOB) AS ids, CAST(group_concat(length(bytes)) AS BLOB) AS lengths,
       CAST(group_concat(bytes, '') AS BLOB) AS postings
     FROM json_each(?) CROSS JOIN
       (SELECT id, CAST(postings AS BLOB) AS bytes FROM related_blocks) AS related_blocks ON related_blocks.id = json_each.value`,
  );
  return {
    version: () => textOf(version.get<{version: Blob | null}>()?.version),
    segments: () =>
      segments.all<SegmentRow>().map(({id, bits, bytes, documents, removed}) => ({
        id,
        bits,
        bytes,
        documents: new Float64Array(bufferOf(documents)),
        size: documents.byteLength / packedFields / Float64Array.BYTES_PER_ELEMENT,
        removed: numbersOfList(removed),
      })),
    block: (segment, number) => {
      const found = block.get<{postings: Blob}>(blockId(segment, number));
      return found === undefined ? emptyBlock : bytesOf(found.postings);
    },
    blocks: ids => {
      const found = blocks.get<FoundBlocks>(JSON.stringify(ids));
      const bytes = bytesOf(found?.postings ?? emptyBlock);
      const lengths = numbersOfList(found?.lengths);
      let end = 0;
      return numbersOfList(found?.ids).map((id, at) => {
        const from = end;
        end += lengths[at] ?? 0;
        return [id, bytes.subarray(from, end)];
      });
    },
  };
};

/** The documents of all segments as one list, and where in it those of each begin. */
export const documentsOf = (
  segments: readonly StoredSegment[],
): {readonly documents: Documents; readonly bases: readonly number[]} => {
  const bases: number[] = [];
  let base = 0;
  for (const {size} of segments) {
    bases.push(base);
    base += size;
  }
  const removed = segments.flatMap((segment, i) => segment.removed.map(place => place + (bases[i] ?? 0)));
  return {
    documents: createDocuments(
      segments.map(segment => segment.documents),
      removed,
    ),
    bases,
  };
};
