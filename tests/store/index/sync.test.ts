import {mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import type {Listing} from '../../../src/core/listing/listing.ts';
import {namesOf} from '../../../src/core/names.ts';
import {parseQuery} from '../../../src/core/query.ts';
import {field} from '../../../src/core/sanitize.ts';
import {createStoredNames, namesPart} from '../../../src/store/index/names.ts';
import {openInMemory} from '../../../src/store/index/open.ts';
import {prepareInPlace} from '../../../src/store/index/prepare.ts';
import {queryIndex} from '../../../src/store/index/query-index.ts';
import {relatedPart} from '../../../src/store/index/related.ts';
import {isSynced, type SyncProgress, syncIndex} from '../../../src/store/index/sync.ts';
import {wordsPart} from '../../../src/store/index/words.ts';
import {articleAt} from '../../../src/store/listing/article-at.ts';
import {openListing} from '../../../src/store/listing/open.ts';
import {type Database, openDatabase} from '../../../src/store/sqlite.ts';

const parts = [wordsPart(namesOf), namesPart, relatedPart];

const ended = <Result>(steps: Generator<unknown, Result>): Result => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/** A library on the disk, with a listing of it as it is at the moment. */
const createLibrary = (count: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'newsprint-sync-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  const library = join(folder, 'library');
  mkdirSync(library);
  const pathOf = (number: number) => join(library, `${number}.md`);
  const write = (number: number, text: string) =>
    writeFileSync(pathOf(number), `# Article ${number}\n\nThey met Ada Lovelace${number} there. ${text}\n`);
  for (let number = 0; number < count; number++) write(number, 'It rained.');
  return {
    write,
    remove: (number: number) => unlinkSync(pathOf(number)),
    listing: () =>
      ended(
        openListing([{name: field('library'), path: library}], {
          cacheFolder: join(folder, 'cache'),
          version: '1',
          now: Date.now,
          isThorough: true,
        }),
      ).listing,
  };
};

const createIndex = () => openInMemory({parts, version: '1'}).database;

const sync = (database: Database, listing: Listing) =>
  syncIndex(database, listing, {parts, prepare: prepareInPlace(parts, position => articleAt(listing, position))});

/** What the parts say, without the numbers of rows, which tell in which order files were read. */
const contents = (database: Database) => {
  const titles = new Map(
    database
      .prepare('SELECT id, record FROM articles')
      .all<{id: number; record: string}>()
      .map(({id, record}) => [id, JSON.parse(record).title as string]),
  );
  const found = (query: string) =>
    Array.from(
      queryIndex(database).matching(parseQuery(query), {now: new Date(2024, 1, 1), all: true}),
      row => titles.get(row) ?? 'nothing',
    ).sort();
  const documents = database
    .prepare('SELECT total(length(documents)) AS bytes FROM related_segments')
    .get<{bytes: number}>()?.bytes;
  const removed = database.prepare('SELECT count(*) AS places FROM related_removed').get<{places: number}>()?.places;
  return {
    titles: [...titles.values()].sort(),
    rained: found('rained'),
    snowed: found('snowed'),
    names: createStoredNames(database)
      .allNames({})
      .map(({key, articles}) => `${key} ${articles}`)
      .sort(),
    related: (documents ?? 0) / 56 - (removed ?? 0),
  };
};

const fresh = (listing: Listing) => {
  const database = createIndex();
  ended(sync(database, listing));
  return contents(database);
};

test('what is listed is in every part of the index, and a second time nothing is read', () => {
  const library = createLibrary(30);
  const database = createIndex();
  const listing = library.listing();
  expect(isSynced(database, listing)).toBe(false);
  expect([...sync(database, listing)].at(-1)).toEqual({done: 30, total: 30});
  expect(isSynced(database, listing)).toBe(true);
  expect(contents(database)).toMatchObject({
    titles: {length: 30},
    rained: {length: 30},
    names: {length: 30},
    related: 30,
  });
  expect([...sync(database, listing)]).toEqual([]);
});

test('after files came, changed and went it says what a new one says', () => {
  const library = createLibrary(20);
  const database = createIndex();
  ended(sync(database, library.listing()));
  library.write(3, 'It snowed at last.');
  library.write(50, 'It snowed again.');
  library.remove(7);
  library.remove(8);
  const listing = library.listing();
  const steps: SyncProgress[] = [...sync(database, listing)];
  expect(steps.at(-1)).toEqual({done: 2, total: 2});
  expect(contents(database)).toEqual(fresh(listing));
  expect(contents(database).snowed).toEqual(['Article 3', 'Article 50']);
});

test('stopped in a batch it leaves what it found, and goes on the next time', () => {
  const library = createLibrary(20);
  const listing = library.listing();
  const database = createIndex();
  const steps = sync(database, listing);
  for (let step = 0; step < 11; step++) steps.next();
  steps.return(undefined as never);
  expect(contents(database).titles).toEqual([]);
  expect(isSynced(database, listing)).toBe(false);
  ended(sync(database, listing));
  expect(contents(database)).toEqual(fresh(listing));
});

test('an error in a batch undoes all of it, and the next time all is there once', () => {
  const library = createLibrary(20);
  const listing = library.listing();
  const database = createIndex();
  const failing = {
    schema: '',
    createReader: () => () => undefined,
    open: () => ({
      write: () => {
        throw new Error('no more');
      },
      remove: () => {},
    }),
  };
  const read = (position: number) => articleAt(listing, position);
  const more = [...parts, failing];
  expect(() => ended(syncIndex(database, listing, {parts: more, prepare: prepareInPlace(more, read)}))).toThrow(
    'no more',
  );
  expect(contents(database)).toMatchObject({titles: [], names: [], related: 0});
  ended(sync(database, listing));
  expect(contents(database)).toEqual(fresh(listing));
});

test('two at once take in each article once', () => {
  const library = createLibrary(25);
  const listing = library.listing();
  const folder = mkdtempSync(join(tmpdir(), 'newsprint-sync-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  const file = join(folder, 'index.db');
  const memory = createIndex();
  const open = () => {
    const database = openDatabase(file);
    onTestFinished(() => database.close());
    return database;
  };
  const [one, other] = [open(), open()];
  for (const {sql} of memory
    .prepare(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'words_%' AND name NOT LIKE 'sqlite_%'",
    )
    .all<{sql: string}>())
    one.exec(sql);
  const [first, second] = [sync(one, listing), sync(other, listing)];
  const running = [first, second];
  while (running.length > 0) {
    const next = running.shift();
    if (next !== undefined && !next.next().done) running.push(next);
  }
  expect(contents(one)).toEqual(fresh(listing));
  expect(contents(other)).toEqual(fresh(listing));
});

test('a file that cannot be read is left out', () => {
  const library = createLibrary(10);
  const listing = library.listing();
  library.remove(4);
  const database = createIndex();
  ended(sync(database, listing));
  expect(contents(database).titles).toHaveLength(9);
  expect(isSynced(database, listing)).toBe(true);
});

test('many characters end a batch before many articles do', () => {
  const library = createLibrary(12);
  const long = `${'It rained all day long. '.repeat(40_000)}`;
  for (let number = 0; number < 12; number++) library.write(number, long);
  const listing = library.listing();
  const database = createIndex();
  const steps = sync(database, listing);
  for (let step = 0; step < 11; step++) steps.next();
  steps.return(undefined as never);
  const {titles, related} = contents(database);
  expect(titles.length).toBeGreaterThan(0);
  expect(titles.length).toBeLessThan(11);
  expect(related).toBe(titles.length);
});
