/** A library that goes away and comes back, files that are all renamed, and clocks that are wrong. */
import {renameSync, utimesSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {idOfPath} from '../../src/core/article-path.ts';
import {isDraft, isPlantedIn, planted} from '../support/synthetic.ts';
import {contentsOf, expectCompleteIndex} from './kept-files.ts';
import {
  createWorld,
  expectFound,
  expectNoBug,
  expectRightAnswers,
  expectRightList,
  fewest,
  makeIndex,
  type World,
} from './world.ts';

const common = planted.filter(({text}) => text === 'voxeqal');
const holdsCommon = (number: number) => common.some(plant => isPlantedIn(plant, number));

describe('a library that disappears', () => {
  test('is told of, and is whole again when it comes back', async () => {
    const world = createWorld({articles: fewest});
    await makeIndex(world);
    const away = `${world.library}-away`;
    renameSync(world.library, away);
    for (const args of [['list', '--plain'], ['list', '--plain', 'voxeqal'], ['index']]) {
      const result = await world.run(...args);
      expectNoBug(result);
      expect(result.status).not.toBe(0);
      expect(result.stderr).toContain(world.library);
    }
    renameSync(away, world.library);
    await expectRightAnswers(world);
    expectCompleteIndex(world.cache, world.count);
  });

  test('leaves the others of the configuration as they are', async () => {
    const world = createWorld({articles: fewest, besides: '---\ntitle: Alone\n---\nA voxeqal of its own.\n'});
    const found = async () => (await world.run('list', '--plain', 'voxeqal')).stdout.trimEnd().split('\n').sort();
    await makeIndex(world);
    const whole = await found();
    const away = `${world.library}-away`;
    renameSync(world.library, away);
    expect(await found()).toEqual(whole.filter(line => line.endsWith('\tAlone')));
    renameSync(away, world.library);
    expect(await found()).toEqual(whole);
  });
});

/** Another name for each file, in its folder. */
const renameAll = (world: World): World => ({
  ...world,
  paths: world.paths.map(path => {
    const renamed = join(dirname(path), `moved-${basename(path)}`);
    renameSync(join(world.library, path), join(world.library, renamed));
    return renamed;
  }),
});

/** Ten thousand take a minute and a half on a slow machine, and find out no more. */
const many = 1500;

describe('thousands of files renamed at once', () => {
  test('what was read stays read', {timeout: 90_000}, async () => {
    const world = createWorld({articles: many});
    await makeIndex(world);
    expect((await world.run('mark', '--query', 'voxeqal', '--read', '--yes')).status).toBe(0);
    const moved = renameAll(world);
    await makeIndex(moved);
    const {stdout} = await moved.run('list', '--plain', '--fields', 'id', 'is:read');
    const expected = moved.paths.filter((_, number) => holdsCommon(number) && !isDraft(number)).map(idOfPath);
    expect(stdout.trimEnd().split('\n').sort()).toEqual(expected.sort());
  });
});

describe('many files renamed at once', () => {
  test('are found under their new names, and under none of the old', async () => {
    const world = createWorld({articles: 500});
    await makeIndex(world);
    const moved = renameAll(world);
    await expectRightAnswers(moved);
    await makeIndex(moved);
    await expectRightAnswers(moved);
    expectCompleteIndex(moved.cache, moved.count);
  });
});

const hour = 3_600;

/** Sets the times of all files and their folders to so many seconds from now. */
const setTimes = (world: World, seconds: number): void => {
  const time = Date.now() / 1000 + seconds;
  for (const path of world.paths) utimesSync(join(world.library, path), time, time);
  for (const folder of new Set(world.paths.map(dirname))) utimesSync(join(world.library, folder), time, time);
};

describe('clocks that are wrong', () => {
  test.each([
    ['an hour ahead', hour],
    ['ten years ahead', 10 * 365 * 24 * hour],
    ['before 1970', -60 * 365 * 24 * hour],
  ])('files from %s are listed, and what is written later takes their place', async (_, seconds) => {
    const world = createWorld({articles: fewest});
    setTimes(world, seconds);
    await makeIndex(world);
    await expectRightAnswers(world);
    const rewritten = (number: number) => number % 7 === 0;
    world.rewrite(world.paths.map((_path, number) => number).filter(rewritten), 'reworded');
    await expectRightList(world);
    await expectFound(world, 'reworded', rewritten);
  });

  test('a clock that went back: files are older than what is known of them', async () => {
    const world = createWorld({articles: fewest});
    setTimes(world, hour);
    await makeIndex(world);
    const rewritten = (number: number) => number % 7 === 0;
    world.rewrite(world.paths.map((_path, number) => number).filter(rewritten), 'reworded');
    setTimes(world, -hour);
    await expectRightList(world);
    await expectFound(world, 'reworded', rewritten);
    await makeIndex(world);
    await expectFound(world, 'reworded', rewritten);
    expectCompleteIndex(world.cache, world.count);
  });

  test('a cache from the future is as good as any', async () => {
    const world = createWorld({articles: fewest});
    await makeIndex(world);
    const ahead = Date.now() / 1000 + 24 * hour;
    for (const file of contentsOf(world.cache).keys()) utimesSync(file, ahead, ahead);
    world.rewrite([1, 2, 3], 'reworded');
    await expectFound(world, 'reworded', number => number >= 1 && number <= 3);
    await expectRightList(world);
  });
});
