/** The program killed while it fetches, and several of it at once. */

import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import type {ServerResponse} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {beforeEach, describe, expect, onTestFinished, test} from 'vitest';
import {rss} from '../commands/feeds/feed-place.ts';
import {type MisbehavingServer, startServer} from '../net/misbehaving-server.ts';
import {runCli} from '../support/cli.ts';
import {launcher} from '../support/program.ts';
import {createRandom} from '../support/synthetic/random.ts';

let [home, library] = ['', ''];
let server: MisbehavingServer;
let env: Readonly<Record<string, string>>;

const [feedCount, entryCount] = [6, 20];

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'newsprint-killed-'));
  library = join(home, 'library');
  mkdirSync(library);
  mkdirSync(join(home, 'config/newsprint'), {recursive: true});
  env = {
    HOME: home,
    ...{
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_STATE_HOME: join(home, 'state'),
      XDG_CACHE_HOME: join(home, 'cache'),
    },
    NEWSPRINT_LIBRARY: library,
  };
  server = await startServer();
  onTestFinished(async () => {
    await server.close();
    rmSync(home, {recursive: true, force: true, maxRetries: 5});
  });
});

const run = (...args: readonly string[]) => runCli(args, {env, timeout: 60_000});
const start = (...args: readonly string[]) =>
  spawn(process.execPath, [launcher, ...args], {env: {PATH: process.env.PATH, ...env}, stdio: 'ignore'});
const feedsPath = () => join(home, 'config/newsprint/feeds.yaml');

const serveFeeds = (): void => {
  const paths = Array.from({length: feedCount}, (_, number) => `/feed/${number}`);
  for (const path of paths) {
    const ids = Array.from({length: entryCount}, (_, number) => `${path.slice(-1)}-${number}`);
    server.answer(path, response => response.end(rss(ids.map(id => ({id})))));
  }
  writeFileSync(feedsPath(), paths.map(path => `- ${server.address(path)}\n`).join(''));
};

const titles = (): string[] =>
  readdirSync(library)
    .filter(name => name.endsWith('.md'))
    .map(name => {
      const text = readFileSync(join(library, name), 'utf8');
      // Whole, to its last line.
      expect(text).toMatch(/^---\ntitle: .*\n[\s\S]*\n---\n\nAll that is known of \d+-\d+\.\n$/);
      return /^title: (.*)$/m.exec(text)?.[1] ?? '';
    })
    .sort();

const all = (): string[] =>
  Array.from({length: feedCount}, (_, feed) =>
    Array.from({length: entryCount}, (_, number) => `About ${feed}-${number}`),
  )
    .flat()
    .sort();

/** Kills the program after a while, or lets it end. @returns whether it was killed */
const kill = async (time: number, ...args: readonly string[]): Promise<boolean> => {
  const program = start(...args);
  const ended = once(program, 'exit');
  await Promise.race([wait(time), ended]);
  program.kill('SIGKILL');
  await ended;
  return program.signalCode === 'SIGKILL';
};

describe('a fetch that was killed', () => {
  test('left no half of a file, and the next one leaves nothing out and nothing twice', {
    timeout: 120_000,
  }, async () => {
    serveFeeds();
    const random = createRandom(5);
    const began = performance.now();
    expect((await run('fetch')).status).toBe(0);
    const whole = performance.now() - began;
    expect(titles()).toEqual(all());
    let kills = 0;
    for (let round = 0; round < 4; round++) {
      rmSync(library, {recursive: true});
      mkdirSync(library);
      rmSync(join(home, 'state'), {recursive: true, force: true});
      for (let tries = 0; tries < 2; tries++) {
        if (await kill((0.3 + 0.7 * random.next()) * whole, 'fetch')) kills++;
        for (const title of titles()) expect(all()).toContain(title);
      }
      const {status, stderr} = await run('fetch');
      expect({status, stderr}).toEqual({status: 0, stderr: ''});
      expect(titles()).toEqual(all());
    }
    expect(kills).toBeGreaterThan(1);
    expect(readdirSync(join(home, 'state/newsprint')).filter(name => name.includes('lock'))).toEqual([]);
  });
});

describe('subscriptions', () => {
  test('are all there, however often the program is killed while it writes them', {timeout: 120_000}, async () => {
    serveFeeds();
    const before = readFileSync(feedsPath(), 'utf8');
    const outlines = Array.from({length: 200}, (_, number) => `<outline xmlUrl="https://${number}.example/feed"/>`);
    writeFileSync(join(home, 'in.opml'), `<opml><body>${outlines.join('')}</body></opml>`);
    const random = createRandom(7);
    let whole = performance.now();
    expect((await run('feeds', 'import', join(home, 'in.opml'))).status).toBe(0);
    whole = performance.now() - whole;
    const after = readFileSync(feedsPath(), 'utf8');
    for (let round = 0; round < 8; round++) {
      writeFileSync(feedsPath(), before);
      await kill((0.5 + 0.5 * random.next()) * whole, 'feeds', 'import', join(home, 'in.opml'));
      expect([before, after]).toContain(readFileSync(feedsPath(), 'utf8'));
    }
    expect((await run('feeds', 'import', join(home, 'in.opml'))).status).toBe(0);
    expect(readFileSync(feedsPath(), 'utf8')).toBe(after);
    expect(readdirSync(join(home, 'config/newsprint'))).toEqual(['feeds.yaml']);
  });

  test('of several programs at once are all there', {timeout: 60_000}, async () => {
    serveFeeds();
    rmSync(feedsPath());
    const results = await Promise.all(
      Array.from({length: 4}, (_, number) => run('subscribe', server.address(`/feed/${number}`))),
    );
    expect(results.map(({status}) => status)).toEqual([0, 0, 0, 0]);
    expect(readFileSync(feedsPath(), 'utf8').match(/^- url/gm)).toHaveLength(4);
  });
});

describe('two fetches at once', () => {
  test('do not collide: one fetches, the other says so', {timeout: 60_000}, async () => {
    serveFeeds();
    const asked = new Promise<ServerResponse>(resolve => server.answer('/feed/0', resolve));
    const first = run('fetch');
    await expect.poll(() => existsSync(join(home, 'state/newsprint/fetch.lock')), {timeout: 20_000}).toBe(true);
    const second = await run('fetch');
    expect([second.status, second.stderr]).toEqual([74, expect.stringMatching(/another fetch is running \(pid \d+\)/)]);
    (await asked).end(rss([]));
    expect((await first).status).toBe(0);
  });

  test('^C gives the lock back', {timeout: 60_000}, async () => {
    serveFeeds();
    server.answer('/feed/0', () => {});
    const program = start('fetch');
    const lock = join(home, 'state/newsprint/fetch.lock');
    await expect.poll(() => existsSync(lock), {timeout: 20_000}).toBe(true);
    program.kill('SIGINT');
    await once(program, 'exit');
    expect(existsSync(lock)).toBe(false);
  });
});
