import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createDocuments, packDocument} from '../../../src/core/related/documents.ts';
import {type Block, emptyBlock} from '../../../src/core/related/postings.ts';
import {createSegmentBuilder, gone, mergeSegments} from '../../../src/core/related/segments.ts';
import {createTermIndex, type IndexedSegment} from '../../../src/core/related/term-index.ts';

/** Documents as terms with their codes. Terms come close together, far apart and at both ends. */
const term = fc.oneof(
  fc.nat(5),
  fc.integer({min: 0xffff_fffb, max: 0xffff_ffff}),
  fc.integer({min: 0, max: 0xffff_ffff}),
  fc.constantFrom(0x8000_0000, 0x7fff_ffff),
);
const documents = fc.array(
  fc.uniqueArray(fc.tuple(term, fc.integer({min: 2, max: 255})), {selector: ([number]) => number, maxLength: 40}),
  {minLength: 1, maxLength: 12},
);
type Documents = readonly (readonly (readonly [term: number, code: number])[])[];

const segmentOf = (made: Documents) => {
  const builder = createSegmentBuilder();
  for (const [place, entries] of made.entries()) {
    builder.add(place, {
      terms: Uint32Array.from(entries, ([number]) => number),
      codes: Uint8Array.from(entries, ([, code]) => code),
    });
  }
  return builder.finish();
};

const head = {identity: 1, language: '', time: 0, titleTerms: 0, length: 1};
const indexOf = (size: number, segments: readonly IndexedSegment[]) => {
  const packed = Array.from({length: size}, (_, row) => packDocument(head, {row, isHidden: false})).flat();
  return createTermIndex(createDocuments([Float64Array.from(packed)]), segments);
};

/** For each term the documents that have it, with their codes. */
const contents = (size: number, segments: readonly IndexedSegment[], terms: readonly number[]) => {
  const index = indexOf(size, segments);
  const sorted = Uint32Array.from(terms).sort();
  return index.find(sorted).map((found, i) => {
    const postings = index.read(found);
    const pairs = Array.from({length: postings.size}, (_, at) => [postings.documents[at], postings.codes[at]]);
    return [sorted[i], pairs];
  });
};

const expected = (made: Documents, terms: readonly number[]) =>
  [...Uint32Array.from(terms).sort()].map(number => [
    number,
    made.flatMap((entries, place) => entries.flatMap(([one, code]) => (one === number ? [[place, code]] : []))),
  ]);

test('every term is found with its documents, and no other is', () => {
  fc.assert(
    fc.property(documents, fc.array(term), (made, others) => {
      const terms = [...new Set([...made.flat().map(([number]) => number), ...others])];
      expect(contents(made.length, [{...segmentOf(made), base: 0}], terms)).toEqual(expected(made, terms));
    }),
  );
});

test('segments that were merged hold what each of them held, but for what is gone', () => {
  fc.assert(
    fc.property(fc.array(documents, {minLength: 1, maxLength: 4}), fc.nat(4), fc.nat(6), (lists, die, bits) => {
      let next = 0;
      const kept: Documents[number][] = [];
      const segments = lists.map(made => ({
        ...segmentOf(made),
        renumbered: Uint32Array.from(made, (entries, place) => {
          if (place % 5 === die) return gone;
          kept.push(entries);
          return next++;
        }),
      }));
      const blocks: readonly Block[] = [...mergeSegments(segments, bits)];
      const merged = {bits, base: 0, block: (number: number) => blocks[number] ?? emptyBlock};
      const terms = [...new Set(lists.flat(2).map(([number]) => number))];
      expect(blocks).toHaveLength(2 ** bits);
      expect(contents(kept.length, [merged], terms)).toEqual(expected(kept, terms));
    }),
  );
});
