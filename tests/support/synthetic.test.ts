import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Library} from '../../src/core/library.ts';
import {loadLibrary} from './load-library.ts';
import {createSynthetic, isDraft, isMalformed, isPlantedIn, isRepost, planted, writeLibrary} from './synthetic.ts';

const count = 2_000;
const numbers = Array.from({length: count}, (_, index) => index);

let folder: string;
let paths: readonly string[];
let library: Library;
let texts: readonly string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsprint-synthetic-'));
  paths = writeLibrary(folder, {articles: count});
  library = loadLibrary([{path: folder}]);
  texts = paths.map(path => readFileSync(join(folder, path), 'utf8'));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const shareOf = (holds: (article: Library['articles'][number]) => boolean): number =>
  library.articles.filter(holds).length / count;

describe('the same options make the same library, another seed another one', () => {
  test.each([1, 2, 83, 1_999])('article %i', index => {
    const article = createSynthetic({articles: count})(index);
    expect(article).toEqual({path: paths[index], text: texts[index]});
    expect(createSynthetic({articles: count, seed: 2})(index).text).not.toBe(article.text);
  });
});

test('every file is an article, and only the malformed ones have problems', () => {
  expect(library.failures).toEqual([]);
  expect(library.articles.length).toBe(count);
  const malformed = paths.filter((_, index) => isMalformed(index)).map(path => join(folder, path));
  expect(library.articles.filter(({problems}) => problems.length > 0).map(({path}) => path)).toEqual(malformed.sort());
});

test('one of a hundred is a draft', () => {
  const drafts = paths.filter((_, index) => isDraft(index)).map(path => join(folder, path));
  expect(library.articles.filter(({isHidden}) => isHidden).map(({path}) => path)).toEqual(drafts.sort());
  expect(drafts.length).toBe(count / 100);
});

test('one of a hundred tells again what another told, under another address', () => {
  const reposts = numbers.filter(isRepost);
  const byPath = new Map(library.articles.map(article => [article.path, article]));
  for (const index of reposts) {
    const [repost, original] = [index, index - 7].map(number => byPath.get(join(folder, paths[number] ?? '')));
    expect(repost?.title).toBe(original?.title);
    expect(repost?.path).not.toBe(original?.path);
  }
  expect(reposts.length).toBe(count / 100);
});

test('the front matter is of many kinds', () => {
  const shares = {
    toml: texts.filter(text => text.startsWith('+++\n')).length / count,
    none: texts.filter(text => text.startsWith('# ')).length / count,
    obsidian: texts.filter(text => text.includes('\nauthor:\n  - "[[')).length / count,
    jekyll: texts.filter(text => text.includes('\nlayout: post\n')).length / count,
  };
  expect(shares.toml).toBeCloseTo(0.1, 1);
  expect(shares.none).toBeCloseTo(0.1, 1);
  expect(shares.obsidian).toBeCloseTo(0.16, 1);
  expect(shares.jekyll).toBeCloseTo(0.14, 1);
});

test('articles have sections, dates over ten years, and most a source', () => {
  expect(new Set(library.articles.map(({section}) => section)).size).toBe(12);
  const years = new Set(library.articles.map(({published}) => published?.day?.slice(0, 4)));
  expect([...years].sort()).toEqual(Array.from({length: 10}, (_, n) => String(2015 + n)));
  expect(shareOf(({source}) => source?.url !== undefined)).toBeGreaterThan(0.7);
  expect(shareOf(({tags}) => tags.length > 0)).toBeGreaterThan(0.7);
});

test('files are about as long as asked for, and none of the folders is crowded', () => {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / count;
  expect(bytes).toBeGreaterThan(4_500);
  expect(bytes).toBeLessThan(5_500);
  const folders = new Map<string, number>();
  for (const path of paths) folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
  expect(Math.max(...folders.values())).toBeLessThan(300);
  expect(count / folders.size).toBeGreaterThan(10);
});

test('links lead to articles', () => {
  const link = /\[[^\]]*\]\(([^)]*\.md)\)/g;
  const targets = texts.flatMap((text, index) =>
    [...text.matchAll(link)].map(([, to]) => join(folder, dirname(paths[index] ?? ''), decodeURI(to ?? ''))),
  );
  expect(targets.length).toBeGreaterThan(count);
  expect(targets.filter(target => !existsSync(target))).toEqual([]);
});

test('some articles are not in English, and are in scripts without spaces and from right to left', () => {
  const bodies = library.articles.map(({body}) => body.slice(0, 200));
  for (const script of [/\p{Script=Han}{5}/u, /\p{Script=Hangul}/u, /\p{Script=Arabic}/u, /[áéíóúßłç]/u]) {
    expect(bodies.filter(body => script.test(body)).length).toBeGreaterThan(count / 200);
  }
});

test.each(planted)('"$text" stands in one of $every articles', plant => {
  const isPhraseOfOthers = ({text}: {text: string}) => text !== plant.text && text.includes(plant.text);
  const holders = planted.filter(other => other.text === plant.text || isPhraseOfOthers(other));
  const expected = numbers.filter(index => holders.some(holder => isPlantedIn(holder, index)));
  const wanted = plant.text.toLowerCase();
  expect(numbers.filter(index => texts[index]?.toLowerCase().includes(wanted))).toEqual(expected);
  expect(expected.length).toBeGreaterThan(0);
});
