import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {lockFetch} from '../../../src/store/feeds/fetch-lock.ts';
import {emptyState, entryKey, type FetchState, openFetchStates} from '../../../src/store/feeds/fetch-state.ts';
import {remembered} from '../../../src/store/feeds/taken-entries.ts';
import {processesOf} from '../processes.ts';

let folder: string;
let warnings: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsprint-fetch-'));
  warnings = [];
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const open = () => openFetchStates({folder, warn: message => void warnings.push(message)});
const address = 'https://harbour.example/feed';
const files = () => readdirSync(join(folder, 'feeds')).sort();
const write = (text: string) => writeFileSync(join(folder, 'feeds', files()[0] ?? ''), text);

const state: FetchState = {
  address,
  permanentAddress: 'https://harbour.example/new',
  etag: '"7"',
  lastModified: 'Wed, 06 Jul 2022 08:00:00 GMT',
  lastFetch: '2022-07-10T12:00:00.000Z',
  lastSuccess: '2022-07-09T12:00:00.000Z',
  status: 503,
  error: 'harbour.example: answers 503',
  failures: 2,
  notBefore: '2022-07-10T13:00:00.000Z',
  title: 'Harbour',
  entries: 3,
  written: 12,
  taken: {[entryKey('a')]: {taken: '2022-07-01', seen: '2022-07-10', path: '/l/a.md'}},
  pending: {[entryKey('b')]: 1},
};

describe('what is known of a feed', () => {
  test('is nothing at first, and then what was kept, for each by itself', () => {
    expect(open().load(address)).toEqual(emptyState(address));
    open().save(state);
    open().save({...emptyState('https://other.example/'), status: 200});
    expect([open().load(address), open().load('https://other.example/').status]).toEqual([state, 200]);
    open().forget(address);
    expect([open().load(address), warnings]).toEqual([emptyState(address), []]);
  });

  test.each([
    ['half a file', '{"version": 1, "address": "https://har'],
    ['no object', '[]'],
    ['an empty file', ''],
    ['zeros', '\0\0\0\0'],
    ['that of another feed', JSON.stringify(emptyState('https://other.example/'))],
  ])('is set aside and told of where there is %s', (_, text) => {
    open().save(state);
    write(text);
    expect(open().load(address)).toEqual(emptyState(address));
    expect(warnings).toEqual([expect.stringContaining(`what was known of ${address} is damaged`)]);
    expect(files()).toEqual([expect.stringMatching(/\.json\.damaged$/)]);
    open().save(state);
    expect(open().load(address)).toEqual(state);
  });

  test('is as much as can be used of any JSON', () => {
    open().save(state);
    const value = fc.jsonValue();
    const keys = Object.keys(state).filter(key => key !== 'address' && key !== 'taken');
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value), value, (fields, entry) => {
        write(JSON.stringify({...fields, address, taken: {a: entry, b: {taken: '2022-07-01', seen: '2022-07-02'}}}));
        const loaded = open().load(address);
        open().save(loaded);
        expect(open().load(address)).toEqual(loaded);
        expect(loaded.taken.b).toEqual({taken: '2022-07-01', seen: '2022-07-02'});
      }),
    );
  });

  test('is told of where it cannot be kept', () => {
    mkdirSync(folder, {recursive: true});
    writeFileSync(join(folder, 'feeds'), 'a file');
    expect(() => open().save(state)).toThrow(/cannot be written/);
  });
});

describe('entries that were taken', () => {
  const entry = (seen: string) => ({taken: '2021-01-01', seen});

  test('are remembered for half a year after they left the feed', () => {
    const taken = {now: entry('2022-07-10'), lately: entry('2022-01-20'), long: entry('2022-01-05')};
    expect(Object.keys(remembered(taken, '2022-07-10'))).toEqual(['now', 'lately']);
  });

  test('are all remembered while they are in it, and of the others the latest', () => {
    const many = (name: string, count: number, seen: (number: number) => string) =>
      Array.from({length: count}, (_, number) => [`${name}${number}`, entry(seen(number))]);
    const taken = Object.fromEntries([
      ...many('here', 8000, () => '2022-07-10'),
      ...many('gone', 8000, number => (number < 6000 ? '2022-06-01' : '2022-07-01')),
    ]);
    const names = Object.keys(remembered(taken, '2022-07-10'));
    expect(names.filter(name => name.startsWith('here'))).toHaveLength(8000);
    expect(names.filter(name => name.startsWith('gone'))).toHaveLength(5000);
    expect(names).toContain('gone7999');
  });
});

describe('a fetch', () => {
  test('keeps others from fetching until it is done', () => {
    const release = lockFetch(folder, processesOf());
    expect(() => lockFetch(folder, processesOf())).toThrow(`another fetch is running (pid ${process.pid})`);
    release();
    lockFetch(folder, processesOf())();
  });

  test('that was killed keeps nobody', () => {
    lockFetch(folder, processesOf());
    lockFetch(folder, processesOf({pid: process.pid + 1, running: []}))();
  });

  test('that cannot be locked is told', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => lockFetch(join(folder, 'file'), processesOf())).toThrow(/cannot be written/);
  });
});
