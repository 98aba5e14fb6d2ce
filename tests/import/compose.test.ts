import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseArticle} from '../../src/core/parse-article.ts';
import {field} from '../../src/core/sanitize.ts';
import {composeArticle} from '../../src/import/compose.ts';
import type {ImportedArticle} from '../../src/import/imported-article.ts';

const bare: ImportedArticle = {title: 'Border rules', authors: [], tags: [], related: [], body: 'They change.'};

const readBack = (text: string) =>
  parseArticle({
    ...{id: field('a'), library: field('l'), path: '/l/a.md', relativePath: 'a.md'},
    bytes: new TextEncoder().encode(text),
  });

const full: ImportedArticle = {
  title: 'Rabat and Madrid: “renewed” ties',
  standfirst: 'Officials met — for the first time',
  section: 'Politics',
  authors: ['A. Reporter', 'B. Writer'],
  source: {name: 'Example News', url: 'https://example.org/a?b=1&copy=2'},
  published: '2022-07-06',
  updated: '2022-07-06T10:00:00+02:00',
  saved: '2022-07-07T08:00:00Z',
  lang: 'en',
  tags: ['Morocco', 'Spain'],
  image: {src: 'https://example.org/m.jpg', alt: 'Two officials', caption: 'They shake hands', credit: 'PHOTO/FILE'},
  related: ['https://example.org/b'],
  body: 'First paragraph.\n\nSecond.',
};

test('writes the keys in the order of the format, lists on one line', () => {
  expect(composeArticle(full)).toBe(`---
title: "Rabat and Madrid: “renewed” ties"
standfirst: Officials met — for the first time
section: Politics
authors: [A. Reporter, B. Writer]
source: {name: Example News, url: https://example.org/a?b=1&copy=2}
published: 2022-07-06
updated: 2022-07-06T10:00:00+02:00
saved: 2022-07-07T08:00:00Z
lang: en
tags: [Morocco, Spain]
image: {src: https://example.org/m.jpg, alt: Two officials, caption: They shake hands, credit: PHOTO/FILE}
related: [https://example.org/b]
---

First paragraph.

Second.
`);
});

test('leaves out what is not known', () => {
  expect(composeArticle({...bare, body: ''})).toBe('---\ntitle: Border rules\n---\n');
  expect(
    composeArticle({...bare, published: 'yesterday', source: {url: 'javascript:alert(1)'}, image: {src: ''}}),
  ).toBe('---\ntitle: Border rules\n---\n\nThey change.\n');
});

describe('a title comes back as it was', () => {
  test.each([
    ...[
      '1984',
      'true',
      'null',
      '2022-07-06',
      '~',
      '- a',
      '# a',
      '@a',
      '*a*',
      '`a`',
      "it's",
      '"quoted"',
      'a: b',
      'a #b',
    ],
    ...[
      'AT&amp;T',
      'AT&T',
      '&lt;b&gt;',
      '&#27;[31m',
      '[[a]]',
      '![[a|b]]',
      '{a: b}',
      '[a]',
      '!tag a',
      '&anchor',
      '%a',
      '...',
      '---',
    ],
    ...['ŁÓDŹ', '北京', 'العربية', '👩‍👩‍👧 family', '\\', '\\n', 'a\\', '"', '| a', '> a', '? a', ': a', 'a:', 'a,b'],
  ])('%s', title => {
    const read = readBack(composeArticle({...bare, title}));
    expect(read.title).toBe(field(title));
    expect(read.problems).toEqual([]);
  });
});

test('escape sequences and bidi overrides are not written', () => {
  const text = composeArticle({
    ...full,
    title: 'a\u001b[31mb\u202e',
    tags: ['\u0007x'],
    body: 'a\u001b]0;t\u0007b\u202e',
  });
  expect(text).not.toMatch(/[\0-\x08\x0b-\x1f\u202a-\u202e]/);
});

test('the text is composed Unicode', () => {
  expect(composeArticle({...bare, body: 'Cafe\u0301'})).toContain('Café');
});

const line = fc.oneof(
  fc.string(),
  fc.string({unit: 'grapheme'}),
  fc.constantFrom('&amp;', '[[a]]', 'By A', '#tag', '---'),
);
const date = fc.constantFrom('2022-07-06', '2022-07-06T08:00:00Z', '2022-07-06T08:00:00+05:30', 'soon', '');
const article: fc.Arbitrary<ImportedArticle> = fc.record(
  {
    ...{title: line, standfirst: line, section: line, lang: line, body: line},
    ...{authors: fc.array(line), tags: fc.array(line), related: fc.array(line)},
    ...{published: date, updated: date, saved: date},
    source: fc.record({name: line, url: fc.oneof(fc.webUrl({withQueryParameters: true, withFragments: true}), line)}),
    image: fc.record({src: line, alt: line, caption: line, credit: line}),
  },
  {requiredKeys: ['title', 'authors', 'tags', 'related', 'body']},
);

test('whatever comes in, the file has no problems and reads back as what was meant', () => {
  fc.assert(
    fc.property(article, given => {
      const read = readBack(composeArticle(given));
      expect(read.problems).toEqual([]);
      const {published, source, image, body} = read;
      const again = composeArticle({
        ...read,
        source: {...source},
        ...{published: published?.iso ?? '', updated: read.updated?.iso ?? '', saved: read.saved?.iso ?? ''},
        ...(image === undefined ? {} : {image}),
        body,
      });
      expect(readBack(again)).toEqual(read);
    }),
  );
});
