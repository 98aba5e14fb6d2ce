/** The built program as a shell sees it: pipes that close, streams that are missing, a bare environment. */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {runCli} from '../support/cli.ts';
import {createSandbox, launcher} from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsprint-streams-'));
const library = join(folder, 'library');
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** More than a pipe holds, so that a reader that leaves early is noticed. */
const many = 3000;

beforeAll(() => {
  mkdirSync(library);
  for (let number = 0; number < many; number++) {
    writeFileSync(join(library, `an-article-with-quite-a-long-name-${number}.md`), `# Article number ${number}\n`);
  }
});

/** Runs a line of shell in which `newsprint` is the program; `PIPESTATUS` needs bash. */
const shell = (line: string, env: Record<string, string> = {}) => {
  const sandbox = createSandbox({NEWSPRINT_LIBRARY: library, ...env});
  const script = `newsprint() { "${process.execPath}" "${launcher}" "$@"; }\n${line}`;
  const {stdout, stderr, status} = spawnSync('bash', ['--norc', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: sandbox.env,
    timeout: 60_000,
  });
  sandbox.remove();
  return {stdout, stderr, status};
};

test('a reader that leaves early ends it quietly and well', () => {
  const {stdout, stderr} = shell('newsprint list --plain | head -1; echo $PIPESTATUS');
  expect(stdout.split('\n')).toEqual([expect.stringContaining('\tArticle number '), '0', '']);
  expect(stderr).toBe('');
  expect(shell('newsprint list --json | head -1; echo $PIPESTATUS')).toMatchObject({
    stdout: '{\n0\n',
    stderr: '',
  });
});

test('a slow reader gets all of it', () => {
  expect(shell('newsprint list --plain | (sleep 0.3; wc -l)').stdout.trim()).toBe(String(many));
});

test('a file gets all of it', () => {
  const file = join(folder, 'out');
  shell(`newsprint list --plain > "${file}"`);
  expect(shell(`wc -l < "${file}"`).stdout.trim()).toBe(String(many));
});

test.skipIf(!existsSync('/dev/full'))('a full disk behind stdout is told, and ends it with 74', () => {
  const {stderr, status} = shell('newsprint list --plain > /dev/full');
  expect(stderr).toMatch(/^newsprint: cannot write: .*space.*\n$/);
  expect(status).toBe(74);
});

test.each([
  ['stdin', 'newsprint list --plain --limit 1 <&-', 0],
  ['stdin that is asked for', 'newsprint read - <&-', 1],
  ['stdout', 'newsprint list --plain --limit 1 >&-', 0],
  ['stderr', 'newsprint read nothing 2>&-', 1],
  ['all three', 'newsprint list <&- >&- 2>&-', 0],
])('a closed %s does no harm', (_, line, status) => {
  expect(shell(line).status).toBe(status);
});

test('errors go to stderr alone, results to stdout alone', () => {
  expect(shell('newsprint read nothing 2>/dev/null').stdout).toBe('');
  expect(shell('newsprint list --limit 1 >/dev/null').stderr).toBe('');
});

test('without a terminal the reader is a list that ends, whatever stdin is', async () => {
  const env = {NEWSPRINT_LIBRARY: library};
  for (const stdin of ['', 'closed'] as const) {
    const {stdout, status, signal} = await runCli([], {env, stdin});
    expect([status, signal, stdout.split('\n').length - 1]).toEqual([0, null, many]);
    expect(stdout).not.toContain('\u001b');
  }
});

test('it needs no environment', () => {
  const line = `env -i "${process.execPath}" "${launcher}" list --plain --limit 1 --library "${library}"`;
  expect(shell(line)).toMatchObject({status: 0, stderr: ''});
});

test.each([
  ['no home', {HOME: ''}],
  ['a home that is not there', {HOME: join(folder, 'no', 'home')}],
  ['a home that cannot be', {HOME: '/dev/null/home'}],
  ['a relative home', {HOME: 'here'}],
])('%s does no harm', (_, env) => {
  const unset = {XDG_CONFIG_HOME: '', XDG_DATA_HOME: '', XDG_STATE_HOME: '', XDG_CACHE_HOME: ''};
  expect(shell('newsprint list --plain --limit 1', {...unset, ...env})).toMatchObject({status: 0, stderr: ''});
});

test('a folder that is gone from under the shell does no harm', () => {
  const line = `mkdir "${folder}/gone"; cd "${folder}/gone"; rmdir "${folder}/gone"; newsprint list --plain --limit 1`;
  expect(shell(line).status).toBe(0);
});

test('a bug ends with 70, on one line that says how to report it and holds nothing that acts on a terminal', async () => {
  // As soon as somebody watches for bugs, there is one.
  const bug =
    'process.on("newListener", name => name === "uncaughtException" && process.nextTick(() => { throw new Error("\\u001b[31mboom\\nhere"); }))';
  const broken = `data:text/javascript,${encodeURIComponent(bug)}`;
  const {stderr, status} = await runCli(['read', '-'], {nodeArgs: ['--import', broken], stdin: ''});
  expect(status).toBe(70);
  expect(stderr).toMatch(
    /^newsprint: this is a bug: boom here; please report it with this line: newsprint \d.*Node v\d.*\n$/,
  );
  expect(stderr).not.toContain('\u001b');
});

test('text beyond ASCII is read and broken by the built program as by its sources', async () => {
  const stdin =
    'Straße und Łódź.\n\n> Gesagt.\n> — Jemand\n\n「日本語の文章がここにあります。「日本語」の文章、がここに。あります」ね\n';
  const {stdout} = await runCli(['read', '--plain', '--width', '21', '-'], {stdin});
  expect(stdout).toContain('> Gesagt.\n> — Jemand\n');
  expect(stdout).toContain('「日本語の文章がここ\nにあります。「日本\n語」の文章、がここ\nに。あります」ね');
  const found = await runCli(['list', '--plain', '--library', folder, 'strasse']);
  expect(found.status).toBe(1);
  writeFileSync(join(folder, 'lodz.md'), '# Eine Straße in Łódź\n');
  expect((await runCli(['list', '--plain', '--library', folder, 'strasse', 'lodz'])).stdout).toContain('Straße');
});
