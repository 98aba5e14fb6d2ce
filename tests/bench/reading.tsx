/** How quick reading is: the first screen of a long article, and a key on it. */
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import type {Article} from '../../src/core/article.ts';
import {loadArticle} from '../../src/store/library.ts';
import {loosePosition} from '../../src/tui/library.ts';
import {noMarks} from '../../src/tui/marks.ts';
import {startState} from '../../src/tui/start.ts';
import {listingOf} from '../support/listing.ts';
import {createSandbox} from '../support/program.ts';
import {frameSize as size, timeKeys, timeStillFrames} from './frames.tsx';
import {finalShape, timeToShape} from './program-runs.ts';
import {median, percentile, runInTurn} from './rounds.ts';
import type {Row} from './row.ts';
import {benchSettings} from './settings.ts';

/** An article of so many characters, made of the bundled ones; no two paragraphs are the same. */
const longText = (root: string, length: number): string => {
  const articles = join(root, 'articles');
  const bodies = readdirSync(articles, {recursive: true, encoding: 'utf8'})
    .filter(file => file.endsWith('.md'))
    .map(file => readFileSync(join(articles, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''));
  const text: string[] = [];
  for (let copy = 0, written = 0; written < length; copy++) {
    for (const body of bodies) {
      text.push(body.replaceAll(' the ', ` the ${copy} `));
      written += body.length;
    }
  }
  return `---\ntitle: A long article\n---\n${text.join('\n\n').slice(0, length)}\n`;
};

/** Keys of somebody who reads on, back, and far away. */
const script = [
  ...'jjjjjjjj',
  'space',
  'space',
  'd',
  'u',
  'b',
  'k',
  'k',
  'tab',
  'tab',
  'n',
  'G',
  'k',
  'b',
  'g',
  'space',
];

const timeArticle = async (article: Article, count: number): Promise<{frames: number[]; still: number[]}> => {
  const settings = benchSettings();
  const library = {listing: listingOf(), loose: article, load: () => undefined, recall: () => undefined};
  const start = {library, marks: noMarks(0), position: loosePosition, views: [], settings, size};
  const {state} = startState(start);
  return {frames: await timeKeys(state, script, count), still: await timeStillFrames(count)};
};

/** @param root the project's folder, built */
export const benchReading = async (root: string, rounds: number): Promise<readonly Row[]> => {
  process.env.NODE_ENV = 'production';
  const folder = mkdtempSync(join(tmpdir(), 'newsprint-bench-'));
  const {env, remove} = createSandbox();
  try {
    const [short, long] = [5_000, 1_000_000].map(length => {
      // Each in a library of its own: what is related to it is no part of the question.
      const file = join(folder, String(length), 'article.md');
      mkdirSync(dirname(file));
      writeFileSync(file, longText(root, length));
      return file;
    }) as [string, string];
    const open = (file: string) => [join(root, 'bin', 'newsprint.js'), '--library', dirname(file), file];
    const shapes = {short: await finalShape(open(short), env, ''), long: await finalShape(open(long), env, '')};
    const times = await runInTurn(
      [
        {name: 'short', run: () => timeToShape(open(short), env, {keys: '', wanted: shapes.short})},
        {name: 'long', run: () => timeToShape(open(long), env, {keys: '', wanted: shapes.long})},
      ],
      rounds,
    );
    const keys = await timeArticle(loadArticle(long), 30 * rounds);
    const row = (what: string, took: number, against: string, baseline: number, reach?: number): Row => ({
      what,
      took,
      against,
      baseline,
      ...(reach !== undefined && {reach}),
    });
    return [
      row(
        'first screen of an article of 1 MB',
        median(times.get('long') ?? []),
        'of 5 KB',
        median(times.get('short') ?? []),
        3,
      ),
      row(
        'a key on it to its frame, p95',
        percentile(keys.frames, 0.95),
        'a still frame',
        percentile(keys.still, 0.95),
        1.5,
      ),
      row('a key on it to its frame, median', median(keys.frames), 'a still frame', median(keys.still)),
    ];
  } finally {
    remove();
    rmSync(folder, {recursive: true, force: true});
  }
};
