import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {AppError} from '../../../src/core/errors.ts';
import {itemOfNewsboat} from '../../../src/import/exports/newsboat-cache.ts';
import {readNewsboatCache} from '../../../src/store/import/newsboat-cache.ts';

const Libsql = createRequire(import.meta.url)('libsql') as typeof import('libsql');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsboat-test-'));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const feeds =
  'CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL, title VARCHAR(1024) NOT NULL)';

/** The columns of all versions, then what later ones added. */
const oldItems = `CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL, title VARCHAR(1024) NOT NULL,
  author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL, feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL,
  content VARCHAR(65535) NOT NULL, unread INTEGER(1) NOT NULL)`;
const laterColumns = [
  'enclosure_url',
  'enclosure_type',
  'flags',
  'deleted INTEGER(1) NOT NULL DEFAULT 0',
  'base',
  'content_mime_type',
];

const create = (path: string, {isOld = false} = {}) => {
  const database = new Libsql(path);
  for (const statement of [
    feeds,
    oldItems,
    ...(isOld ? [] : laterColumns.map(column => `ALTER TABLE rss_item ADD COLUMN ${column}`)),
  ]) {
    database.exec(statement);
  }
  database.exec("INSERT INTO rss_feed VALUES ('https://a.example/rss', 'https://a.example/', 'Harbour News')");
  return database;
};

const insert = (database: InstanceType<typeof Libsql>, values: Readonly<Record<string, unknown>>) => {
  const row = {
    guid: '1',
    title: 'Tide',
    author: '',
    url: 'https://a.example/tide',
    feedurl: 'https://a.example/rss',
    pubDate: 1657094400,
    content: '<p>In.</p>',
    unread: 1,
    ...values,
  };
  const names = Object.keys(row);
  database
    .prepare(`INSERT INTO rss_item (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
    .run(Object.values(row));
};

const read = (path: string) => [...readNewsboatCache(path)];
const titles = (path: string) => read(path).map(({title}) => title);

describe('newsboat’s cache', () => {
  test('gives its articles with their feeds and marks, but not those that were deleted', () => {
    const path = join(folder, 'cache.db');
    const database = create(path);
    insert(database, {
      title: 'Tide',
      author: 'Ann',
      unread: 0,
      flags: 's',
      enclosure_url: 'https://a.example/a.jpg',
      enclosure_type: 'image/jpeg',
    });
    insert(database, {title: 'Gone', deleted: 1});
    insert(database, {
      title: 'الميناء',
      feedurl: 'query:none',
      base: 'https://b.example/',
      content_mime_type: 'text/plain',
    });
    database.close();
    expect(read(path)).toEqual([
      {
        title: 'Tide',
        author: 'Ann',
        url: 'https://a.example/tide',
        feedTitle: 'Harbour News',
        feedAddress: 'https://a.example/rss',
        published: 1657094400,
        content: '<p>In.</p>',
        contentType: '',
        base: '',
        isUnread: false,
        flags: 's',
        enclosure: {address: 'https://a.example/a.jpg', type: 'image/jpeg'},
      },
      expect.objectContaining({
        title: 'الميناء',
        feedTitle: '',
        base: 'https://b.example/',
        contentType: 'text/plain',
        isUnread: true,
      }),
    ]);
  });

  test('of an old version is read too', () => {
    const path = join(folder, 'cache.db');
    const database = create(path, {isOld: true});
    insert(database, {});
    database.close();
    const [row] = read(path);
    expect(row && itemOfNewsboat(row)).toMatchObject({kind: 'article', article: {title: 'Tide', body: 'In.'}});
  });

  test('is left as it is, and so is what stands beside it', () => {
    const path = join(folder, 'cache.db');
    const database = create(path);
    insert(database, {});
    database.close();
    const before = {bytes: readFileSync(path), names: readdirSync(folder), time: statSync(path).mtimeMs};
    read(path);
    expect({bytes: readFileSync(path), names: readdirSync(folder), time: statSync(path).mtimeMs}).toEqual(before);
  });

  test('is read with what its log holds while newsboat runs', () => {
    const path = join(folder, 'cache.db');
    const database = create(path);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0');
    insert(database, {title: 'In the log'});
    expect(existsSync(`${path}-wal`)).toBe(true);
    expect(titles(path)).toEqual(['In the log']);
    database.close();
  });

  test('is read to its end, a few rows at a time', () => {
    const path = join(folder, 'cache.db');
    const database = create(path);
    database.exec('BEGIN');
    for (let at = 0; at < 250; at++) insert(database, {title: `${at}`});
    database.exec('COMMIT');
    database.close();
    expect(titles(path)).toEqual(Array.from({length: 250}, (_, at) => `${at}`));
  });

  test('with text that is no UTF-8, with NULs, and with values of other types is read', () => {
    const path = join(folder, 'cache.db');
    const database = create(path);
    insert(database, {title: 'x', content: 'y'});
    database.exec(
      "UPDATE rss_item SET title = CAST(x'436166e9' AS TEXT), content = CAST(x'61006200ff' AS TEXT), author = 7, pubDate = 'never', unread = 'no'",
    );
    database.close();
    const [row] = read(path);
    expect(row).toMatchObject({title: 'Café', author: '7', published: 0});
    expect(row?.content).toContain('b');
  });

  test('leaves nothing behind when it is read in part', () => {
    const path = join(folder, 'cache.db');
    const database = create(path);
    for (let at = 0; at < 3; at++) insert(database, {});
    database.close();
    const mine = () => readdirSync(tmpdir()).filter(name => name.startsWith('newsprint-newsboat-'));
    const before = mine();
    for (const _ of readNewsboatCache(path)) break;
    expect(mine().filter(name => !before.includes(name))).toEqual([]);
  });
});

describe('what is no cache of newsboat', () => {
  test.each<[string, RegExp, (path: string) => void]>([
    ['text', /no database/, path => writeFileSync(path, 'title,url\n'.repeat(500))],
    [
      'cut off',
      /damaged/,
      path => {
        const database = create(path);
        for (let at = 0; at < 50; at++) insert(database, {content: 'x'.repeat(1000)});
        database.close();
        writeFileSync(path, readFileSync(path).subarray(0, 9000));
      },
    ],
    [
      'another database',
      /no cache of newsboat/,
      path => {
        const database = new Libsql(path);
        database.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY, title TEXT)');
        database.close();
      },
    ],
    ['empty', /no cache of newsboat/, path => writeFileSync(path, '')],
    [
      'a view that pretends',
      /no cache of newsboat/,
      path => {
        const database = new Libsql(path);
        database.exec(
          "CREATE VIEW rss_item AS SELECT 1 AS id, '' AS title, '' AS url, '' AS feedurl, '' AS content, 1 AS pubDate, 1 AS unread",
        );
        database.close();
      },
    ],
    [
      'a table whose rows have no numbers',
      /damaged/,
      path => {
        const database = new Libsql(path);
        database.exec('CREATE TABLE rss_item (id TEXT, title, author, url, feedurl, pubDate, content, unread)');
        for (let at = 0; at < 150; at++) database.exec("INSERT INTO rss_item VALUES ('a', '', '', '', '', 1, '', 1)");
        database.close();
      },
    ],
    ['a folder', /no regular file/, path => symlinkSync(tmpdir(), path)],
  ])('is told: %s', (_, message, make) => {
    const path = join(folder, 'cache.db');
    make(path);
    expect(() => read(path)).toThrow(AppError);
    expect(() => read(path)).toThrow(message);
  });

  test('a file that is not there', () => {
    expect(() => read(join(folder, 'none.db'))).toThrow(AppError);
  });
});
