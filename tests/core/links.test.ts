import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Article} from '../../src/core/article.ts';
import {createLinkResolver, type LinkTarget} from '../../src/core/links.ts';
import {article, libraryOf} from '../support/articles.ts';

const from = article('politics/a', {source: 'https://news.example/politics/a.html'});
const homemade = article('politics/homemade');
const library = libraryOf(
  from,
  homemade,
  article('politics/b', {title: 'The Plan for Ceuta'}),
  article('guides/b'),
  article('guides/with space', {source: 'http://news.example/guides/space/'}),
  article('2022/2022-07-06-dated'),
  {...article('folder'), path: '/library/folder/index.md'} as Article,
);
const resolveLink = createLinkResolver(library);

const shown = (target: LinkTarget): string => {
  switch (target.kind) {
    case 'article':
      return `${target.article.id}${target.anchor === undefined ? '' : `#${target.anchor}`}`;
    case 'web':
      return target.url;
    case 'anchor':
      return `#${target.anchor}`;
    case 'nowhere':
      return 'nowhere';
  }
};

describe('a link leads to the article it means', () => {
  test.each([
    ['b.md', 'politics/b'],
    ['b', 'politics/b'],
    ['./b.md#why%20not', 'politics/b#why not'],
    ['../guides/b.md', 'guides/b'],
    ['/guides/b.md', 'guides/b'],
    ['../guides/with%20space.md?x=1', 'guides/with space'],
    ['../folder/index.md', 'folder'],
    ['../folder/', 'folder'],
    ['with space.md', 'guides/with space'],
    ['wiki:b', 'politics/b'],
    ['wiki:guides/B', 'guides/b'],
    ['wiki:B#Heading', 'politics/b#Heading'],
    ['wiki:the plan for ceuta', 'politics/b'],
    ['wiki:dated', '2022/2022-07-06-dated'],
    ['wiki:#Below', '#Below'],
    ['ref:2022-07-06-dated.md', '2022/2022-07-06-dated'],
    ['ref:/guides/b', 'guides/b'],
    ['ref:/content/guides/b.md', 'nowhere'],
    ['ref:/topics/b', 'nowhere'],
    ['wiki:missing', 'nowhere'],
    ['https://news.example/guides/space?utm_source=mail', 'guides/with space'],
    ['https://news.example/guides/space/#part', 'guides/with space#part'],
    ['#below', '#below'],
  ])('%s → %s', (href, expected) => {
    expect(shown(resolveLink(href, from))).toBe(expected);
  });
});

describe('what is no article', () => {
  test.each([
    ['https://example.org/x?y=1', 'https://example.org/x?y=1'],
    ['//example.org/x', 'https://example.org/x'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    // As seen from the page it was saved from.
    ['other.html', 'https://news.example/politics/other.html'],
    ['/about', 'https://news.example/about'],
    ['../guides/space/', 'guides/with space'],
    ['https://news.example/politics/a.html', 'https://news.example/politics/a.html'],
  ])('%s → %s', (href, expected) => {
    expect(shown(resolveLink(href, from))).toBe(expected);
  });

  test.each([
    'missing.md',
    '/etc/passwd',
    '../../../../etc/passwd',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    '',
    '#',
    '%',
    '%E0%A4%A',
  ])('%j leads nowhere from an article without a source', href => {
    expect(resolveLink(href, homemade).kind).toBe('nowhere');
  });

  test('whatever is written, only articles of the library and harmless addresses come out, and nothing that acts on a terminal', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({unit: 'binary'}), fc.webUrl({withQueryParameters: true, withFragments: true})),
        fc.constantFrom('', 'wiki:', 'ref:', '#', '//', 'javascript:', '\u001b]8;;'),
        (text, prefix) => {
          const target = resolveLink(prefix + text, from);
          if (target.kind === 'article') expect(library.articles).toContain(target.article);
          if (target.kind === 'web') expect(target.url).toMatch(/^(?:https?|mailto|gemini|gopher|ftps?):[\x21-\x7e]*$/);
          expect(shown(target)).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e]/);
        },
      ),
    );
  });
});

test('of two libraries with the same names, links stay in their own', () => {
  const elsewhere = {...article('b'), library: 'other', path: '/other/b.md'} as Article;
  const here = {...article('deep/er/b')} as Article;
  const both = createLinkResolver({
    ...libraryOf(elsewhere, here),
    folders: [...libraryOf().folders, {name: elsewhere.library, path: '/other'}],
  });
  expect(shown(both('wiki:b', homemade))).toBe('deep/er/b');
  expect(shown(both('/b.md', {...homemade, library: elsewhere.library}))).toBe('b');
});
