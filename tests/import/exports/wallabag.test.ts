import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {AppError} from '../../../src/core/errors.ts';
import {itemsOfWallabag} from '../../../src/import/exports/wallabag.ts';

const entry = {
  is_archived: 1,
  is_starred: 0,
  user_name: 'ann',
  tags: ['sea', 'ports'],
  id: 7,
  title: 'The <em>harbour</em> &amp; the tide',
  url: 'https://www.harbour.example/tide',
  content: '<h1>The harbour &amp; the tide</h1><p>The tide <b>came in</b>. <a href="/more">More</a></p>',
  created_at: '2022-07-07T08:00:00+0200',
  updated_at: '2023-01-01T00:00:00+0100',
  published_at: '2022-07-06T06:00:00+0200',
  published_by: ['A. Reporter', 'B. Writer'],
  mimetype: 'text/html',
  language: 'pt_BR',
  reading_time: 1,
  domain_name: 'www.harbour.example',
  preview_picture: 'https://harbour.example/tide.jpg',
  http_status: '200',
};

const items = (value: unknown) => [...itemsOfWallabag(typeof value === 'string' ? value : JSON.stringify(value))];

describe('wallabag', () => {
  test('gives articles with all that it knows of them', () => {
    expect(items([entry])).toEqual([
      {
        kind: 'article',
        article: {
          title: 'The harbour & the tide',
          authors: ['A. Reporter', 'B. Writer'],
          source: {name: 'harbour.example', url: 'https://www.harbour.example/tide'},
          published: '2022-07-06T06:00:00+02:00',
          saved: '2022-07-07T08:00:00+02:00',
          lang: 'pt-BR',
          tags: ['sea', 'ports'],
          image: {src: 'https://harbour.example/tide.jpg'},
          related: [],
          body: 'The tide **came in**. [More](https://www.harbour.example/more)',
          marks: {isRead: true, isStarred: false},
        },
      },
    ]);
  });

  test('gives the same from its interface for programs, and from one entry', () => {
    const tags = [
      {id: 1, label: 'sea', slug: 'sea'},
      {id: 2, label: 'ports', slug: 'ports'},
    ];
    expect(items({page: 1, _embedded: {items: [{...entry, tags}]}})).toEqual(items([entry]));
    expect(items(entry)).toEqual(items([entry]));
  });

  test('knows the marks of its first version', () => {
    const {is_archived: _, is_starred: __, ...rest} = entry;
    const [item] = items([{...rest, is_read: '0', is_fav: '1', tags: 'sea,ports'}]);
    expect(item).toMatchObject({article: {marks: {isRead: false, isStarred: true}, tags: ['sea', 'ports']}});
  });

  test.each([
    ['nothing', null],
    ['blanks', ' <p> </p>'],
    ['the title alone', '<h1>The harbour &amp; the tide</h1>'],
    [
      'a note that it could not be fetched',
      '<p>wallabag can\'t retrieve contents for this article. Please <a href="https://doc.wallabag.example/errors">troubleshoot this issue</a>.</p>',
    ],
  ])('gives a page to be fetched where its text is %s', (_, content) => {
    expect(items([{...entry, content}])).toEqual([
      {
        kind: 'page',
        address: entry.url,
        known: {
          title: 'The harbour & the tide',
          published: '2022-07-06T06:00:00+02:00',
          saved: '2022-07-07T08:00:00+02:00',
          lang: 'pt-BR',
          marks: {isRead: true, isStarred: false},
          authors: ['A. Reporter', 'B. Writer'],
          tags: ['sea', 'ports'],
        },
      },
    ]);
  });

  test('keeps a text without an address, and names one without a title after its first words', () => {
    const [first, second] = items([
      {title: 'Note', content: '<p>Mine</p>'},
      {url: 'https://a.example/', content: '<p>The <b>tide</b> came in</p>'},
    ]);
    expect(first).toEqual({
      kind: 'article',
      article: {title: 'Note', authors: [], tags: [], related: [], body: 'Mine'},
    });
    expect(second).toMatchObject({article: {title: 'The tide came in'}});
  });

  test('tells of annotations, which are left out', () => {
    const [first, second] = items([
      {...entry, annotations: [{text: 'mine', quote: 'tide'}]},
      {...entry, annotations: []},
    ]);
    expect(first).toMatchObject({kind: 'article', problem: 'left out: its annotations'});
    expect(second).not.toHaveProperty('problem');
  });

  test('tells of entries that are none, and goes on', () => {
    expect(
      items([1, null, {}, {...entry, url: 'javascript:alert(1)', content: ''}, entry]).map(({kind}) => kind),
    ).toEqual(['failed', 'failed', 'failed', 'failed', 'article']);
  });

  test.each([
    ['cut off', JSON.stringify([entry]).slice(0, -20), /no JSON/],
    ['empty', '', /no JSON/],
    ['something else', '{"a": 1}', /no export of wallabag/],
    ['a number', '7', /no export of wallabag/],
    ['deep', '['.repeat(200_000), /no JSON/],
  ])('says so when the file is %s', (_, text, message) => {
    expect(() => items(text)).toThrow(AppError);
    expect(() => items(text)).toThrow(message);
  });

  test('of any values makes items', () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string()),
      fc.object(),
    );
    const odd = fc.record(Object.fromEntries(Object.keys(entry).map(name => [name, value])), {requiredKeys: []});
    fc.assert(
      fc.property(odd, changes => {
        for (const item of items([{...entry, ...changes}, changes])) {
          if (item.kind !== 'article') continue;
          expect(item.article.title).toMatch(/^[^\n]+$/);
          expect(item.article.body.trim()).not.toBe('');
        }
      }),
    );
  });
});
