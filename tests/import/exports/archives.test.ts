/** Exports that are archives with texts: Omnivore, Readeck. */
import {describe, expect, test} from 'vitest';
import {openArchive} from '../../../src/import/exports/archive.ts';
import type {ExportedItem} from '../../../src/import/exports/exported-item.ts';
import {itemsOfOmnivore} from '../../../src/import/exports/omnivore.ts';
import {itemsOfReadeck} from '../../../src/import/exports/readeck.ts';
import {type ZipMember, zipOf} from './zip.ts';

type Reader = typeof itemsOfOmnivore;

const read = async (reader: Reader, members: readonly ZipMember[]): Promise<readonly ExportedItem[]> => {
  const items: ExportedItem[] = [];
  for await (const item of reader(await openArchive(zipOf(members)))) items.push(item);
  return items;
};

const json = (name: string, value: unknown): ZipMember => ({name, content: JSON.stringify(value)});

describe('Omnivore', () => {
  const entry = {
    id: '1',
    slug: 'the-tide',
    title: 'The tide',
    description: 'Boats leave again',
    author: 'A. Reporter',
    url: 'https://harbour.example/tide',
    state: 'Archived',
    readingProgress: 40,
    thumbnail: 'https://harbour.example/tide.jpg',
    labels: ['sea', 'ports'],
    savedAt: '2024-01-02T03:04:05.000Z',
    updatedAt: '2024-02-02T03:04:05.000Z',
    publishedAt: '2024-01-01T00:00:00.000Z',
  };
  const content = {
    name: 'content/the-tide.html',
    content: '<div id="readability"><p>The tide came in. <a href="/more">More</a></p></div>',
  };

  test('gives articles with all that it knows of them', async () => {
    expect(await read(itemsOfOmnivore, [json('metadata_0_to_1.json', [entry]), content])).toEqual([
      {
        kind: 'article',
        article: {
          title: 'The tide',
          standfirst: 'Boats leave again',
          authors: ['A. Reporter'],
          source: {url: 'https://harbour.example/tide'},
          published: '2024-01-01T00:00:00Z',
          saved: '2024-01-02T03:04:05Z',
          tags: ['sea', 'ports'],
          image: {src: 'https://harbour.example/tide.jpg'},
          related: [],
          body: 'The tide came in. [More](https://harbour.example/more)',
          marks: {isRead: true},
        },
      },
    ]);
  });

  test.each([
    ['Active', 0, false],
    ['Active', 100, true],
    ['SUCCEEDED', 98.5, true],
    ['ARCHIVED', 0, true],
  ])('in the state %s, read to %d percent', async (state, readingProgress, isRead) => {
    const [item] = await read(itemsOfOmnivore, [
      json('metadata_0_to_1.json', [{...entry, state, readingProgress}]),
      content,
    ]);
    expect(item).toMatchObject({article: {marks: {isRead}}});
  });

  test('gives a page to be fetched where the text is missing, and tells where there is no page either', async () => {
    const own = {...entry, slug: 'own', title: 'My file', url: 'https://omnivore.app/attachments/u/1/my.pdf'};
    expect(await read(itemsOfOmnivore, [json('metadata_0_to_2.json', [entry, own])])).toMatchObject([
      {kind: 'page', address: 'https://harbour.example/tide', known: {title: 'The tide', tags: ['sea', 'ports']}},
      {kind: 'failed', what: 'My file', why: 'it has neither a text nor an address'},
    ]);
  });

  test('reads its lists in their order, in a folder too, and tells of highlights', async () => {
    const at = (slug: string) => ({...entry, slug, title: slug});
    const items = await read(itemsOfOmnivore, [
      json('export/metadata_20_to_40.json', [at('c')]),
      json('export/metadata_100_to_120.json', [at('d')]),
      json('export/metadata_0_to_20.json', [at('a'), at('b')]),
      ...['a', 'b', 'c', 'd'].map(slug => ({name: `export/content/${slug}.html`, content: `<p>${slug}</p>`})),
      {name: 'export/highlights/c.md', content: '> c'},
    ]);
    expect(items.map(item => (item.kind === 'article' ? item.article.title : item.kind))).toEqual(['a', 'b', 'c', 'd']);
    expect(items.flatMap(item => (item.kind === 'article' ? [item.problem] : []))).toEqual([
      undefined,
      undefined,
      'left out: its highlights',
      undefined,
    ]);
  });

  test('goes on after what is damaged, and tells of it', async () => {
    const items = await read(itemsOfOmnivore, [
      {name: '../escape', content: 'x'},
      {name: 'metadata_0_to_20.json', content: '[{"slug": '},
      json('metadata_20_to_40.json', {not: 'a list'}),
      json('metadata_40_to_60.json', [null, entry]),
      {...content, declaredSize: 3},
      json('metadata_60_to_80.json', [{...entry, slug: 'fine', title: 'Fine'}]),
      {name: 'content/fine.html', content: '<p>Fine.</p>'},
    ]);
    expect(items.map(item => (item.kind === 'failed' ? item.what : item.kind))).toEqual([
      '../escape',
      'metadata_0_to_20.json',
      'metadata_20_to_40.json',
      'metadata_40_to_60.json, entry 1',
      'content/the-tide.html',
      'article',
    ]);
  });
});

