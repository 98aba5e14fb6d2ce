/** The program killed while it indexes, and two of it at once. */
import {once} from 'node:events';
import {setTimeout as wait} from 'node:timers/promises';
import {describe, expect, test} from 'vitest';
import {createRandom} from '../support/synthetic/random.ts';
import {expectCompleteIndex} from './kept-files.ts';
import {createWorld, expectFound, expectRightAnswers, expectRightList, fewest, makeIndex} from './world.ts';

describe('an index that was broken off', () => {
  test('kill -9 at any moment costs no answer, and what follows completes the index', {timeout: 60_000}, async () => {
    const rounds = 6;
    const world = createWorld({articles: 600});
    const random = createRandom(11);
    const start = performance.now();
    await makeIndex(world);
    const whole = performance.now() - start;

    let kills = 0;
    for (let round = 0; round < rounds; round++) {
      // Sometimes all is to be done, sometimes a part; else there would be nothing left to break off.
      const rewritten = (number: number) => number % 3 === round % 3;
      const word = `reworded${round}`;
      if (round % 4 === 0) world.removeCache();
      world.rewrite(world.paths.map((_, number) => number).filter(rewritten), word);
      const program = world.start('index');
      const ended = once(program, 'exit');
      await Promise.race([wait(random.next() * whole), ended]);
      program.kill('SIGKILL');
      await ended;
      if (program.signalCode === 'SIGKILL') kills++;
      await expectRightList(world);
      await expectFound(world, word, rewritten);
    }
    expect(kills).toBeGreaterThan(rounds / 4);
    await makeIndex(world);
    await expectRightAnswers(world);
    expectCompleteIndex(world.cache, world.count);
  });

  test('killed before it took in a single article, the next run does it all', async () => {
    const world = createWorld({articles: fewest});
    const program = world.start('index');
    const ended = once(program, 'exit');
    program.kill('SIGKILL');
    await ended;
    await makeIndex(world);
    await expectRightAnswers(world);
    expectCompleteIndex(world.cache, world.count);
  });
});

describe('several newsprints at once', () => {
  test('two that index the same library both end well, and nothing is there twice or missing', async () => {
    const world = createWorld({articles: 600});
    const [one, two] = await Promise.all([world.run('index'), world.run('index')]);
    expect([one, two].map(({status, stderr}) => ({status, isBug: stderr.includes('bug')}))).toEqual([
      {status: 0, isBug: false},
      {status: 0, isBug: false},
    ]);
    await expectRightAnswers(world);
    expectCompleteIndex(world.cache, world.count);
  });

  test('lists and queries answer right while another one indexes', async () => {
    const world = createWorld({articles: 600});
    const indexing = world.run('index');
    await expectRightAnswers(world);
    expect((await indexing).status).toBe(0);
    await expectRightAnswers(world);
  });
});
