/** Exports of bookmarks, which have no texts: Pocket, Instapaper, Readeck's list. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {ExportedItem} from '../../../src/import/exports/exported-item.ts';
import {itemsOfInstapaper} from '../../../src/import/exports/instapaper.ts';
import {itemsOfPocketCsv, itemsOfPocketPage} from '../../../src/import/exports/pocket.ts';
import {itemsOfReadeckCsv} from '../../../src/import/exports/readeck.ts';

const pages = (items: Iterable<ExportedItem>) => [...items].flatMap(item => (item.kind === 'page' ? [item] : []));
const failures = (items: Iterable<ExportedItem>) =>
  [...items].flatMap(item => (item.kind === 'failed' ? [[item.what, item.why]] : []));

describe('Pocket', () => {
  const head = 'title,url,time_added,tags,status\n';

  test('gives pages with their titles, times, tags and whether they are read', () => {
    const csv = `${head}"Tide, and time",https://harbour.example/tide,1600322788,sea|"ports" | sea,unread\nالميناء,http://harbour.example/ar?a=1&b=2#c,1600172739,,archive\n`;
    expect([...itemsOfPocketCsv(csv)]).toEqual([
      {
        kind: 'page',
        address: 'https://harbour.example/tide',
        known: {
          title: 'Tide, and time',
          saved: '2020-09-17T06:06:28Z',
          marks: {isRead: false},
          authors: [],
          tags: ['sea', '"ports"'],
        },
      },
      {
        kind: 'page',
        address: 'http://harbour.example/ar?a=1&b=2#c',
        known: {title: 'الميناء', saved: '2020-09-15T12:25:39Z', marks: {isRead: true}, authors: [], tags: []},
      },
    ]);
  });

  test('knows no title where it wrote the address in its place, and no time where that is none', () => {
    const [page] = pages(itemsOfPocketCsv(`${head}https://a.example/x,https://a.example/x,0,,unread`));
    expect(page?.known).toEqual({marks: {isRead: false}, authors: [], tags: []});
  });

  test.each([
    ['columns in another order, in capitals', 'URL,Status,TITLE\nhttps://a.example/,archive,Tide\n'],
    ['semicolons', 'title;url;status\nTide;https://a.example/;archive\n'],
    [
      'a mark at its beginning and Windows’ line ends',
      '\ufefftitle,url,status\r\n\r\nTide,https://a.example/,archive\r\n',
    ],
    ['old Macs’ line ends', 'title,url,status\rTide,https://a.example/,archive\r'],
    ['missing columns', 'title,url,status,tags\nTide,https://a.example/,archive'],
    ['columns too many', 'title,url,status\nTide,https://a.example/,archive,,,\n'],
  ])('is read with %s', (_, csv) => {
    const [page] = pages(itemsOfPocketCsv(csv));
    expect(page).toMatchObject({address: 'https://a.example/', known: {title: 'Tide', marks: {isRead: true}}});
  });

  test('with quotation marks in the wrong places loses nothing', () => {
    const csv = `${head}The "old" port,https://a.example/1,1600000000,,unread\n"Tide" again,https://a.example/2,1600000000,,unread\n`;
    expect(pages(itemsOfPocketCsv(csv)).map(({known}) => known.title)).toEqual(['The "old" port', '"Tide" again']);
  });

  test('with a quotation mark that is never closed gives the other rows', () => {
    const csv = `${head}One,https://a.example/1,1600000000,,unread\n"Two,https://a.example/2,1600000000,,unread\nThree,https://a.example/3,1600000000,,archive\n`;
    expect(pages(itemsOfPocketCsv(csv)).map(({address}) => address)).toEqual([
      'https://a.example/1',
      'https://a.example/2',
      'https://a.example/3',
    ]);
  });

  test('tells of rows without an address on the web', () => {
    const csv = `${head}Tide,,1,,unread\nScript,javascript:alert(1),1,,unread\nFile,file:///etc/passwd,1,,unread\nFine,https://a.example/,1,,unread\n`;
    expect(failures(itemsOfPocketCsv(csv))).toEqual([
      ['row 2', 'it has no address on the web'],
      ['javascript:alert(1)', 'it has no address on the web'],
      ['file:///etc/passwd', 'it has no address on the web'],
    ]);
    expect(pages(itemsOfPocketCsv(csv))).toHaveLength(1);
  });

  test('gives the same from its page of old', () => {
    const html = `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body>
      <h1>Unread</h1><ul><li><a href="https://a.example/1?x=1&amp;y=2" time_added="1600322788" tags="sea,ports">Tide &amp; time</a></li></ul>
      <h1>Read Archive</h1><ul><li><a href="https://a.example/2" time_added="1600172739" tags="">https://a.example/2</a></li>
      <li><a href="javascript:alert(1)">Script</a></li></ul></body></html>`;
    const items = [...itemsOfPocketPage(html)];
    expect(pages(items)).toEqual([
      {
        kind: 'page',
        address: 'https://a.example/1?x=1&y=2',
        known: {
          title: 'Tide & time',
          saved: '2020-09-17T06:06:28Z',
          marks: {isRead: false},
          authors: [],
          tags: ['sea', 'ports'],
        },
      },
      {
        kind: 'page',
        address: 'https://a.example/2',
        known: {saved: '2020-09-15T12:25:39Z', marks: {isRead: true}, authors: [], tags: []},
      },
    ]);
    expect(failures(items)).toEqual([['javascript:alert(1)', 'it has no address on the web']]);
  });
});

describe('Instapaper', () => {
  test.each<[string, string, object]>([
    ['unread', 'Unread', {marks: {isRead: false}}],
    ['archived', 'Archive', {marks: {isRead: true}}],
    ['starred', 'Starred', {marks: {isStarred: true}}],
    ['in a folder of one’s own', 'Long reads', {section: 'Long reads'}],
  ])('an article that is %s', (_, folder, known) => {
    const csv = `URL,Title,Selection,Folder,Timestamp,Tags\nhttps://a.example/,"Tide, again",,${folder},1600322788,"[""sea"",""ports""]"\n`;
    expect(pages(itemsOfInstapaper(csv))).toEqual([
      {
        kind: 'page',
        address: 'https://a.example/',
        known: {title: 'Tide, again', saved: '2020-09-17T06:06:28Z', authors: [], tags: ['sea', 'ports'], ...known},
      },
    ]);
  });

  test('of before there were times and tags', () => {
    expect(pages(itemsOfInstapaper('URL,Title,Selection,Folder\nhttps://a.example/,Tide,,Unread\n'))).toEqual([
      {
        kind: 'page',
        address: 'https://a.example/',
        known: {title: 'Tide', marks: {isRead: false}, authors: [], tags: []},
      },
    ]);
  });

  test('tags that are no JSON are names between commas', () => {
    const csv = 'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://a.example/,Tide,,Unread,1,"sea, ports"\n';
    expect(pages(itemsOfInstapaper(csv))[0]?.known.tags).toEqual(['sea', 'ports']);
  });
});

test('Readeck’s list gives pages', () => {
  const csv =
    'url,title,created,labels,is_archived,is_marked,type\r\nhttps://a.example/,Tide,2024-01-02T03:04:05Z,"[""sea""]",true,false,article\r\nhttps://b.example/,Time,2024-01-02T03:04:05Z,null,false,true,photo\r\n';
  expect(pages(itemsOfReadeckCsv(csv)).map(({known}) => known)).toEqual([
    {title: 'Tide', saved: '2024-01-02T03:04:05Z', marks: {isRead: true, isStarred: false}, authors: [], tags: ['sea']},
    {title: 'Time', saved: '2024-01-02T03:04:05Z', marks: {isRead: false, isStarred: true}, authors: [], tags: []},
  ]);
});

describe('any text', () => {
  const readers = [itemsOfPocketCsv, itemsOfPocketPage, itemsOfInstapaper, itemsOfReadeckCsv];
  const piece = fc.constantFrom(
    '"',
    ',',
    '\n',
    '\r\n',
    ';',
    'url',
    'title',
    'https://a.example/',
    '<a href=',
    '<h1>',
    '>',
    'x',
    '\0',
  );

  test('is read without a crash, into items that are as they should be', () => {
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, {maxLength: 60}).map(pieces => `url,title\n${pieces.join('')}`),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...readers), (content, read) => {
        for (const item of read(content)) {
          if (item.kind === 'page') expect(item.address).toMatch(/^https?:\/\//);
          if (item.kind === 'page') expect(item.known.title ?? 'x').not.toMatch(/^$|\n/);
        }
      }),
    );
  });

  test.each(['"', '","', '\n"', 'a,b\n', ',', '\n'])('is read in time that its length bounds: %j', unit => {
    const start = performance.now();
    for (const read of readers) [...read(`title,url\n${unit.repeat(Math.ceil(30_000 / unit.length))}`)];
    expect(performance.now() - start).toBeLessThan(8000);
  });
});
