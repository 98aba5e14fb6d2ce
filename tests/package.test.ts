/** What a user gets: packed, installed into an empty prefix without running a script, and run from there. */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, type TestContext, test} from 'vitest';
import {createSandbox, projectRoot} from './support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsprint-package-'));
const prefix = join(folder, 'prefix');
const sandbox = createSandbox({
  npm_config_registry: process.env.npm_config_registry,
  npm_config_cache: join(folder, 'cache'),
  npm_config_prefix: prefix,
  npm_config_update_notifier: 'false',
  npm_config_fetch_retries: '0',
});
afterAll(() => {
  sandbox.remove();
  rmSync(folder, {recursive: true, force: true});
});

const run = (command: string, args: readonly string[], cwd = projectRoot, env = {}) =>
  spawnSync(command, args, {cwd, env: {...sandbox.env, ...env}, encoding: 'utf8', timeout: 100_000});

/** Who vouches for the registry; only for fetching from it, since reading them slows every start. */
const {NODE_EXTRA_CA_CERTS} = process.env;
const trusted = NODE_EXTRA_CA_CERTS === undefined ? {} : {NODE_EXTRA_CA_CERTS};

const {version} = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {version: string};
const newsprint = (...args: string[]) => run(join(prefix, 'bin', 'newsprint'), args, folder);

let files: readonly string[] = [];
let installation = {status: null as number | null, stderr: ''};

beforeAll(() => {
  // The scripts would build once more, below the feet of the other tests.
  const packed = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]);
  expect(packed.status, packed.stderr).toBe(0);
  const [tarball] = JSON.parse(packed.stdout) as {filename: string; size: number; files: {path: string}[]}[];
  files = tarball?.files.map(({path}) => path) ?? [];
  const start = performance.now();
  const install = ['install', '--global', '--ignore-scripts', join(folder, tarball?.filename ?? '')];
  installation = run('npm', install, folder, trusted);
  const took = performance.now() - start;
  const size = `${((tarball?.size ?? 0) / 1000).toFixed(0)} kB packed`;
  process.stdout.write(`package: ${size}, ${files.length} files, installed in ${(took / 1000).toFixed(1)} s\n`);
});

/** Without a network there is nothing to be said about an installation that needs one. */
const needInstallation = ({skip}: TestContext) => {
  const isOffline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED/.test(installation.stderr);
  skip(installation.status !== 0 && isOffline, 'the package registry cannot be reached');
  expect(installation.status, installation.stderr).toBe(0);
};

test('the package holds what a user needs, and nothing else', () => {
  const places = new Set(files.map(path => path.split('/')[0]));
  const wanted = ['CHANGELOG.md', 'LICENSE', 'README.md', 'articles', 'bin', 'dist', 'package.json'];
  expect([...places].sort()).toEqual(wanted);
  expect(files).toEqual(expect.arrayContaining(['dist/newsprint.1', 'dist/THIRD-PARTY-LICENSES.txt', 'dist/main.js']));
});

test('it runs from where it was installed', context => {
  needInstallation(context);
  expect(newsprint('--version').stdout.trim()).toContain(version);
  const {stdout, stderr, status} = newsprint('list', '--plain');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.trim().split('\n').length).toBeGreaterThan(10);
});

test('it remembers: its database is installed beside it', context => {
  needInstallation(context);
  expect(newsprint('mark', 'welcome', '--read').status).toBe(0);
  expect(newsprint('list', '--plain', 'is:read').stdout).toContain('guides/welcome');
});

test('its manual page is where man looks', context => {
  needInstallation(context);
  expect(readFileSync(join(prefix, 'share', 'man', 'man1', 'newsprint.1'), 'utf8')).toContain('newsprint');
});

test('running it leaves the installation as it was', context => {
  needInstallation(context);
  const installed = join(prefix, 'lib', 'node_modules', 'newsprint');
  const look = () =>
    readdirSync(installed, {recursive: true, encoding: 'utf8'})
      .sort()
      .map(file => [file, statSync(join(installed, file)).mtimeMs]);
  const before = look();
  newsprint('read', '--plain', 'welcome');
  expect(look()).toEqual(before);
});
