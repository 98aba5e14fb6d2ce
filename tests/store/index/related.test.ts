import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Article} from '../../../src/core/article.ts';
import type {Library} from '../../../src/core/library.ts';
import {createLinkResolver} from '../../../src/core/links.ts';
import {createRelatedness, type Relatedness} from '../../../src/core/related.ts';
import {field} from '../../../src/core/sanitize.ts';
import {article, libraryOf} from '../../support/articles.ts';
import {createRelatedIndex} from '../../support/related-index.ts';

const indexOf = (library: Library): Relatedness => {
  const index = createRelatedIndex(library.folders);
  index.add(...library.articles);
  return index.relatedness();
};

const inMemory = (library: Library): Relatedness =>
  createRelatedness(library, {resolveLink: createLinkResolver(library)});

const answers = (relatedness: Relatedness, from: Article) => ({
  related: relatedness.relatedTo(from, 10).map(({article: other, score, reasons}) => ({id: other.id, score, reasons})),
  more: relatedness.moreInSection(from, 5).map(({id}) => id),
});

/** Words of some subjects, so that articles have something in common, in several scripts. */
const vocabulary =
  'Sahara Rabat Sánchez vote talks border water price harvest orchestra violin bridge engine river 西撒哈拉 自治 سبتة Ceuta the of and'.split(
    ' ',
  );
const sentence = fc.array(fc.constantFrom(...vocabulary), {minLength: 3, maxLength: 40}).map(words => words.join(' '));

const drafts = fc.array(
  fc.record({
    title: fc.array(fc.constantFrom(...vocabulary), {minLength: 1, maxLength: 5}).map(words => words.join(' ')),
    body: sentence,
    lang: fc.constantFrom('en', 'es', undefined),
    day: fc.constantFrom('2022-07-06', '2022-07-05', '2020-01-01', undefined),
    section: fc.constantFrom('Politics', 'politics', 'Guides', undefined),
    folder: fc.constantFrom('', 'news/', 'news/deep/'),
    isHidden: fc.integer({max: 9}).map(die => die === 0),
    links: fc.array(
      fc.tuple(fc.nat(11), fc.constantFrom('md', 'wiki', 'up', 'root', 'title', 'listed', 'web', 'webpage' as const)),
      {maxLength: 3},
    ),
    source: fc.constantFrom(true, false),
  }),
  {minLength: 1, maxLength: 12},
);

const idOf = (i: number, folder: string) => `${folder}${i % 2 === 0 ? '' : '2022-07-06-'}a${i}`;

const articlesOf = (made: typeof drafts extends fc.Arbitrary<infer Drafts> ? Drafts : never): readonly Article[] =>
  made.map(({title, body, lang, day, section, folder, isHidden, links, source}, i) => {
    const write = {
      md: (to: number) => `[x](a${to}.md)`,
      wiki: (to: number) => `[[a${to}]]`,
      up: (to: number) => `[x](../${idOf(to, made[to]?.folder ?? '')}.md)`,
      root: (to: number) => `[x](/${idOf(to, made[to]?.folder ?? '')})`,
      title: (to: number) => `[[${made[to]?.title ?? ''}]]`,
      listed: () => '',
      web: (to: number) => `[x](http://Example.org/News/a${to}/?utm_source=x#top)`,
      webpage: (to: number) => `[x](../news/a${to})`,
    };
    return {
      ...article(idOf(i, folder), {
        title,
        body: `${body} ${links.map(([to, how]) => write[how as keyof typeof write](to)).join(' ')}`,
        related: links.filter(([, how]) => how === 'listed').map(([to]) => `a${to}`),
        isHidden,
        ...(section !== undefined && {section}),
        ...(day !== undefined && {published: day}),
        ...(source && {source: `https://example.org/News/a${i}`}),
      }),
      ...(lang !== undefined && {lang: field(lang)}),
    };
  });

test('the index answers as the library in memory does', () => {
  fc.assert(
    fc.property(drafts, made => {
      const library = libraryOf(...articlesOf(made));
      const [indexed, remembered] = [indexOf(library), inMemory(library)];
      for (const from of library.articles) expect(answers(indexed, from)).toEqual(answers(remembered, from));
    }),
    {numRuns: 80},
  );
});

test('added and removed in any order and in any batches, it answers as if it had been made of what is left', () => {
  fc.assert(
    fc.property(drafts, fc.array(fc.nat(1000), {minLength: 1, maxLength: 40}), (made, dice) => {
      const articles = articlesOf(made);
      const library = libraryOf(...articles);
      const index = createRelatedIndex(library.folders);
      const rows = new Map<Article, number>();
      const relatedness = index.relatedness();
      for (const die of dice) {
        const one = articles[die % articles.length] as Article;
        const row = rows.get(one);
        if (row === undefined) {
          const batch = articles.filter((other, i) => other === one || (die % 7 === i % 7 && !rows.has(other)));
          for (const [i, added] of index.add(...batch).entries()) rows.set(batch[i] as Article, added);
        } else {
          index.remove(row);
          rows.delete(one);
        }
        if (die % 5 === 0) index.settle();
        // An index that is open sees what was changed.
        relatedness.relatedTo(one, 1);
      }
      const left = libraryOf(...articles.filter(one => rows.has(one)));
      const fresh = inMemory(left);
      for (const from of articles) expect(answers(relatedness, from)).toEqual(answers(fresh, from));
    }),
    {numRuns: 60},
  );
});

