/** An index of articles in memory, for where there is none on disk. */
import type {Article} from '../article.ts';
import type {ReadTerms} from './article-terms.ts';
import {createDocuments, packDocument, packedFields} from './documents.ts';
import type {Sketch} from './near-duplicates.ts';
import {type Block, emptyBlock} from './postings.ts';
import type {RankedLibrary} from './ranking.ts';
import {type BlockSource, bitsFor, createSegmentBuilder, mergeSegments} from './segments.ts';
import {createTermIndex} from './term-index.ts';

/** Entries of a segment: to sort them takes some milliseconds. */
const segmentEntries = 100_000;

/** Its places are those of the list. Yields after some milliseconds at most, so that a reader can look at its keys meanwhile. */
export function* buildMemoryIndex(articles: readonly Article[], read: ReadTerms): Generator<void, RankedLibrary> {
  const packed = new Float64Array(articles.length * packedFields);
  const sketches: Sketch[] = [];
  const builder = createSegmentBuilder();
  const segments: BlockSource[] = [];
  let bytes = 0;
  const finish = () => {
    bytes += builder.size * 5;
    segments.push(builder.finish());
  };
  for (const [place, article] of articles.entries()) {
    const terms = read(article);
    packed.set(packDocument(terms, {row: place, isHidden: article.isHidden}), place * packedFields);
    sketches.push(terms.sketch);
    builder.add(place, terms);
    if (builder.size > segmentEntries) finish();
    yield;
  }
  finish();

  const renumbered = Uint32Array.from(articles.keys());
  const bits = bitsFor(bytes);
  const blocks: Block[] = [];
  for (const block of mergeSegments(
    segments.map(segment => ({...segment, renumbered})),
    bits,
  )) {
    blocks.push(block);
    yield;
  }
  const documents = createDocuments([packed]);
  return {
    index: createTermIndex(documents, [{base: 0, bits, block: number => blocks[number] ?? emptyBlock}]),
    sketchAt: place => sketches[place] ?? new Uint32Array(),
  };
}
