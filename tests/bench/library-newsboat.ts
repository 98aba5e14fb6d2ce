/** What another reader of news takes for a list of this length, for knowing: newsboat, which keeps its articles in SQLite, too. */
import {execFileSync, spawnSync} from 'node:child_process';
import {closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync, writeSync} from 'node:fs';
import {join} from 'node:path';
import {spawn} from '@lydell/node-pty';
import {createSandbox} from '../support/program.ts';
import {createSynthetic} from '../support/synthetic.ts';
import {megabytesOf, tellsMemory} from './memory.ts';
import type {Environment} from './program-runs.ts';
import {median} from './rounds.ts';
import type {Row} from './row.ts';

const articles = 50_000;
const feedTitle = 'Synthetic feed';
const articleTitle = 'Article number';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const writeFeed = (file: string): void => {
  const feed = openSync(file, 'w');
  const articleAt = createSynthetic({articles});
  writeSync(feed, `<rss version="2.0"><channel><title>${feedTitle}</title><link>https://feed.example/</link>`);
  for (let index = 0; index < articles; index++) {
    const {text} = articleAt(index);
    const head = `<title>${articleTitle} ${index}</title><link>https://feed.example/${index}</link>`;
    const date = '<pubDate>Wed, 06 Jul 2022 08:00:00 +0000</pubDate>';
    writeSync(feed, `<item>${head}<guid>${index}</guid>${date}<description>${escaped(text)}</description></item>\n`);
  }
  writeSync(feed, '</channel></rss>');
  closeSync(feed);
};

const argumentsFor = (folder: string): string[] => [
  ...['-u', join(folder, 'urls'), '-c', join(folder, 'cache.db'), '-C', join(folder, 'config')],
];

/** A folder of newsboat's in which all of it has been fetched; made once. */
const keptNewsboat = (root: string, env: Environment): string => {
  const folder = join(root, 'node_modules/.cache/newsprint', `newsboat-${articles}`);
  if (existsSync(folder)) return folder;
  process.stderr.write(`letting newsboat fetch ${articles} articles\n`);
  const unfinished = `${folder}-${process.pid}`;
  const feed = join(unfinished, 'feed.xml');
  mkdirSync(unfinished, {recursive: true});
  writeFeed(feed);
  writeFileSync(join(unfinished, 'urls'), `file://${feed}\n`);
  writeFileSync(join(unfinished, 'config'), 'auto-reload no\n');
  execFileSync('newsboat', [...argumentsFor(unfinished), '-x', 'reload'], {env, stdio: 'ignore'});
  rmSync(feed);
  renameSync(unfinished, folder);
  return folder;
};

interface Visit {
  /** Milliseconds from the start to the list of feeds, and from there to the list of articles. */
  readonly feeds: number;
  readonly articles: number;
  readonly memory: number;
}

const visit = async (folder: string, env: Environment): Promise<Visit> => {
  const start = performance.now();
  const pty = spawn('newsboat', argumentsFor(folder), {cols: 120, rows: 40, env});
  let output = '';
  let look = (): void => {};
  pty.onData(text => {
    output += text;
    look();
  });
  const ended = new Promise<void>(resolve => pty.onExit(() => resolve()));
  const until = (text: string) =>
    new Promise<number>(resolve => {
      look = () => {
        if (output.includes(text)) resolve(performance.now());
      };
      look();
    });
  const feeds = await until(feedTitle);
  pty.write('\r');
  const shown = await until(articleTitle);
  const memory = megabytesOf(pty.pid);
  pty.write('qq');
  await ended;
  return {feeds: feeds - start, articles: shown - feeds, memory};
};

export const benchNewsboat = async (root: string, rounds: number): Promise<readonly Row[]> => {
  const what = 'newsboat, 50,000 articles';
  if (spawnSync('newsboat', ['--version']).status !== 0) return [{what, skipped: 'newsboat is not installed'}];
  if (!tellsMemory) return [{what, skipped: 'there is no /proc to ask for memory'}];
  const {env, remove} = createSandbox();
  try {
    const folder = keptNewsboat(root, env);
    const visits: Visit[] = [];
    while (visits.length < rounds) visits.push(await visit(folder, env));
    return [
      {what: `${what}: list of feeds`, took: median(visits.map(({feeds}) => feeds))},
      {what: `${what}: then the list of articles`, took: median(visits.map(({articles: list}) => list))},
      {what: `${what}: memory`, took: median(visits.map(({memory}) => memory)), unit: 'MB'},
    ];
  } finally {
    remove();
  }
};
