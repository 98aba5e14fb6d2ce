import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Article} from '../../../src/core/article.ts';
import {visiblePositions} from '../../../src/core/listing/listing.ts';
import {type SortKey, sortKeys, sortPositions} from '../../../src/core/listing/sort.ts';
import {article} from '../../support/articles.ts';
import {listedArticles, listingOf} from '../../support/listing.ts';

const ids = (articles: readonly Article[]): string[] => articles.map(({id}) => id);

/** All of them, in the order that a listing gives its positions for a key. */
const sorted = (
  articles: readonly Article[],
  key: SortKey,
  {reverse = false}: {readonly reverse?: boolean} = {},
): readonly Article[] => {
  const listing = listingOf(...articles);
  const listed = listedArticles(listing, articles);
  const all = visiblePositions(listing, {all: true});
  const positions = sortPositions(listing, all, {key, isReversed: reverse}, wanted =>
    Array.from(wanted, position => listed[position] as Article),
  );
  return Array.from(positions, position => listed[position] as Article);
};

const three = [
  article('b', {published: '2022-07-06', title: '“Zebra”', section: 'World', body: 'one'}),
  article('a', {published: '2022-07-06', title: 'apple', body: 'one two three'}),
  article('c', {published: '2022-07-08', title: 'Élan', section: 'Arts', body: 'one two'}),
];

describe('sorting', () => {
  test.each([
    ['date', false, ['c', 'a', 'b']],
    ['date', true, ['a', 'b', 'c']],
    ['title', false, ['a', 'c', 'b']],
    ['title', true, ['b', 'c', 'a']],
    ['section', false, ['c', 'b', 'a']],
    ['section', true, ['b', 'c', 'a']],
    ['length', false, ['b', 'c', 'a']],
    ['id', true, ['c', 'b', 'a']],
  ] as const)('by %s, reversed %s', (key, reverse, expected) => {
    expect(ids(sorted(three, key, {reverse}))).toEqual(expected);
  });

  test('articles without a date come last both ways', () => {
    const some = [article('undated'), ...three];
    expect(ids(sorted(some, 'date')).at(-1)).toBe('undated');
    expect(ids(sorted(some, 'date', {reverse: true})).at(-1)).toBe('undated');
  });

  test('an article that was only saved is sorted by that day', () => {
    const [saved] = [article('saved', {published: '2022-07-07'})];
    const {published, ...rest} = saved as Article;
    const some = [...three, {...rest, ...(published && {saved: published})}];
    expect(ids(sorted(some, 'date'))).toEqual(['c', 'saved', 'a', 'b']);
  });

  test('any key gives every article once, in an order that does not depend on the order before', () => {
    const parts = fc.record({
      title: fc.constantFrom('a', 'B', 'á'),
      section: fc.constantFrom('x', 'y'),
      published: fc.constantFrom('2022-07-06', '2022-07-07'),
    });
    const some = fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), parts), {maxLength: 8})
      .map(list => list.map(([id, rest], at) => article(`${id}${at}`, rest)));
    fc.assert(
      fc.property(some, fc.constantFrom(...sortKeys), fc.boolean(), (articles, key, reverse) => {
        const order = ids(sorted(articles, key, {reverse}));
        expect([...order].sort()).toEqual(ids(articles).sort());
        expect(ids(sorted([...articles].reverse(), key, {reverse}))).toEqual(order);
      }),
    );
  });
});

test('hidden articles are shown only when all are asked for', () => {
  const listing = listingOf(article('draft', {isHidden: true}), article('a'));
  expect([...visiblePositions(listing)]).toEqual([0]);
  expect([...visiblePositions(listing, {all: true})]).toEqual([0, 1]);
});
