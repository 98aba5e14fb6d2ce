import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {AppError} from '../../../src/core/errors.ts';
import {detectKind} from '../../../src/import/detect.ts';
import {openArchive} from '../../../src/import/exports/archive.ts';
import type {ExportedItem} from '../../../src/import/exports/exported-item.ts';
import {isTextExport, itemsOfArchive, itemsOfTextExport} from '../../../src/import/exports/read-export.ts';
import {encodeAs} from '../encode.ts';
import {type ZipMember, zipOf} from './zip.ts';

const pocket = (name: string) =>
  `title,url,time_added,tags,status\n${name},https://a.example/${name},1600000000,,unread\n`;

const read = async (members: readonly ZipMember[]): Promise<readonly ExportedItem[]> => {
  const items: ExportedItem[] = [];
  for await (const item of itemsOfArchive(await openArchive(zipOf(members)))) items.push(item);
  return items;
};

const addresses = (items: readonly ExportedItem[]) =>
  items.map(item => (item.kind === 'page' ? item.address : item.kind));

describe('an archive', () => {
  test('of Pocket is read in all its parts', async () => {
    const items = await read([
      {name: 'part_000000.csv', content: pocket('one')},
      {name: 'part_000001.csv', content: pocket('two')},
      {name: 'collections/liked.json', content: '{"items": []}'},
    ]);
    expect(addresses(items)).toEqual(['https://a.example/one', 'https://a.example/two']);
  });

  test('of another export in one file is read, whatever its charset', async () => {
    const csv = 'URL,Title,Selection,Folder\nhttps://a.example/,Порт снова открыт,,Unread\n';
    const [item] = await read([
      {name: 'instapaper-export.csv', content: encodeAs('windows-1251', csv)},
      {name: 'README.txt', content: 'Mine'},
    ]);
    expect(item).toMatchObject({kind: 'page', known: {title: 'Порт снова открыт'}});
  });

  test('of articles as they are says that nothing needs importing', async () => {
    await expect(read([{name: 'a/index.md', content: '# A'}, {name: 'a/a.jpg'}])).rejects.toThrow(
      /nothing needs importing/,
    );
  });

  test('of something else says so', async () => {
    await expect(read([{name: 'mimetype', content: 'application/epub+zip'}])).rejects.toThrow(AppError);
    await expect(read([{name: 'a.json', content: '{"a": 1}'}])).rejects.toThrow(/nothing in the archive/);
  });

  test('goes on after a member that is damaged', async () => {
    const items = await read([
      {name: 'part_000000.csv', content: pocket('one'), declaredSize: 9},
      {name: 'part_000001.csv', content: pocket('two')},
    ]);
    expect(addresses(items)).toEqual(['failed', 'https://a.example/two']);
  });

  test('of any members gives items or an AppError', async () => {
    const name = fc.constantFrom(
      'metadata_0_to_20.json',
      'content/a.html',
      'bookmarks/a/info.json',
      'bookmarks/a/container/index.html',
      'part_000000.csv',
      'x.json',
      '../a',
    );
    const content = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom(
        '[{"slug": "a", "url": "https://a.example/"}]',
        '{"URL": "https://a.example/", "Title": 7}',
        pocket('one'),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({name, content}), {maxLength: 6}), async members => {
        try {
          await read(members);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
    );
  });
});

test('what is told apart as an export in one file is read as that', () => {
  const text = pocket('one');
  const {kind} = detectKind(text);
  expect(isTextExport(kind) && addresses([...itemsOfTextExport(kind, text)])).toEqual(['https://a.example/one']);
  expect(isTextExport('html')).toBe(false);
});
