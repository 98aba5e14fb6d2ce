/** The index of terms, opened for questions: as it is at the moment, and read as far as it is asked for. */
import {type Block, emptyBlock} from '../../../core/related/postings.ts';
import type {RankedLibrary} from '../../../core/related/ranking.ts';
import {createTermIndex} from '../../../core/related/term-index.ts';
import type {Database} from '../../sqlite.ts';
import {type Blob, bufferOf} from './blobs.ts';
import {blockId, createSegmentReader, documentsOf} from './segments.ts';

/** Blocks of 2 KB that are kept: what the last answer read, so that saying why is quick. */
const rememberedBlocks = 3000;

/** Gives the same index until another version of it is in the database. */
export const createIndexOpener = (database: Database): (() => RankedLibrary) => {
  const reader = createSegmentReader(database);
  const sketch = database.prepare('SELECT CAST(sketch AS BLOB) AS sketch FROM related_articles WHERE row = ?');
  const blocks = new Map<number, Block>();
  let opened: {readonly version: string; readonly library: RankedLibrary} | undefined;

  const blockAt = (segment: number, number: number): Block => {
    const id = blockId(segment, number);
    const known = blocks.get(id);
    if (known !== undefined) return known;
    const block = reader.block(segment, number);
    blocks.set(id, block);
    return block;
  };

  const fetch = (segment: number, numbers: readonly number[]): void => {
    const ids = numbers.map(number => blockId(segment, number)).filter(id => !blocks.has(id));
    if (ids.length < 2) return;
    if (blocks.size + ids.length > rememberedBlocks) blocks.clear();
    for (const id of ids) blocks.set(id, emptyBlock);
    for (const [id, block] of reader.blocks(ids)) blocks.set(id, block);
  };

  return () => {
    const version = reader.version();
    if (opened?.version === version) return opened.library;
    const segments = reader.segments();
    const {documents, bases} = documentsOf(segments);
    const index = createTermIndex(
      documents,
      segments.map(({id, bits}, i) => ({
        bits,
        base: bases[i] ?? 0,
        block: number => blockAt(id, number),
        announce: numbers => fetch(id, numbers),
      })),
    );
    const library: RankedLibrary = {
      index,
      sketchAt: place => {
        const found = sketch.get<{sketch: Blob}>(documents.rows[place] ?? 0);
        return found === undefined ? new Uint32Array() : new Uint32Array(bufferOf(found.sketch));
      },
    };
    opened = {version, library};
    return library;
  };
};
