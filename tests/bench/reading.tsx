/** How quick reading is: the first screen of a long article, and a key on it. */
import {EventEmitter} from 'node:events';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import type {Article} from '../../src/core/article.ts';
import {createTheme} from '../../src/render/theme.ts';
import {loadArticle} from '../../src/store/library.ts';
import {startState} from '../../src/tui/start.ts';
import type {State} from '../../src/tui/state.ts';
import {update} from '../../src/tui/update.ts';
import {createSandbox} from '../support/program.ts';
import {finalShape, timeToShape} from './program-runs.ts';
import {median, runInTurn} from './rounds.ts';
import type {Row} from './row.ts';

const size = {columns: 120, rows: 40} as const;

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

const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** A place for Ink to draw to, which tells when it did. */
const createCanvas = () => {
  let drawn = (): void => {};
  const canvas = Object.assign(new EventEmitter(), {
    ...size,
    isTTY: true,
    writable: true,
    write: () => {
      drawn();
      return true;
    },
  });
  return {canvas: canvas as unknown as NodeJS.WriteStream, next: () => new Promise<void>(resolve => (drawn = resolve))};
};

/** Milliseconds from a change to its frame, for each of many changes. */
const timeFrames = async (steps: readonly (() => React.ReactElement)[]): Promise<number[]> => {
  const {render, Text} = await import('ink');
  const {canvas, next} = createCanvas();
  const ink = render(<Text> </Text>, {stdout: canvas, debug: true, patchConsole: false, exitOnCtrlC: false});
  const times: number[] = [];
  for (const make of steps) {
    const start = performance.now();
    const frame = next();
    ink.rerender(make());
    await frame;
    times.push(performance.now() - start);
  }
  ink.unmount();
  return times;
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

const timeKeys = async (article: Article, keys: number): Promise<{frames: number[]; still: number[]}> => {
  const {Screen} = await import('../../src/tui/components/screen.tsx');
  const {Lines} = await import('../../src/tui/components/lines.tsx');
  const settings = {theme: createTheme('ansi', 2), measure: 72, hyperlinks: true, today: new Date()};
  const library = {articles: [article], failures: [], folders: []};
  let {state}: {state: State} = startState({library, article, settings, size});
  const press = (key: string) => () => {
    ({state} = update(state, {type: 'key', key}));
    return <Screen state={state} />;
  };
  // Numbered, or Ink would see that there is nothing to draw.
  const page = (count: number) => () => (
    <Lines
      lines={Array.from({length: 39}, (_, i) => `${count} ${'a still line of text '.repeat(4)}${i}`)}
      width={120}
    />
  );
  const frames = await timeFrames(Array.from({length: keys}, (_, i) => press(script[i % script.length] ?? 'j')));
  const still = await timeFrames(Array.from({length: keys}, (_, i) => page(i)));
  return {frames, still};
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
    const keys = await timeKeys(loadArticle(long), 30 * rounds);
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
