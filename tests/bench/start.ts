/** How long newsprint takes to begin, against Node doing nothing. */
import {readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {createSandbox} from '../support/program.ts';
import {finalShape, timeInTerminal, timeIntoPipe, timeToShape} from './program-runs.ts';
import {median, runInTurn} from './rounds.ts';
import type {Row} from './row.ts';

/** The ids of the bundled articles of about five thousand bytes. */
const articlesOfSize = (root: string): string[] => {
  const articles = join(root, 'articles');
  return readdirSync(articles, {recursive: true, encoding: 'utf8'})
    .filter(file => file.endsWith('.md') && Math.round(statSync(join(articles, file)).size / 1000) === 5)
    .map(file => file.replace(/\.md$/, ''));
};

/** Each in turn, over and over. */
const inTurn = <Item>(items: readonly Item[]): (() => Item) => {
  let next = 0;
  return () => items[next++ % items.length] as Item;
};

/** A reader of prose waits for none of what it takes to draw these. */
const mostTables = 'guides/keys';

/** @param root the project's folder, built */
export const benchStart = async (root: string, rounds: number): Promise<readonly Row[]> => {
  const kept = createSandbox();
  const bare = createSandbox({XDG_CACHE_HOME: '/dev/null'});
  const reader = [join(root, 'bin', 'newsprint.js')];
  const list = [...reader, 'list', '--plain'];
  const read = (id: string) => [...reader, 'read', id, '--plain'];
  const nextArticle = inTurn(articlesOfSize(root));
  const nextBare = inTurn(articlesOfSize(root));
  const nothing = ['-e', '0'];
  const first = {keys: '', wanted: await finalShape(reader, kept.env, '')};
  const moved = {keys: 'j', wanted: await finalShape(reader, kept.env, 'j')};
  if (first.wanted === moved.wanted) throw new Error('the key that was typed at once changed nothing');

  const inPipe = await runInTurn(
    [
      {name: 'node', run: () => timeIntoPipe(nothing, kept.env)},
      {name: 'list', run: () => timeIntoPipe(list, kept.env)},
      {name: 'read', run: () => timeIntoPipe(read(nextArticle()), kept.env)},
      {name: 'tables', run: () => timeIntoPipe(read(mostTables), kept.env)},
      {name: 'list, bare', run: () => timeIntoPipe(list, bare.env)},
      {name: 'read, bare', run: () => timeIntoPipe(read(nextBare()), bare.env)},
    ],
    rounds,
  );
  const inTerminal = await runInTurn(
    [
      {name: 'node', run: () => timeInTerminal(nothing, kept.env)},
      {name: 'reader', run: () => timeToShape(reader, kept.env, first)},
      {name: 'key', run: () => timeToShape(reader, kept.env, moved)},
      {name: 'reader, bare', run: () => timeToShape(reader, bare.env, first)},
    ],
    rounds,
  );
  kept.remove();
  bare.remove();

  const row = (what: string, times: ReadonlyMap<string, readonly number[]>, name: string, reach?: number): Row => ({
    what,
    took: median(times.get(name) ?? []),
    against: 'node -e 0',
    baseline: median(times.get('node') ?? []),
    ...(reach !== undefined && {reach}),
  });
  return [
    row('list --plain, bundled articles', inPipe, 'list', 1.6),
    row('list --plain, no compiled code kept', inPipe, 'list, bare'),
    row('read --plain, articles of 5 KB', inPipe, 'read', 1.9),
    row('read --plain, the one with the most tables', inPipe, 'tables'),
    row('read --plain, no compiled code kept', inPipe, 'read, bare'),
    row('reader, first complete frame, 120×40', inTerminal, 'reader', 3.3),
    row('reader, a key typed at once answered', inTerminal, 'key', 3.6),
    row('reader, no compiled code kept', inTerminal, 'reader, bare'),
  ];
};
