import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {packListing, unpackListing} from '../../../src/core/listing/packed.ts';
import {article} from '../../support/articles.ts';
import {listingOf} from '../../support/listing.ts';

const listing = listingOf(
  article('news/a', {title: 'Élan “北京” 👍', section: 'World', published: '2024-05-01'}),
  article('b', {isHidden: true, problem: 'odd'}),
);
const packed = packListing(listing);

describe('a packed listing', () => {
  test.each([0, 1, 2, 7].map(count => [count]))('of %i articles is the same when it is unpacked', count => {
    const made = listingOf(...Array.from({length: count}, (_, at) => article(`article-${at}`)));
    expect(unpackListing(packListing(made))).toEqual(made);
    expect(unpackListing(packed)).toEqual(listing);
  });

  test('is read from any place of a buffer that is a multiple of 8', () => {
    const larger = new Uint8Array(packed.length + 16);
    larger.set(packed, 8);
    expect(unpackListing(larger.subarray(8, 8 + packed.length))).toEqual(listing);
  });

  test('is never taken for another one when it is damaged', () => {
    const damage = fc.record({at: fc.nat(packed.length - 1), bits: fc.integer({min: 1, max: 255})});
    fc.assert(
      fc.property(fc.uniqueArray(damage, {selector: ({at}) => at, minLength: 1, maxLength: 3}), damages => {
        const bytes = packed.slice();
        for (const {at, bits} of damages) bytes[at] = (bytes[at] ?? 0) ^ bits;
        // Between the parts lie bytes that nothing reads.
        expect([undefined, listing]).toContainEqual(unpackListing(bytes));
      }),
      {numRuns: 2000},
    );
  });

  test('is none when the highest bits of two numbers are damaged', () => {
    const bytes = packed.slice();
    for (const at of [bytes.length - 1, bytes.length - 5]) bytes[at] = (bytes[at] ?? 0) ^ 0x80;
    expect(unpackListing(bytes)).toBeUndefined();
  });

  test('is none when it is cut or goes on', () => {
    const lengths = Array.from({length: packed.length + 64}, (_, length) => length);
    for (const length of lengths.filter(length => length !== packed.length)) {
      const bytes = new Uint8Array(length);
      bytes.set(packed.subarray(0, length));
      expect(unpackListing(bytes)).toBeUndefined();
    }
  });

  test('of another version is none', () => {
    const bytes = packed.slice();
    const version = new TextDecoder().decode(bytes).indexOf('\n') - 1;
    bytes[version] = (bytes[version] ?? 0) + 1;
    expect(unpackListing(bytes)).toBeUndefined();
  });
});
