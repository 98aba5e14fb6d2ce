/** A cache that is damaged, that can't be written, or that is no folder. */
import {chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {createRandom, type Random} from '../support/synthetic/random.ts';
import {contentsOf, expectCompleteIndex} from './kept-files.ts';
import {canMount, mountSmall, remount} from './small-disk.ts';
import {createWorld, expectNoBug, expectRightAnswers, fewest, makeIndex, toldOf, type World} from './world.ts';

/** Bytes that nobody meant, at places that nobody chose. */
const scribbled = (content: Buffer, random: Random): Buffer => {
  const damaged = Buffer.from(content);
  for (let places = 1 + random.below(20); places > 0 && damaged.length > 0; places--) {
    const at = random.below(damaged.length);
    for (let n = 0; n < 64 && at + n < damaged.length; n++) damaged[at + n] = random.below(256);
  }
  return damaged;
};

/** How each round damages what every file of the cache holds. */
const damages: readonly {
  readonly name: string;
  readonly seed: number;
  damage(content: Buffer, random: Random): Buffer;
}[] = [
  ...[1, 2, 3, 4].map(seed => ({name: `random bytes, seed ${seed}`, seed, damage: scribbled})),
  {name: 'the second half gone', seed: 5, damage: content => content.subarray(0, content.length >> 1)},
  {name: 'nothing but zeros', seed: 6, damage: content => Buffer.alloc(content.length)},
  {name: 'nothing in it', seed: 7, damage: () => Buffer.alloc(0)},
];

describe('a damaged cache', () => {
  test('costs no answer, and is told of once at most', {timeout: 60_000}, async () => {
    const world = createWorld({articles: fewest});
    await makeIndex(world);
    await expectRightAnswers(world);
    const sound = contentsOf(world.cache);
    for (const {name, seed, damage} of damages) {
      const random = createRandom(seed);
      world.removeCache();
      for (const [file, content] of sound) {
        mkdirSync(dirname(file), {recursive: true});
        writeFileSync(file, damage(content, random));
      }
      const told = toldOf(await expectRightAnswers(world));
      expect({name, times: told.length, told}).toMatchObject({name, times: Math.min(told.length, 1)});
    }
    await makeIndex(world);
    await expectRightAnswers(world);
    expectCompleteIndex(world.cache, world.count);
  });

  test('a log of the database that is cut off costs nothing but time', async () => {
    const world = createWorld({articles: fewest});
    const program = world.run('index');
    await program;
    for (const [file, {length}] of contentsOf(world.cache)) if (/-wal$/.test(file)) truncateSync(file, length >> 1);
    await expectRightAnswers(world);
  });
});

/** Every run answers, and none tells more than once that it cannot keep anything. */
const expectAnswersWithoutCache = async (world: World): Promise<void> => {
  for (const result of await expectRightAnswers(world)) {
    expectNoBug(result);
    expect(
      toldOf([result])
        .join('')
        .split('\n')
        .filter(line => /^newsprint:/.test(line)).length,
    ).toBeLessThan(2);
  }
  expectNoBug(await world.run('index'));
};

describe('a cache that cannot be kept', () => {
  test('a file where the folder of all caches should be', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsprint-faults-'));
    onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
    const cacheHome = join(folder, 'cache');
    writeFileSync(cacheHome, 'a file\n');
    await expectAnswersWithoutCache(createWorld({articles: fewest, cacheHome}));
  });

  test('a file where the folder of newsprint should be', async () => {
    const world = createWorld({articles: fewest});
    mkdirSync(dirname(world.cache), {recursive: true});
    writeFileSync(world.cache, 'a file\n');
    await expectAnswersWithoutCache(world);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that may not be written (skipped for root, who may)', async () => {
    const world = createWorld({articles: fewest});
    mkdirSync(world.cache, {recursive: true});
    chmodSync(world.cache, 0o555);
    onTestFinished(() => chmodSync(world.cache, 0o755));
    await expectAnswersWithoutCache(world);
  });

  test.skipIf(!canMount)('a disk that may only be read (skipped where nothing may be mounted)', async () => {
    const cacheHome = mountSmall('64m');
    const world = createWorld({articles: fewest, cacheHome});
    remount(cacheHome, 'ro');
    await expectAnswersWithoutCache(world);
    remount(cacheHome, 'rw');
    await makeIndex(world);
    world.rewrite([1, 2, 3], 'reworded');
    remount(cacheHome, 'ro');
    await expectAnswersWithoutCache(world);
  });
});

describe('a full disk', () => {
  test.skipIf(!canMount)(
    'costs no answer, and room makes all well (skipped where nothing may be mounted)',
    async () => {
      const cacheHome = mountSmall('256k');
      const world = createWorld({articles: 600, cacheHome});
      expectNoBug(await world.run('index'));
      await expectAnswersWithoutCache(world);
      remount(cacheHome, 'size=256m');
      await makeIndex(world);
      await expectRightAnswers(world);
      expectCompleteIndex(world.cache, world.count);
    },
  );
});
