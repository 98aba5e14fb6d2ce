import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Article} from '../../src/core/article.ts';
import {sectionsOf, sortArticles, sortKeys, unifySections, visibleArticles} from '../../src/core/library.ts';
import {article} from '../support/articles.ts';

const ids = (articles: readonly Article[]): string[] => articles.map(({id}) => id);

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
    expect(ids(sortArticles(three, key, {reverse}))).toEqual(expected);
  });

  test('articles without a date come last both ways', () => {
    const some = [article('undated'), ...three];
    expect(ids(sortArticles(some, 'date')).at(-1)).toBe('undated');
    expect(ids(sortArticles(some, 'date', {reverse: true})).at(-1)).toBe('undated');
  });

  test('an article that was only saved is sorted by that day', () => {
    const [saved] = [article('saved', {published: '2022-07-07'})];
    const {published, ...rest} = saved as Article;
    const some = [...three, {...rest, ...(published && {saved: published})}];
    expect(ids(sortArticles(some, 'date'))).toEqual(['c', 'saved', 'a', 'b']);
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
        const sorted = ids(sortArticles(articles, key, {reverse}));
        expect([...sorted].sort()).toEqual(ids(articles).sort());
        expect(ids(sortArticles([...articles].reverse(), key, {reverse}))).toEqual(sorted);
      }),
    );
  });
});

test('hidden articles are shown only when all are asked for', () => {
  const some = [article('draft', {isHidden: true}), article('a')];
  expect(ids(visibleArticles(some))).toEqual(['a']);
  expect(ids(visibleArticles(some, {all: true}))).toEqual(['draft', 'a']);
});

test('the fullest section comes first, equals by name', () => {
  const some = ['World', 'Arts', 'Éire', 'World', 'Economy'].map((section, at) => article(`${at}`, {section}));
  expect(sectionsOf([...some, article('none')])).toEqual([
    {name: 'World', count: 2},
    {name: 'Arts', count: 1},
    {name: 'Economy', count: 1},
    {name: 'Éire', count: 1},
  ]);
});

test('a section is spelled as most have it', () => {
  const some = ['politics', 'Politics', 'Politics', 'World'].map((section, at) => article(`${at}`, {section}));
  expect(sectionsOf(unifySections(some))).toEqual([
    {name: 'Politics', count: 3},
    {name: 'World', count: 1},
  ]);
});
