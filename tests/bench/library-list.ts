/** How quick listing is where there is much to list, and what it takes to make and to refresh the index. */
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {createSandbox} from '../support/program.ts';
import {makeIndex} from './index-command.ts';
import type {KeptLibrary} from './kept-library.ts';
import {timeCommand, timeIntoPipe} from './program-runs.ts';
import {median, runInTurn} from './rounds.ts';
import type {Row} from './row.ts';

export interface Libraries {
  /** Of ten thousand articles. */
  readonly large: KeptLibrary;
  /** Of a hundred thousand. */
  readonly huge: KeptLibrary;
}

const largeCount = 10_000;

const listOf = (root: string, {folder}: KeptLibrary): string[] => [
  join(root, 'bin', 'newsprint.js'),
  'list',
  '--plain',
  '--library',
  folder,
];

export const benchList = async (root: string, {large, huge}: Libraries, rounds: number): Promise<readonly Row[]> => {
  const [largeSandbox, hugeSandbox] = [large.sandbox(), huge.sandbox()];
  await makeIndex(root, large.folder, largeSandbox.env);
  await makeIndex(root, huge.folder, hugeSandbox.env);
  const times = await runInTurn(
    [
      {name: 'node', run: () => timeIntoPipe(['-e', '0'], largeSandbox.env)},
      {name: 'large', run: () => timeIntoPipe(listOf(root, large), largeSandbox.env)},
      {name: 'huge', run: () => timeIntoPipe(listOf(root, huge), hugeSandbox.env)},
    ],
    rounds,
    {warmUps: 3},
  );
  largeSandbox.remove();
  hugeSandbox.remove();
  const row = (what: string, name: string, reach: number): Row => ({
    what,
    took: median(times.get(name) ?? []),
    against: 'node -e 0',
    baseline: median(times.get('node') ?? []),
    reach,
  });
  return [
    row('list --plain, 10,000 articles, index fresh', 'large', 2.5),
    row('list --plain, 100,000 articles, index fresh', 'huge', 12),
  ];
};

/** Making an index of ten thousand articles is no matter of milliseconds: few rounds tell. */
const indexRounds = 3;

export const benchIndex = async (root: string, {large}: Libraries): Promise<readonly Row[]> => {
  const what = 'first indexing, 10,000 articles';
  const sandbox = createSandbox();
  const read = `find '${large.folder}' -name '*.md' -print0 | xargs -0 cat`;
  const times = await runInTurn(
    [
      {
        name: 'index',
        run: () => {
          rmSync(sandbox.env.XDG_CACHE_HOME ?? '', {recursive: true, force: true});
          return makeIndex(root, large.folder, sandbox.env);
        },
      },
      {name: 'cat', run: () => timeCommand('sh', ['-c', read], sandbox.env)},
    ],
    indexRounds,
    {warmUps: 1},
  );
  sandbox.remove();
  const took = median(times.get('index') ?? []);
  return [
    {what, took, against: 'cat of all files', baseline: median(times.get('cat') ?? [])},
    {what: `${what}, speed`, took: (largeCount / took) * 1000, unit: 'articles/s', atLeast: 1_000},
  ];
};

/** Articles in ten folders or so. */
const changed = Array.from({length: 10}, (_, n) => n * 997);

export const benchChanges = async (root: string, {large}: Libraries, rounds: number): Promise<readonly Row[]> => {
  const sandbox = large.sandbox();
  const list = () => timeIntoPipe(listOf(root, large), sandbox.env);
  let edits = 0;
  const edit = () => {
    edits++;
    for (const index of changed) large.replace(index, `${large.textAt(index)}\nEdited ${edits} times.\n`);
  };
  await makeIndex(root, large.folder, sandbox.env);
  try {
    const times = await runInTurn(
      [
        {name: 'unchanged', run: list},
        {
          name: 'changed',
          run: () => {
            edit();
            return list();
          },
        },
      ],
      rounds,
      {warmUps: 3},
    );
    return [
      {
        what: 'list --plain, 10 of 10,000 rewritten',
        took: median(times.get('changed') ?? []),
        against: 'none rewritten',
        baseline: median(times.get('unchanged') ?? []),
        reach: 1.2,
      },
    ];
  } finally {
    for (const index of changed) large.replace(index, large.textAt(index));
    sandbox.remove();
  }
};
