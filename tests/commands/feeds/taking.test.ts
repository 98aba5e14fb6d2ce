import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {type FeedEntryArticle, type TakingContext, takeEntries} from '../../../src/commands/feeds/taking.ts';
import {createIntake} from '../../../src/commands/importing/intake.ts';
import {createKnownArticles} from '../../../src/commands/importing/known-articles.ts';
import {AppError} from '../../../src/core/errors.ts';
import {emptyState, type FetchState} from '../../../src/store/feeds/fetch-state.ts';

let library: string;
beforeEach(() => {
  library = mkdtempSync(join(tmpdir(), 'newsprint-taking-'));
});
afterEach(() => rmSync(library, {recursive: true, force: true}));

const address = 'https://harbour.example/feed';
const none = () => Promise.reject(new Error('nobody is asked'));

const entriesOf = (ids: readonly string[]): FeedEntryArticle[] =>
  ids.map(id => ({
    identity: id,
    article: () => ({title: `About ${id}`, authors: [], tags: [], related: [], body: `All that is known of ${id}.`}),
  }));

const take = (ids: readonly string[], context: Partial<TakingContext> = {}, entries = entriesOf(ids)) => {
  const known = createKnownArticles(undefined);
  return takeEntries(entries, {
    ...{feed: {url: address}, state: emptyState(address), now: new Date('2022-07-10T12:00:00Z'), keep: () => {}},
    services: {
      fetchAddress: none,
      readFeed: () => ({title: '', entries: []}),
      readPage: () => {
        throw new Error('no page is read');
      },
      intake: createIntake({library, known, isDry: false, now: () => new Date(0)}),
    },
    ...context,
  });
};

const numbered = (count: number) => Array.from({length: count}, (_, number) => `entry ${number}`);
const files = () => readdirSync(library).filter(name => name.endsWith('.md'));

test('a feed without end is taken in pieces, the first entries first', async () => {
  const first = await take(numbered(25), {mostNew: 20});
  expect([first.written.length, first.waiting, first.known]).toEqual([20, 5, 0]);
  const second = await take(numbered(25), {mostNew: 20, state: {...emptyState(address), taken: first.taken}});
  expect([second.written.length, second.waiting, second.known]).toEqual([5, 0, 20]);
  expect(files()).toHaveLength(25);
});

test('a feed whose pages take for ever is left for the next time, which goes on', async () => {
  const first = await take(numbered(25), {mostTime: 0});
  expect([first.written.length, first.waiting]).toEqual([1, 24]);
  const second = await take(numbered(25), {mostTime: 0, state: {...emptyState(address), taken: first.taken}});
  expect([second.written.length, second.waiting, second.known]).toEqual([1, 23, 1]);
});

test('entries that stand in it twice are one', async () => {
  const {written, known} = await take(['a', 'b', 'a']);
  expect([written.length, known, files().length]).toEqual([2, 1, 2]);
});

test('what was taken is noted now and then, only after its files are there', async () => {
  const kept: (readonly [number, number])[] = [];
  await take(numbered(50), {keep: taken => void kept.push([Object.keys(taken).length, files().length])});
  expect(kept.length).toBeGreaterThan(1);
  for (const [noted, written] of kept) expect(noted).toBeLessThanOrEqual(written);
});

test('what is known stays known, and remembers when it was last in the feed', async () => {
  const taken: FetchState['taken'] = {old: {taken: '2022-01-01', seen: '2022-07-01'}};
  const {taken: after} = await take(['a'], {state: {...emptyState(address), taken}});
  expect(after.old).toEqual({taken: '2022-01-01', seen: '2022-07-01'});
  expect(Object.values(after)).toContainEqual({
    ...{taken: '2022-07-10', seen: '2022-07-10'},
    path: join(library, files()[0] ?? ''),
  });
});

test('a disk that does not take an article stops the feed, and what came before it is noted', async () => {
  mkdirSync(join(library, 'sea'));
  const working = await take(['a'], {feed: {url: address, section: 'Sea'}});
  rmSync(join(library, 'sea'), {recursive: true});
  writeFileSync(join(library, 'sea'), 'a file in the way');
  const state = {...emptyState(address), taken: working.taken};
  const {error, taken, written} = await take(['a', 'b', 'c'], {feed: {url: address, section: 'Sea'}, state});
  expect([error?.code, Object.keys(taken), written]).toEqual(['io', Object.keys(working.taken), []]);
});

test('an entry that cannot be an article stands in the way of no other, now or later', async () => {
  const broken = {
    identity: 'broken',
    article: () => {
      throw new AppError('nothing-found', 'this is too large for an article');
    },
  };
  const [good] = entriesOf(['good']);
  const first = await take([], {}, [broken, ...(good === undefined ? [] : [good])]);
  expect([first.skipped, first.written.length, first.waiting, first.error]).toEqual([1, 1, 0, undefined]);
  const second = await take([], {state: {...emptyState(address), taken: first.taken}}, [broken]);
  expect([second.skipped, second.known]).toEqual([0, 1]);
});
