import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type Article, articleDate} from '../../../src/core/article.ts';
import {entryAt, visiblePositions} from '../../../src/core/listing/listing.ts';
import {type SortKey, sortKeys, sortPositions} from '../../../src/core/listing/sort.ts';
import {readingTime} from '../../../src/core/reading-time.ts';
import {field} from '../../../src/core/sanitize.ts';
import {article} from '../../support/articles.ts';
import {listedArticles, listingOf} from '../../support/listing.ts';

const sortedIds = (articles: readonly Article[], key: SortKey, isReversed = false): string[] => {
  const listing = listingOf(...articles);
  const listed = listedArticles(listing, articles);
  const all = visiblePositions(listing, {all: true});
  const sorted = sortPositions(listing, all, {key, isReversed}, positions =>
    Array.from(positions, position => listed[position] as Article),
  );
  return Array.from(sorted, position => entryAt(listing, position).id);
};

const three = [
  article('b', {published: '2022-07-06', title: '“Zebra”', section: 'World', body: 'one'}),
  article('a', {published: '2022-07-06', title: 'apple', body: 'one two three'}),
  article('c', {published: '2022-07-08', title: 'Élan', section: 'Arts', body: 'one two'}),
];

test.each([
  ['date', false, ['c', 'a', 'b']],
  ['date', true, ['a', 'b', 'c']],
  ['title', false, ['a', 'c', 'b']],
  ['title', true, ['b', 'c', 'a']],
  ['section', false, ['c', 'b', 'a']],
  ['section', true, ['b', 'c', 'a']],
  ['length', false, ['b', 'c', 'a']],
  ['id', true, ['c', 'b', 'a']],
] as const)('by %s, reversed %s', (key, isReversed, expected) => {
  expect(sortedIds(three, key, isReversed)).toEqual(expected);
});

test('articles without a date come last both ways', () => {
  const some = [article('undated'), ...three];
  expect(sortedIds(some, 'date').at(-1)).toBe('undated');
  expect(sortedIds(some, 'date', true).at(-1)).toBe('undated');
});

test('an article that was only saved is listed by that day, and has no day of publication', () => {
  const {published, ...rest} = article('saved', {published: '2022-07-07'});
  const saved: Article = {...rest, ...(published && {saved: published})};
  expect(sortedIds([...three, saved], 'date')).toEqual(['c', 'saved', 'a', 'b']);
  expect(sortedIds([...three, saved], 'published')).toEqual(['c', 'a', 'b', 'saved']);
  expect(sortedIds([...three, saved], 'saved')[0]).toBe('saved');
});

/** Small choices, so that many are equal. */
const someArticles = (() => {
  const day = fc.constantFrom('2022-07-06', '2022-07-07', undefined);
  const date = day.map(text => (text === undefined ? undefined : article('x', {published: text}).published));
  const parts = fc.record({
    ...{published: date, updated: date, saved: date},
    title: fc.constantFrom('a', '“B”', 'á', '- '),
    section: fc.constantFrom('x', 'y', undefined),
    author: fc.constantFrom('Ann', 'bob', undefined),
    source: fc.constantFrom('Źródło', 'agency', undefined),
    body: fc.constantFrom('', 'one', 'one two'),
  });
  return fc.array(parts, {maxLength: 10}).map(list =>
    list.map(({published, updated, saved, title, section, author, source, body}, at): Article => {
      const {published: none, ...bare} = article(`${'dbca'[at % 4]}${at}`, {title, body, ...(section && {section})});
      return {
        ...bare,
        ...(published && {published}),
        ...(updated && {updated}),
        ...(saved && {saved}),
        authors: author === undefined ? [] : [field(author)],
        ...(source !== undefined && {source: {name: field(source)}}),
      };
    }),
  );
})();

/** What the order says of an article, told apart from how the listing keeps it. */
const plain = (text: string | undefined): string | undefined =>
  text
    ?.normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[“"\s]+/, '');

const plainValues: Readonly<Record<SortKey, (article: Article) => string | number | undefined>> = {
  date: one => articleDate(one)?.time,
  published: one => one.published?.time,
  updated: one => one.updated?.time,
  saved: one => one.saved?.time,
  title: one => plain(one.title),
  section: one => plain(one.section),
  author: one => plain(one.authors[0]),
  source: one => plain(one.source?.name),
  length: one => readingTime(one).words,
  id: one => one.id,
};

const falling: readonly SortKey[] = ['date', 'published', 'updated', 'saved'];

test('every order is that of a plain sort of the articles, whatever order they came in', () => {
  fc.assert(
    fc.property(someArticles, fc.constantFrom(...sortKeys), fc.boolean(), (articles, key, isReversed) => {
      const usual = [...articles].sort((a, b) => {
        const [one, other] = [a, b].map(each => articleDate(each)?.time ?? Number.NEGATIVE_INFINITY);
        return one === other ? (a.id < b.id ? -1 : 1) : (other ?? 0) > (one ?? 0) ? 1 : -1;
      });
      const turned = falling.includes(key) === isReversed ? 1 : -1;
      const has = usual.filter(each => plainValues[key](each) !== undefined);
      const lacks = usual.filter(each => plainValues[key](each) === undefined);
      const valueIn = (each: Article): string | number => plainValues[key](each) ?? '';
      const sorted = has.sort((a, b) => {
        const [one, other] = [valueIn(a), valueIn(b)];
        return one === other ? 0 : turned * (one < other ? -1 : 1);
      });
      const expected = [...sorted, ...lacks].map(({id}) => id as string);
      expect(sortedIds(articles, key, isReversed)).toEqual(expected);
      expect(sortedIds([...articles].reverse(), key, isReversed)).toEqual(expected);
    }),
    {numRuns: 500},
  );
});

test('hidden articles are shown only when all are asked for', () => {
  const listing = listingOf(article('draft', {isHidden: true}), article('a'));
  expect([...visiblePositions(listing)]).toEqual([0]);
  expect([...visiblePositions(listing, {all: true})]).toEqual([0, 1]);
});
