import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {packListing, unpackListing} from '../../../src/core/listing/packed.ts';
import {article} from '../../support/articles.ts';
import {listingOf} from '../../support/listing.ts';

const listing = listingOf(
  article('politics/a', {title: 'Élan', section: 'World', published: '2022-07-06'}),
  article('b', {isHidden: true, problem: 'broken'}),
  article('北京'),
);
const packed = packListing(listing);

/** At an address of our choice, as it may be read from a file. */
const copyOf = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);

test('what is packed is unpacked as it was', () => {
  const again = unpackListing(copyOf(packed));
  expect(again).toEqual(listing);
});

test.each([0, 1, 2, 3, 8])('so are %i articles', count => {
  const some = listingOf(...Array.from({length: count}, (_, at) => article(`a${at}`, {title: 'x'.repeat(at)})));
  expect(unpackListing(copyOf(packListing(some)))).toEqual(some);
});

test('unpacking copies no columns', () => {
  const bytes = copyOf(packed);
  expect(unpackListing(bytes)?.columns.row.buffer).toBe(bytes.buffer);
});

describe('what cannot be used is none', () => {
  test('another version', () => {
    const bytes = copyOf(packed);
    bytes['newsprint listing '.length] = '9'.charCodeAt(0);
    expect(unpackListing(bytes)).toBeUndefined();
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('newsprint listing 1\n')],
    ['zeroes', new Uint8Array(1024)],
  ])('%s', (_, bytes) => {
    expect(unpackListing(bytes)).toBeUndefined();
  });

  test('any byte that changed after the head of the format', () => {
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.integer({min: 1, max: 255}), (at, change) => {
        const bytes = copyOf(packed);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        const read = unpackListing(bytes);
        // Between the name of the format and the checksum lies nothing but padding.
        if (read !== undefined) expect([at >= 20 && at < 40, read]).toEqual([true, listing]);
      }),
      {numRuns: 2000},
    );
  });

  test('any part of it', () => {
    for (let length = 0; length < packed.length; length++) {
      expect(unpackListing(copyOf(packed.subarray(0, length)))).toBeUndefined();
    }
  });
});
