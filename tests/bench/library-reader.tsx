/** How the reader bears a library of a hundred thousand: its first frame, its memory, a key, a query that is typed. */
import {join} from 'node:path';
import {frameSize, timeKeys, timeStillFrames} from './frames.tsx';
import {makeIndex} from './index-command.ts';
import type {KeptLibrary} from './kept-library.ts';
import {tellsMemory} from './memory.ts';
import {openFrontPage} from './open-index.ts';
import type {Environment} from './program-runs.ts';
import {openReader, type ReaderSession} from './reader-session.ts';
import {median, percentile, runInTurn} from './rounds.ts';
import type {Row} from './row.ts';

export interface ReaderLibraries {
  /** Of ten articles. */
  readonly small: KeptLibrary;
  /** Of a hundred thousand. */
  readonly huge: KeptLibrary;
}

interface Visit {
  readonly firstFrame: number;
  readonly memoryAtFirst: number;
  readonly memoryLater: number;
  readonly keys: readonly number[];
  readonly letters: readonly number[];
  readonly settled: number;
}

/** Down and up again: every one of them changes the screen, in a list of ten as well. */
const keys = [...'jjjjjjjjjkkkkkkkkk', 'G', 'g'];
const keyCount = 100;

/** In one article of five, and a longer list than that at every letter before the last. */
const typed = 'paxiquer';

/** Milliseconds without a frame after which a list is believed to be the answer. */
const silence = 1_500;

const visit = async (session: ReaderSession): Promise<Visit> => {
  const memoryAtFirst = session.memory();
  const pressed: number[] = [];
  for (let n = 0; n < keyCount; n++) pressed.push(await session.press(keys[n % keys.length] ?? 'j'));
  const memoryLater = session.memory();
  await session.press('/');
  const letters: number[] = [];
  for (const letter of typed) letters.push(await session.press(letter));
  const settled = await session.settle(silence);
  // Escape leaves the prompt, or Q would be a letter of the query.
  await session.press('\u001B');
  await session.close();
  return {firstFrame: session.firstFrame, memoryAtFirst, memoryLater, keys: pressed, letters, settled};
};

const openings = (root: string, library: KeptLibrary, env: Environment) => () =>
  openReader([join(root, 'bin', 'newsprint.js'), '--library', library.folder], env);

const timeFirstFrame = async (open: () => Promise<ReaderSession>): Promise<number> => {
  const session = await open();
  await session.close();
  return session.firstFrame;
};

const visits = async (open: () => Promise<ReaderSession>, count: number): Promise<readonly Visit[]> => {
  const made: Visit[] = [];
  while (made.length < count) made.push(await visit(await open()));
  return made;
};

/** Keys without a terminal, which is what a still frame can be compared with. */
const keysInside = async (folder: string, cacheFolder: string, count: number): Promise<Row> => {
  const times = await timeKeys(openFrontPage(folder, cacheFolder, frameSize), [...keys], count);
  return {
    what: 'a key to its frame, list of 100,000, p95',
    took: percentile(times, 0.95),
    against: 'a still frame',
    baseline: percentile(await timeStillFrames(count), 0.95),
    reach: 1.5,
  };
};

/** Without an index the reader reads the whole library first: one look at that is enough. */
const counts = (rounds: number) => ({firstFrames: rounds, warmUps: 3, visits: 3});

export const benchReader = async (
  root: string,
  {small, huge}: ReaderLibraries,
  rounds: number,
): Promise<readonly Row[]> => {
  process.env.NODE_ENV = 'production';
  if (!tellsMemory) return [{what: 'the reader, 100,000 articles', skipped: 'there is no /proc to ask for memory'}];
  const [smallSandbox, hugeSandbox] = [small.sandbox(), huge.sandbox()];
  const count = counts(rounds);
  try {
    await makeIndex(root, huge.folder, hugeSandbox.env);
    const openSmall = openings(root, small, smallSandbox.env);
    const openHuge = openings(root, huge, hugeSandbox.env);
    const times = await runInTurn(
      [
        {name: 'small', run: () => timeFirstFrame(openSmall)},
        {name: 'huge', run: () => timeFirstFrame(openHuge)},
      ],
      count.firstFrames,
      count,
    );
    const few = await visits(openSmall, count.visits);
    const many = await visits(openHuge, count.visits);
    const cacheFolder = join(hugeSandbox.env.XDG_CACHE_HOME ?? '', 'newsprint');
    const compared = (what: string, ofVisit: (visit: Visit) => number, limits: {reach?: number; unit?: 'MB'}): Row => ({
      what,
      took: median(many.map(ofVisit)),
      against: 'with 10',
      baseline: median(few.map(ofVisit)),
      ...limits,
    });
    return [
      {
        what: 'reader, 100,000 articles, first frame',
        took: median(times.get('huge') ?? []),
        against: 'with 10',
        baseline: median(times.get('small') ?? []),
        reach: 1.3,
      },
      compared('memory after the first frame', visit => visit.memoryAtFirst, {reach: 2, unit: 'MB'}),
      compared('memory after 100 keys', visit => visit.memoryLater, {reach: 2, unit: 'MB'}),
      await keysInside(huge.folder, cacheFolder, 30 * rounds),
      compared('the same in a terminal', visit => percentile(visit.keys, 0.95), {}),
      compared('a letter of a query to its frame, p95', visit => percentile(visit.letters, 0.95), {}),
      compared('the last of 8 letters to the settled list', visit => visit.settled, {}),
    ];
  } finally {
    smallSandbox.remove();
    hugeSandbox.remove();
  }
};
