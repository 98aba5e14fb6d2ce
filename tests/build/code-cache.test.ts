/** Compiled code kept between runs: used when it fits, and never able to do harm. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {crc32} from 'node:zlib';
import {beforeEach, describe, expect, test} from 'vitest';
import {createChunkLoader} from '../../src/build/chunk-loader.ts';
import {codeCacheFile, readCodeCache, writeCodeCache} from '../../src/build/code-cache.ts';

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

/** One run of the program: what it answers, with the code kept at its end. */
const run = (build = 'b1') => {
  const saves: (() => void)[] = [];
  const load = createChunkLoader({
    folder: place('dist'),
    packs: {},
    require,
    cachedFrom: 'reader.js',
    build,
    cacheFolder: place('cache'),
    schedule: save => saves.push(save),
  });
  const answer = (load('main.js') as {read(): number}).read();
  for (const save of saves) save();
  return answer;
};

const kept = (build = 'b1') => readCodeCache(codeCacheFile(place('cache'), build), crc32);

describe('chunks', () => {
  test('run once and know their place', () => {
    const load = createChunkLoader({
      folder: place('dist'),
      packs: {},
      require,
      cachedFrom: '',
      build: '',
      cacheFolder: undefined,
      schedule: () => {},
    });
    const shared = load('shared.js');
    expect(load('shared.js')).toBe(shared);
    expect(shared.place).toEqual([place('dist', 'shared.js'), `file://${place('dist', 'shared.js')}`]);
  });
});

describe('kept code', () => {
  test('holds the chunks from the reader on, for the user alone to write', () => {
    expect(run()).toBe(42);
    expect([...kept().keys()].sort()).toEqual(['reader.js', 'shared.js']);
    expect(run()).toBe(42);
  });

  test('is written once, and again only when a chunk lacks', () => {
    run();
    const [name = ''] = cacheFiles();
    const before = readFileSync(place('cache', name));
    writeFileSync(place('cache', name), before);
    run();
    expect(readFileSync(place('cache', name))).toEqual(before);
    chunk('shared.js', `exports.add = (a, b) => a - b;`);
    expect(run()).toBe(38);
    expect(readFileSync(place('cache', name))).not.toEqual(before);
    expect(run()).toBe(38);
  });

  test('is not used for a source of the same length', () => {
    run();
    writeFileSync(
      place('dist', 'shared.js'),
      readFileSync(place('dist', 'shared.js'), 'utf8').replace('a + b', 'a - b'),
    );
    expect(run()).toBe(38);
  });

  test('of another build goes when it is old', () => {
    run('b1');
    run('b2');
    expect(cacheFiles()).toHaveLength(2);
    const [old = ''] = cacheFiles();
    utimesSync(place('cache', old), 0, 0);
    run('b3');
    expect(cacheFiles()).toEqual([expect.stringContaining('code-b2-'), expect.stringContaining('code-b3-')]);
  });

  test.each([
    ['others may write it', (file: string) => chmodSync(file, 0o666)],
    [
      'it is a link',
      (file: string) => {
        cpSync(file, place('real'));
        rmSync(file);
        symlinkSync(place('real'), file);
      },
    ],
    [
      'it is a folder',
      (file: string) => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
    ['it is empty', (file: string) => writeFileSync(file, '')],
    ['it is something else', (file: string) => writeFileSync(file, 'x'.repeat(5000))],
  ])('is not believed when %s', (_, spoil) => {
    run();
    spoil(place('cache', cacheFiles()[0] ?? ''));
    expect(kept().size).toBe(0);
    expect(run()).toBe(42);
  });

  test('is not believed with any bit turned', () => {
    run();
    const file = place('cache', cacheFiles()[0] ?? '');
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(file, damaged, {mode: 0o600});
      expect(kept().size, `byte ${at}`).toBe(0);
    }
  });

  test('is done without where nothing can be written', () => {
    writeFileSync(place('cache'), 'a file where the folder should be');
    expect(run()).toBe(42);
    expect(() => writeCodeCache('/dev/null/newsprint/code-x', new Map(), {build: 'x', crc32})).not.toThrow();
  });
});