test('what was removed leaves nothing behind once its segments were merged', () => {
  const index = createRelatedIndex([]);
  const rows = index.add(...Array.from({length: 20}, (_, i) => article(`a${i}`, {body: `Western Sahara ${i}`})));
  index.remove(...rows);
  index.add(article('last'));
  const count = (table: string) => index.database.prepare(`SELECT count(*) AS n FROM ${table}`).get<{n: number}>()?.n;
  expect(count('related_segments')).toBe(1);
  expect(count('related_removed')).toBe(0);
  expect(count('related_articles')).toBe(1);
});

test('what came in one go is settled together, and a little more is not worth it', () => {
  const index = createRelatedIndex([]);
  const add = (from: number, count: number) =>
    index.add(...Array.from({length: count}, (_, i) => article(`a${from + i}`, {body: `Western Sahara ${i}`})));
  const sizes = () =>
    index.database
      .prepare('SELECT length(documents) / 56 AS size FROM related_segments ORDER BY size')
      .all<{size: number}>()
      .map(({size}) => size);
  for (const [from, count] of [
    [0, 40],
    [40, 20],
    [60, 3],
  ] as const)
    add(from, count);
  index.settle();
  expect(sizes()).toEqual([63]);
  add(63, 3);
  index.settle();
  expect(sizes()).toEqual([3, 63]);
});

test('an article that is changed and changed back within one transaction is there once', () => {
  const library = libraryOf(article('from', {body: 'Talks on Western Sahara.'}), article('other'));
  const index = createRelatedIndex(library.folders);
  const [from, other] = library.articles as [Article, Article];
  index.add(from);
  const changed = {...other, body: 'Envoys from Western Sahara went to Geneva and to New York.'};
  const [row] = index.add(changed);
  index.remove(row as number);
  index.add(changed);
  expect(index.relatedness().relatedTo(from, 5)).toHaveLength(1);
});

describe('a re-post is never suggested first', () => {
  const text =
    'The orchard opened late because frost had damaged the blossom, and pickers waited for warmer weather. Engineers tested the lift for weeks before the tower admitted its first visitors to the gallery.';
  const library = libraryOf(
    article('from', {body: `${text} See [the first version](linked.md).`, related: ['listed']}),
    article('linked', {title: 'Frost in the orchard', body: text}),
    article('listed', {title: 'The gallery of the tower', body: `${text} First published elsewhere.`}),
    article('linking', {title: 'Once more', body: `${text} As told in [[from]].`}),
    article('other', {body: 'After the frost the orchard is in blossom again; the pickers are back in the orchard.'}),
    ...Array.from({length: 6}, (_, i) => article(`unrelated/${i}`)),
  );

  test.each([
    ['in memory', inMemory],
    ['from the index', indexOf],
  ])('not by its text, nor when an editor linked or listed it: %s', (_, make) => {
    const [from] = library.articles as readonly [Article];
    expect(
      make(library)
        .relatedTo(from, 9)
        .map(({article: one}) => one.id),
    ).toEqual(['other']);
  });
});

test('a re-post is told by most of its words, though some were replaced', () => {
  const words = Array.from({length: 400}, (_, i) => `word${(i * 7919) % 997}`);
  const library = libraryOf(
    article('from', {body: words.join(' ')}),
    article('edited', {title: 'Edited', body: words.map((word, i) => (i % 12 === 5 ? `other${i}` : word)).join(' ')}),
    article('follow-up', {title: 'Follow-up', body: words.filter((_, i) => i % 3 === 0).join(' ')}),
    ...Array.from({length: 6}, (_, i) => article(`unrelated/${i}`)),
  );
  const [from] = library.articles as readonly [Article];
  expect(
    indexOf(library)
      .relatedTo(from, 5)
      .map(({article: one}) => one.id),
  ).toEqual(['follow-up']);
});

test('hostile text comes out of the index harmless', () => {
  const nasty = 'Western\u202e Sah\u001bara &#27;]0;Evil Title&#7; Evil\u009b Title.';
  const library = libraryOf(
    article('from', {body: `The orchard. ${nasty.repeat(3)} [x](\u001b[2J.md) [[\u202e|\0]]`}),
    article('similar', {title: `x'); DROP TABLE articles; --`, body: `${nasty} The violin. [x](from.md#\u0007)`}),
    article('unrelated'),
  );
  const [from] = library.articles as readonly [Article];
  const related = indexOf(library).relatedTo(from, 5);
  expect(related.map(({article: one}) => one.id)).toEqual(['similar']);
  expect(JSON.stringify(related[0]?.reasons)).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e]|\\u001b/);
});
