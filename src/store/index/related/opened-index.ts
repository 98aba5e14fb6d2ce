/** The index of terms, opened for questions: as it is at the moment, and read as far as it is asked for. */
import type {Block} from '../../../core/related/postings.ts';
import type {RankedLibrary} from '../../../core/related/ranking.ts';
import {createTermIndex} from '../../../core/related/term-index.ts';
import type {Database} from '../../sqlite.ts';
import {blockId, createSegmentReader, documentsOf} from './segments.ts';

/** Blocks of 3 KB that are kept: about what two answers read. */
const rememberedBlocks = 3000;

/** Gives the same index until another version of it is in the database. */
export const createIndexOpener = (database: Database): (() => RankedLibrary) => {
  const reader = createSegmentReader(database);
  const sketch = database.prepare('SELECT sketch FROM related_articles WHERE row = ?');
  const blocks = new Map<number, Block>();
  let opened: {readonly version: string; readonly library: RankedLibrary} | undefined;

  const blockAt = (segment: number, number: number): Block => {
    const id = blockId(segment, number);
    let block = blocks.get(id);
    if (block !== undefined) return block;
    block = reader.block(segment, number);
    if (blocks.size >= rememberedBlocks) blocks.clear();
    blocks.set(id, block);
    return block;
  };

  return () => {
    const version = reader.version();
    if (opened?.version === version) return opened.library;
    const segments = reader.segments();
    const {documents, bases} = documentsOf(segments);
    const index = createTermIndex(
      documents,
      segments.map(({id, bits}, i) => ({bits, base: bases[i] ?? 0, block: number => blockAt(id, number)})),
    );
    const library: RankedLibrary = {
      index,
      sketchAt: place => {
        const found = sketch.get<{sketch: ArrayBuffer}>(documents.rows[place] ?? 0);
        return new Uint32Array(found?.sketch ?? new ArrayBuffer(0));
      },
    };
    opened = {version, library};
    return library;
  };
};
