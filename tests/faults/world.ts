/**
 * A library, a home of its own, and the real program for the fault tests: what goes wrong with the disk, the cache or the
 * program itself may cost time, but never an answer.
 */
import {type ChildProcess, spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {expect, onTestFinished} from 'vitest';
import {idOfPath} from '../../src/core/article-path.ts';
import {type CliResult, runCli} from '../support/cli.ts';
import {launcher} from '../support/program.ts';
import {createSynthetic, isDraft, isPlantedIn, planted, writeLibrary} from '../support/synthetic.ts';

export interface World {
  readonly library: string;
  /** Where the program keeps what may be deleted; not there before the first run. */
  readonly cache: string;
  readonly env: Readonly<Record<string, string>>;
  /** The number of articles. */
  readonly count: number;
  /** Below the library, by the numbers of the articles. */
  readonly paths: readonly string[];
  run(...args: readonly string[]): Promise<CliResult>;
  /** Does not wait for its end. */
  start(...args: readonly string[]): ChildProcess;
  /** Replaces the text of articles, each file by another one; the word stands in all of them. */
  rewrite(numbers: readonly number[], word: string): void;
  removeCache(): void;
}

export interface WorldOptions {
  readonly articles: number;
  /** A cache elsewhere than in the home of the world. */
  readonly cacheHome?: string;
  /** A second library of a single article; then the configuration names both, and the environment none. */
  readonly besides?: string;
}

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, text);
};

/** So many articles have an index on the disk; a smaller library does without, and these tests would test little. */
export const fewest = 320;

/** Short articles, since their number is what matters; removed when the test ends. */
const bytes = 1_200;

export const createWorld = ({articles, cacheHome, besides}: WorldOptions): World => {
  const home = mkdtempSync(join(tmpdir(), 'newsprint-faults-'));
  onTestFinished(() => rmSync(home, {recursive: true, force: true, maxRetries: 5}));
  const library = join(home, 'library');
  const paths = writeLibrary(library, {articles, bytes});
  const articleAt = createSynthetic({articles, bytes});
  const env = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CACHE_HOME: cacheHome ?? join(home, 'cache'),
    ...(besides === undefined && {NEWSPRINT_LIBRARY: library}),
  };
  if (besides !== undefined) {
    const other = join(home, 'other');
    write(join(other, 'alone.md'), besides);
    write(join(home, 'config/newsprint/config.yaml'), `libraries:\n  - ${library}\n  - ${other}\n`);
  }
  return {
    library,
    cache: join(env.XDG_CACHE_HOME, 'newsprint'),
    env,
    count: articles,
    paths,
    run: (...args) => runCli(args, {env, timeout: 60_000}),
    start: (...args) =>
      spawn(process.execPath, [launcher, ...args], {env: {PATH: process.env.PATH, ...env}, stdio: 'ignore'}),
    rewrite: (numbers, word) => {
      for (const number of numbers) {
        const {path, text} = articleAt(number);
        const file = join(library, path);
        const draft = join(dirname(file), `.${number}.tmp`);
        writeFileSync(draft, `${text}\nIt was ${word} then.\n`);
        renameSync(draft, file);
      }
    },
    removeCache: () => rmSync(join(env.XDG_CACHE_HOME, 'newsprint'), {recursive: true, force: true}),
  };
};

/** The ids of the articles that are shown, of all or of some numbers. */
export const idsOf = ({paths}: World, holds: (number: number) => boolean = () => true): string[] =>
  paths.flatMap((path, number) => (holds(number) && !isDraft(number) ? [idOfPath(path)] : [])).sort();

const printedIds = ({stdout}: CliResult): string[] =>
  stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.slice(0, line.indexOf('\t')))
    .sort();

/** Words in one of five and in one of 500 articles, and a phrase. */
const queries = planted.filter(({text}) => ['voxeqal', 'marxiquo', 'deluxaq morexin'].includes(text));

/** What is told of the index and of where it is kept, a text for each run that tells something. */
export const toldOf = (results: readonly CliResult[]): string[] =>
  results.map(({stderr}) => stderr).filter(stderr => /index|cache|damage|disk/i.test(stderr));

/** The list of all articles. */
export const expectRightList = async (world: World, shown = idsOf(world)): Promise<CliResult> => {
  const result = await world.run('list', '--plain');
  expect({status: result.status, ids: printedIds(result)}).toEqual({status: 0, ids: shown});
  return result;
};

/** What a query finds, by the numbers of the articles. */
export const expectFound = async (
  world: World,
  query: string,
  holds: (number: number) => boolean,
): Promise<CliResult> => {
  const result = await world.run('search', '--plain', query);
  const ids = idsOf(world, holds);
  expect({query, status: result.status, ids: printedIds(result)}).toEqual({query, status: ids.length > 0 ? 0 : 1, ids});
  return result;
};

/** All of the list, and what queries find. @returns the runs */
export const expectRightAnswers = async (world: World): Promise<readonly CliResult[]> => {
  const results = [await expectRightList(world)];
  for (const plant of queries) {
    const query = plant.text.includes(' ') ? `"${plant.text}"` : plant.text;
    results.push(await expectFound(world, query, number => isPlantedIn(plant, number)));
  }
  return results;
};

/** Makes the index and holds it to have said nothing of trouble. */
export const makeIndex = async (world: World): Promise<void> => {
  const {status, stderr} = await world.run('index');
  expect({status, stderr}).toMatchObject({status: 0});
};

/** A failure that was foreseen: no bug is told, and nothing of where in the program it came up. */
export const expectNoBug = ({status, stderr}: CliResult): void => {
  expect({status, stderr}).not.toMatchObject({status: 70});
  expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
};
