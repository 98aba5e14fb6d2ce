/** How quick questions are answered where there is much to ask: words and phrases, and what is related. */
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {planted} from '../support/synthetic.ts';
import {makeIndex} from './index-command.ts';
import type {KeptLibrary} from './kept-library.ts';
import {openRelated, openSearch} from './open-index.ts';
import {timeCommand} from './program-runs.ts';
import {median, percentile, runInTurn} from './rounds.ts';
import type {Row} from './row.ts';

/** Rare ones and frequent ones, of letters and of other characters, and one that is in every English article. */
const sought: readonly string[] = [...planted.slice(0, 19).map(({text}) => text), 'government'];

const asQuery = (text: string): string => (text.includes(' ') ? `"${text}"` : text);

const hasRipgrep = (): boolean => spawnSync('rg', ['--version']).status === 0;

const timed = (ask: () => number, question: string): Promise<number> => {
  const start = performance.now();
  const found = ask();
  const took = performance.now() - start;
  if (found === 0) throw new Error(`nothing answers ${question}`);
  return Promise.resolve(took);
};

export const benchQueries = async (root: string, library: KeptLibrary, rounds: number): Promise<readonly Row[]> => {
  const what = 'a query, 10,000 articles: 20 words and phrases';
  if (!hasRipgrep()) return [{what, skipped: 'rg is not installed to compare with'}];
  const sandbox = library.sandbox();
  await makeIndex(root, library.folder, sandbox.env);
  const search = openSearch(library.folder, join(sandbox.env.XDG_CACHE_HOME ?? '', 'newsprint'));
  // The folder is below one that git ignores.
  const grep = (text: string) => ['-il', '--no-ignore', '--fixed-strings', text, library.folder];
  const results: {own: number; grep: number}[] = [];
  for (const text of sought) {
    const times = await runInTurn(
      [
        {name: 'own', run: () => timed(() => search(asQuery(text)), text)},
        {name: 'grep', run: () => timeCommand('rg', grep(text), sandbox.env)},
      ],
      rounds,
      {warmUps: 1},
    );
    results.push({own: median(times.get('own') ?? []), grep: median(times.get('grep') ?? [])});
  }
  sandbox.remove();
  const slowest = results.reduce((a, b) => (a.own / a.grep > b.own / b.grep ? a : b));
  return [
    {
      what,
      took: median(results.map(({own}) => own)),
      against: 'rg -il of the same',
      baseline: median(results.map(({grep}) => grep)),
      ratio: median(results.map(({own, grep}) => own / grep)),
      reach: 0.25,
    },
    {what: 'the one that is slowest beside it', took: slowest.own, against: 'rg -il', baseline: slowest.grep},
  ];
};

const relatedCount = 200;

export const benchRelated = async (root: string, library: KeptLibrary): Promise<readonly Row[]> => {
  const sandbox = library.sandbox();
  await makeIndex(root, library.folder, sandbox.env);
  const related = openRelated(library.folder, join(sandbox.env.XDG_CACHE_HOME ?? '', 'newsprint'));
  const paths = Array.from({length: relatedCount}, (_, n) => library.pathAt(n * 49));
  const times: number[] = [];
  for (const path of paths) times.push(await timed(() => related(path), path));
  sandbox.remove();
  return [
    {what: 'related, 10,000 articles, p50', took: percentile(times, 0.5)},
    {what: 'related, 10,000 articles, p95', took: percentile(times, 0.95), atMost: 30},
  ];
};