describe('Readeck', () => {
  const info = {
    UID: 'Xa12',
    Created: '2024-01-02T03:04:05.123456Z',
    Updated: '2024-02-02T00:00:00Z',
    URL: 'https://harbour.example/tide',
    Title: 'The tide',
    Site: 'harbour.example',
    SiteName: 'Harbour News',
    Published: '2024-01-01T00:00:00Z',
    Authors: ['A. Reporter'],
    Lang: 'en',
    Description: 'Boats leave again',
    Labels: ['sea'],
    ReadProgress: 20,
    IsArchived: false,
    IsMarked: true,
    Annotations: [{id: 'a', text: 'came in'}],
  };
  const text = (html: string) => ({name: 'bookmarks/Xa12/container/index.html', content: html});

  test('gives articles with all that it knows of them, without the pictures that are members', async () => {
    const html =
      '<section><h1>The tide</h1><p>It came in.</p><figure><img src="./_resources/4x.jpg" width="9"><figcaption>Boats</figcaption></figure><p>It went <a href="https://b.example/">out</a>.</p></section>';
    const [item, ...others] = await read(itemsOfReadeck, [
      json('data.json', {}),
      json('bookmarks/Xa12/info.json', info),
      text(html),
    ]);
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      kind: 'article',
      problem: 'left out: one picture, its annotations',
      article: {
        title: 'The tide',
        standfirst: 'Boats leave again',
        authors: ['A. Reporter'],
        source: {name: 'Harbour News', url: 'https://harbour.example/tide'},
        published: '2024-01-01T00:00:00Z',
        saved: expect.stringMatching(/^2024-01-02T03:04:05/),
        lang: 'en',
        tags: ['sea'],
        marks: {isRead: false, isStarred: true},
      },
    });
    const {body} = (item as ExportedItem & {kind: 'article'}).article;
    expect(body).toContain('It came in.');
    expect(body).toContain('[out](https://b.example/)');
    expect(body).not.toMatch(/_resources|# The tide/);
  });

  test('knows no date where the program never set one', async () => {
    const never = {...info, Published: null, Created: '0001-01-01T00:00:00Z', Labels: null, Authors: null};
    const [item] = await read(itemsOfReadeck, [json('bookmarks/Xa12/info.json', never), text('<p>It came in.</p>')]);
    expect(item).toMatchObject({kind: 'article', article: {authors: [], tags: []}});
    expect(item).not.toHaveProperty('article.saved');
    expect(item).not.toHaveProperty('article.published');
  });

  test('gives a page to be fetched where there is no text, and goes on after what is damaged', async () => {
    const items = await read(itemsOfReadeck, [
      json('bookmarks/a/info.json', info),
      {name: 'bookmarks/b/info.json', content: '{"URL": '},
      json('bookmarks/c/info.json', [1]),
      json('bookmarks/d/info.json', {...info, ReadProgress: 100}),
      {name: 'bookmarks/d/container/index.html', content: '<p>It came in.</p>'},
    ]);
    expect(items).toMatchObject([
      {kind: 'page', address: 'https://harbour.example/tide', known: {title: 'The tide', marks: {isStarred: true}}},
      {kind: 'failed', what: 'bookmarks/b/info.json'},
      {kind: 'failed', what: 'bookmarks/c/info.json', why: 'it is no object'},
      {kind: 'article', article: {marks: {isRead: true}}},
    ]);
  });
});
