import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {AppError} from '../../src/core/errors.ts';
import {createReferences, findArticle} from '../../src/core/find-article.ts';
import type {Library} from '../../src/core/library.ts';
import {field} from '../../src/core/sanitize.ts';
import {article, libraryOf} from '../support/articles.ts';

const library = libraryOf(
  ...['politics/border-rules', 'politics/autonomy-plan', 'history/vt100', 'world/politics', 'vt100-manual'].map(id =>
    article(id),
  ),
  ...[
    'news/2022-07-06-border-rules-again',
    'news/2022-07-07-summit',
    'Notes/Café',
    'guides/keys',
    'guides/old/keys',
  ].map(id => article(id)),
);

const failure = (from: Library, reference: string): AppError => {
  try {
    return expect.fail(`found ${findArticle(from, reference).id}`);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
};

describe('what a reference means', () => {
  test.each([
    ['an id', 'politics/border-rules', 'politics/border-rules'],
    ['an id, though it is the start of others', 'guides/keys', 'guides/keys'],
    ['the last segment', 'border-rules', 'politics/border-rules'],
    ['the last segments', 'old/keys', 'guides/old/keys'],
    ['a whole segment before the start of another', 'vt100', 'history/vt100'],
    ['the last segment before the start of a folder', 'politics', 'world/politics'],
    ['without the date of the file', 'summit', 'news/2022-07-07-summit'],
    ['without the date, in its folder', 'news/summit', 'news/2022-07-07-summit'],
    ['the start of an id', 'politics/b', 'politics/border-rules'],
    ['the start of a file name', 'auto', 'politics/autonomy-plan'],
    ['the start of a file name without its date', 'border-rules-a', 'news/2022-07-06-border-rules-again'],
    ['a file name', 'border-rules.md', 'politics/border-rules'],
    ['a path as the shell completes it', './guides/keys.markdown', 'guides/keys'],
    ['an index', 'guides/keys/index.md', 'guides/keys'],
    ['another case, where nothing fits otherwise', 'notes/CAFÉ', 'Notes/Café'],
    ['the name of its library before it', 'test:summit', 'news/2022-07-07-summit'],
  ])('%s', (_, reference, id) => {
    expect(findArticle(library, reference).id).toBe(id);
  });
});

test('a reference that fits several is refused with all of them', () => {
  const error = failure(library, 'keys');
  expect(error.code).toBe('ambiguous-article');
  expect(error.hint).toBe('say one of: guides/keys, guides/old/keys');
});

test('the start of several is refused too', () => {
  expect(failure(library, 'bord').hint).toContain('news/2022-07-06-border-rules-again, politics/border-rules');
});

test.each([
  ['politics/boarder-rules', 'politics/border-rules'],
  ['sumit', 'news/2022-07-07-summit'],
  ['rules', 'politics/border-rules'],
])('no article "%s": %s is offered', (reference, offered) => {
  const error = failure(library, reference);
  expect(error.code).toBe('nothing-found');
  expect(error.hint).toContain(offered);
});

test.each(['', '   ', '/', 'xyzzy-nothing-like-it'])('%j finds nothing, and says where to look', reference => {
  expect(failure(library, reference).code).toBe('nothing-found');
});

test('two libraries with the same id are told apart by name', () => {
  const two: Library = {
    articles: [article('a/b'), {...article('a/b'), library: field('other: side')}],
    failures: [],
    folders: [
      {name: field('test'), path: '/one'},
      {name: field('other: side'), path: '/two'},
    ],
  };
  expect(failure(two, 'a/b').hint).toBe('say one of: other: side:a/b, test:a/b');
  expect(findArticle(two, 'other: side:a/b').library).toBe('other: side');
  expect(findArticle(two, 'test:b').library).toBe('test');
});

test('what an article is called finds it again', () => {
  const segment = fc.constantFrom('a', 'b', 'A', '2022-07-06-a', 'a b', 'index');
  const id = fc.array(segment, {minLength: 1, maxLength: 3}).map(parts => parts.join('/'));
  const name = fc.constantFrom('one', 'two', 'one:a');
  const places = fc.uniqueArray(fc.tuple(name, id), {selector: parts => parts.join('\n'), minLength: 1, maxLength: 6});
  fc.assert(
    fc.property(places, parts => {
      const some: Library = {
        articles: parts.map(([where, what]) => ({...article(what), library: field(where)})),
        failures: [],
        folders: ['one', 'two', 'one:a'].map(folder => ({name: field(folder), path: `/${folder}`})),
      };
      const referenceOf = createReferences(some);
      for (const each of some.articles) {
        expect(findArticle(some, referenceOf(each))).toBe(each);
      }
    }),
    {numRuns: 1000},
  );
});
