import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  dayNumber,
  dayOfNumber,
  type Grouped,
  groupByDay,
  groupBySection,
  listedDays,
} from '../../../src/core/listing/groups.ts';
import {entryAt} from '../../../src/core/listing/listing.ts';
import {article} from '../../support/articles.ts';
import {listingOf} from '../../support/listing.ts';

/** The groups with what they hold. */
const held = ({entries, groups: {starts, keys}}: Grouped) =>
  Array.from(starts, (start, group) => ({
    key: keys[group],
    entries: [...entries.subarray(start, starts[group + 1] ?? entries.length)],
  }));

const few = fc.array(fc.integer({min: 0, max: 5}), {maxLength: 40});

test('every article is in the group of its key, in the order of the list; the groups are in the order of their keys', () => {
  fc.assert(
    fc.property(few, keys => {
      const entries = Int32Array.from(keys, (_, index) => index);
      const wanted = [0, 1, 2, 3, 4, 5]
        .map(key => ({key, entries: [...entries].filter(entry => keys[entry] === key)}))
        .filter(group => group.entries.length > 0);
      expect(held(groupBySection(entries, entry => keys[entry] ?? 0, 6))).toEqual(wanted);
      const dated = wanted.filter(({key}) => key !== 0);
      const undated = wanted.filter(({key}) => key === 0);
      const dayOf = (entry: number) => keys[entry] ?? 0;
      expect(held(groupByDay(entries, dayOf, {first: 'oldest'}))).toEqual([...dated, ...undated]);
      expect(held(groupByDay(entries, dayOf, {first: 'newest'}))).toEqual([...dated.toReversed(), ...undated]);
    }),
  );
});

test('the days of a listing are those that its entries show', () => {
  const listing = listingOf(
    article('a', {published: '2022-07-06', title: '2020-01-01 in the title'}),
    article('2019/b', {section: '1999'}),
    article('c', {published: '0099-12-31'}),
    article('-'),
  );
  const shown = Array.from({length: listing.length}, (_, position) => dayNumber(entryAt(listing, position).day));
  expect([...listedDays(listing)]).toEqual(shown);
  expect(shown.filter(day => day !== 0).map(dayOfNumber)).toEqual(['2022-07-06', '0099-12-31']);
});
