import {afterAll, expect, test} from 'vitest';
import {themeChoices} from '../../src/commands/options.ts';
import {commands} from '../../src/commands/table.ts';
import {themeNames} from '../../src/render/theme.ts';
import {createPlace, runIn} from './run.ts';

const place = createPlace({
  'library/news/border.md': '# Border\n\nText.\n',
  'library/news/bad.md': '---\ntags: {a\n---\nText.\n',
  'home/news/at-home.md': '# At home\n\nText.\n',
  'bundled/welcome.md': '# Welcome\n\nText.\n',
});
afterAll(place.remove);

const noLibrary = {NEWSPRINT_LIBRARY: ''};
const ids = async (argv: readonly string[], env: Record<string, string> = {}) =>
  (await runIn(place, ['list', '--plain', '--fields', 'id', ...argv], {env})).stdout.trim();

test('the library is what the option says, else the environment, else the configuration, else the own folder, else what is bundled', async () => {
  expect(await ids([], noLibrary)).toBe('welcome');
  place.write({'home/.local/share/newsprint/articles/own.md': '# Own\n'});
  expect(await ids([], noLibrary)).toBe('own');
  place.write({'home/.config/newsprint/config.yaml': 'libraries:\n  - ~/news\n'});
  expect(await ids([], noLibrary)).toBe('at-home');
  expect(await ids(['border'])).toBe('news/border');
  expect(await ids(['--library', 'bundled'])).toBe('welcome');
  expect(await ids(['--library', 'bundled', '--library=~/news', '--sort', 'id'])).toBe('at-home\nwelcome');
  expect(await ids(['--sort', 'id'], {NEWSPRINT_LIBRARY: 'bundled:home/news'})).toBe('at-home\nwelcome');
});

test('a configured folder that is away is told about, and the others are read', async () => {
  place.write({'home/.config/newsprint/config.yaml': 'libraries: [~/news, /dev/null/nowhere]\ntheem: none\n'});
  const {stdout, stderr, status} = await runIn(place, ['list', '--plain', '--fields', 'id'], {env: noLibrary});
  expect(stdout).toBe('at-home\n');
  expect(stderr).toContain('config.yaml:2: unknown key "theem"; did you mean theme?');
  expect(stderr).toContain('no library folder /dev/null/nowhere');
  expect(status).toBe(0);
  place.write({'home/.config/newsprint/config.yaml': ''});
});

test.each([
  ['a list', ['--plain'], ['list', '--plain']],
  ['an article', ['--plain', 'border'], ['read', '--plain', 'border']],
  [
    'an article from options in between',
    ['border', '--width=40', '--plain'],
    ['read', 'border', '--plain', '--width=40'],
  ],
  ['a list as JSON', ['--json', '--limit', '1'], ['list', '--json', '--limit', '1']],
  ['a folder', ['--plain', 'home/news'], ['list', '--plain', '--library', 'home/news']],
  ['an article behind --', ['--plain', '--', 'border'], ['read', '--plain', 'border']],
  ['a pipe', [], ['list']],
])('without a command, %s is what %j asks for', async (_, bare, full) => {
  const result = await runIn(place, bare);
  expect(result.stdout).not.toBe('');
  expect(result).toEqual(await runIn(place, full));
});

test.each([
  ['a mistyped command', ['lsit'], 2, ['neither a command nor an article', 'did you mean the command list?']],
  ['a mistyped article', ['bordre'], 2, ['neither a command nor an article', 'did you mean news/border?']],
  ['a word too many', ['publish', 'border'], 2, ['there is no command "publish"']],
  ['a word that means nothing', ['publish'], 2, ['"publish" is neither a command nor an article']],
  ['an article that scripts ask for', ['--plain', 'nothing'], 1, ['"nothing" is neither a command nor an article']],
  ['an option that nobody has', ['--colour'], 2, ['unknown option --colour (did you mean --color?)']],
  ['a missing argument', ['related'], 2, ['related needs <article> (see: newsprint help related)']],
  ['an argument too many', ['doctor', 'border'], 2, ['doctor has no use for "border"']],
  ['an unknown shell', ['completion', 'fisch'], 2, ['did you mean fish?']],
  ['an unknown topic', ['help', 'kesy'], 2, ['did you mean keys?']],
])('%s is told, with what would be right', async (_, argv, status, messages) => {
  const result = await runIn(place, argv);
  for (const message of messages) expect(result.stderr).toContain(message);
  expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect([result.status, result.stdout]).toEqual([status, '']);
});

test('every command has help of its own, by help and by --help, within the columns that there are', async () => {
  for (const {name, options} of commands.filter(command => command.name !== '')) {
    const {stdout, status} = await runIn(place, ['help', name], {terminal: 60});
    expect(stdout).toContain(`newsprint ${name}`);
    for (const option of options) expect(stdout).toContain(`--${option.name}`);
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(60);
    expect(await runIn(place, [name, '--help'], {terminal: 60})).toMatchObject({stdout, status});
  }
});

test.each(['keys', 'format', 'query'])('there is help on %s', async topic => {
  expect((await runIn(place, ['help', topic])).stdout.split('\n').length).toBeGreaterThan(20);
});

test('the version is told', async () => {
  expect(await runIn(place, ['-V'])).toEqual({stdout: 'newsprint 1.2.3\n', stderr: '', status: 0});
});

test('the themes of the options are the themes that there are', () => {
  expect([...themeChoices].sort()).toEqual([...themeNames].sort());
});

test('doctor names paths, libraries and what is wrong with articles, for people, scripts and programs', async () => {
  const {stdout, status} = await runIn(place, ['doctor', '--plain']);
  expect(stdout).toContain(`path\tconfig\t${place.folder}/home/.config/newsprint/config.yaml\n`);
  expect(stdout).toContain(`library\tlibrary\t${place.folder}/library\t2\t0\n`);
  expect(stdout).toMatch(/^problem\t.*bad\.md:\d+\t.+$/m);
  expect(status).toBe(0);
  expect((await runIn(place, ['doctor', '--strict'])).status).toBe(3);
  expect((await runIn(place, ['doctor'], {terminal: 80})).stdout).toContain('library: 2 articles');
  expect(JSON.parse((await runIn(place, ['doctor', '--json'])).stdout)).toMatchObject({
    version: 1,
    origin: 'NEWSPRINT_LIBRARY',
    libraries: [{name: 'library', articles: 2, hidden: 0}],
    problems: [{line: expect.any(Number)}],
    terminal: {stdout: false},
  });
});

test('doctor tells what is wrong with feeds.yaml', async () => {
  place.write({'home/.config/newsprint/feeds.yaml': '- https://harbour.example/feed\n- url: harbour\n'});
  const {stdout, status} = await runIn(place, ['doctor', '--plain']);
  expect(stdout).toMatch(/^config\t.*feeds\.yaml:2\ta feed is an http or https address/m);
  expect(status).toBe(0);
  place.write({'home/.config/newsprint/feeds.yaml': 'a: b: c\n'});
  expect((await runIn(place, ['doctor', '--plain'])).stdout).toMatch(/^config\t.*feeds\.yaml\t.*is no YAML/m);
});

test('doctor helps when the library is not there', async () => {
  const {stdout, status} = await runIn(place, ['doctor', '--plain', '--library', '/dev/null/nowhere']);
  expect(stdout).toContain('failure\t/dev/null/nowhere\tno library folder');
  expect(stdout).toContain('path\tconfig\t');
  expect(status).toBe(2);
});
