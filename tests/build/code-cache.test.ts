/** Compiled code kept between runs: used when it fits, and never able to do harm. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {createChunkLoader} from '../../src/build/chunk-loader.ts';
import {codeFile, readCode} from '../../src/build/code-cache.ts';

const require = createRequire(import.meta.url);

let folder = '';
const place = (...names: string[]) => join(folder, ...names);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsprint-code-'));
  mkdirSync(place('dist'));
  chunk('main.js', `exports.read = () => require('./reader.js').answer();`);
  chunk('reader.js', `const {add} = require('./shared.js'); exports.answer = () => add(40, 2);`);
  chunk('shared.js', `exports.add = (a, b) => a + b; exports.place = [__filename, __place.url];`);
  return () => rmSync(folder, {recursive: true, force: true});
});

/** A pack of one chunk. */
const chunk = (name: string, source: string) =>
  writeFileSync(
    place('dist', name),
    `({"${name}": (function (module, exports, require, __filename, __dirname, __place) {${source}})})`,
  );
const cacheFiles = () => (existsSync(place('cache')) ? readdirSync(place('cache')) : []);

const loaderOf = (build: string) =>
  createChunkLoader({folder: place('dist'), packs: {}, require, store: {folder: place('cache'), build}});

/** One run of the program: what it answers, with the code kept at its end. */
const run = (build = 'b1') => {
  const {load, saveCode} = loaderOf(build);
  const answer = (load('main.js') as {read(): number}).read();
  saveCode();
  return answer;
};

const sharedFile = () => codeFile(place('cache'), 'b1', 'shared.js');
const kept = () => readCode(sharedFile(), statSync(place('dist', 'shared.js')));

describe('chunks', () => {
  test('run once and know their place', () => {
    const {load} = loaderOf('b1');
    const shared = load('shared.js');
    expect(load('shared.js')).toBe(shared);
    expect(shared.place).toEqual([place('dist', 'shared.js'), `file://${place('dist', 'shared.js')}`]);
  });
});

describe('kept code', () => {
  test('is there after the first run, and used by the second', () => {
    expect(run()).toBe(42);
    expect(cacheFiles()).toHaveLength(3);
    expect(kept()?.length).toBeGreaterThan(0);
    const before = readFileSync(sharedFile());
    utimesSync(sharedFile(), 1, 1);
    expect(run()).toBe(42);
    expect(readFileSync(sharedFile())).toEqual(before);
    expect(statSync(sharedFile()).mtimeMs).toBe(1000);
  });

  test('grows when a run that looks for more has called more', () => {
    const use = (names: readonly string[], isLookingForMore: boolean): number => {
      const {load, saveCode} = loaderOf('b1');
      for (const name of names) (load('many.js')[name] as () => number)();
      saveCode(isLookingForMore);
      return statSync(codeFile(place('cache'), 'b1', 'many.js')).size;
    };
    chunk('many.js', 'exports.one = () => [1, 2].map(n => n * 2); exports.two = () => [3, 4].filter(n => n > 3);');
    const one = use(['one'], false);
    expect(use(['two'], false)).toBe(one);
    const both = use(['two'], true);
    expect(both).toBeGreaterThan(one);
    expect(use(['one'], true)).toBe(both);
  });

  test('is not used for another source, not even one of the same length', () => {
    run();
    const other = readFileSync(place('dist', 'shared.js'), 'utf8').replace('a + b', 'a - b');
    writeFileSync(place('dist', 'shared.js'), other);
    expect(run()).toBe(38);
    expect(run()).toBe(38);
  });

  test('of another build goes when it is old', () => {
    run('b1');
    utimesSync(sharedFile(), 0, 0);
    run('b2');
    expect(cacheFiles().filter(name => name.includes('-b1-'))).toHaveLength(2);
    expect(cacheFiles().filter(name => name.includes('-b2-'))).toHaveLength(3);
  });

  test.each([
    ['others may write it', () => chmodSync(sharedFile(), 0o666)],
    ['it is a link', () => [renameSync(sharedFile(), place('real')), symlinkSync(place('real'), sharedFile())]],
    ['it is a folder', () => [rmSync(sharedFile()), mkdirSync(sharedFile())]],
    ['it is empty', () => writeFileSync(sharedFile(), '')],
    ['it is something else', () => writeFileSync(sharedFile(), 'x'.repeat(5000))],
  ])('is not believed when %s', (_, spoil) => {
    run();
    spoil();
    expect(kept()).toBeUndefined();
    expect(run()).toBe(42);
  });

  test('is not believed with any bit turned', () => {
    run();
    const whole = readFileSync(sharedFile());
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(sharedFile(), damaged);
      expect(kept(), `byte ${at}`).toBeUndefined();
    }
  });

  test('is done without where nothing can be written', () => {
    writeFileSync(place('cache'), 'a file where the folder should be');
    expect(run()).toBe(42);
  });
});
