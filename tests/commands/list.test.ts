import {afterAll, describe, expect, test} from 'vitest';
import {stripStyles} from '../../src/core/text/style-state.ts';
import {width} from '../../src/core/text/width.ts';
import {createPlace, runIn} from './run.ts';

const place = createPlace({
  'library/politics/2022-07-06-border-rules.md':
    '---\ntitle: Border rules\nauthors: [José Pérez]\ntags: [Spain, border]\nsource: {name: Example, url: https://example.org/a}\n---\nThe rules of the border.\n',
  'library/politics/summit.md': '---\ntitle: "The\\tsummit\\nin Rabat"\npublished: 2022-06-30\n---\nA meeting.\n',
  'library/guides/long.md':
    '---\ntitle: 北京市的一个非常长的标题为了测试列宽而写在这里的标题\nsaved: 2021-01-01\n---\nText.\n',
  'library/undated.md': '# Undated\n\nText.\n',
  'library/draft.md': '---\ntitle: A draft\ndraft: true\n---\nNot yet.\n',
  'library/broken.md': '---\ntitle: Broken: by a colon\n---\nText.\n',
  'library/hostile.md': '---\ntitle: "\\e[2Jred\\u202E"\npublished: 2020-02-02\n---\n\u001b]0;x\u0007 text\n',
});
afterAll(place.remove);

const list = (...argv: readonly string[]) => runIn(place, ['list', ...argv]);
const rows = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map(line => line.split('\t'));

test('a line for each article, newest first, undated last by id, drafts left out', async () => {
  const {stdout, status, stderr} = await list('--plain');
  expect(rows(stdout)).toEqual([
    ['politics/2022-07-06-border-rules', '2022-07-06', 'politics', 'Border rules'],
    ['politics/summit', '2022-06-30', 'politics', 'The summit in Rabat'],
    ['guides/long', '2021-01-01', 'guides', '北京市的一个非常长的标题为了测试列宽而写在这里的标题'],
    ['hostile', '2020-02-02', '-', 'red'],
    ['broken', '-', '-', 'Broken: by a colon'],
    ['undated', '-', '-', 'Undated'],
  ]);
  expect([status, stderr]).toEqual([0, '']);
});

test.each([
  [['--all'], 7],
  [['has:hidden'], 1],
  [['--limit', '2'], 2],
  [['--limit=0'], 0],
  [['section:politics'], 2],
  [['perez', 'border'], 1],
  [['"the border"'], 1],
  [['after:2022'], 2],
  [['--', '-border'], 5],
  [['newer:5d'], 1],
  [['has:problem'], 1],
] as const)('%j leaves so many: %i', async (argv, count) => {
  const {stdout, status} = await list('--plain', ...argv);
  expect(stdout.split('\n').length - 1).toBe(count);
  expect(status).toBe(count === 0 ? 1 : 0);
});

test('fields are given in the order asked for, and empty ones are a dash', async () => {
  const {stdout} = await list('--plain', '--fields=authors,tags,source,url,state,minutes,id', 'rules');
  expect(stdout).toBe(
    'José Pérez\tSpain, border\tExample\thttps://example.org/a\tunread\t1\tpolitics/2022-07-06-border-rules\n',
  );
  expect((await list('--plain', '--fields', 'source,title', 'undated')).stdout).toBe('-\tUndated\n');
});

test('order can be chosen and turned round', async () => {
  const {stdout} = await list('--plain', '--fields', 'id', '--sort', 'id', '--reverse', '--limit', '2');
  expect(stdout).toBe('undated\npolitics/summit\n');
});

test.each([
  ['no hit', ['nothingofthekind'], 1, 'no article fits nothingofthekind'],
  ['an unknown field', ['--fields', 'titel'], 2, 'there is no field "titel" (did you mean title? fields are id, date'],
  ['an unknown order', ['--sort', 'dat'], 2, '--sort does not take "dat" (did you mean date?'],
  ['an unknown option', ['--limti', '3'], 2, 'unknown option --limti (did you mean --limit?)'],
  ['an option of another command', ['--raw'], 2, '--raw is no option of list (it is one of read)'],
  [
    'a leading dash',
    ['-border'],
    2,
    'unknown option -border (a word that begins with a dash goes behind --: newsprint list -- -border)',
  ],
  ['a missing value', ['--sort', '--plain'], 2, '--sort needs a value'],
  ['a needless value', ['--plain=yes'], 2, '--plain takes no value'],
  ['no number', ['--limit', 'many'], 2, '--limit does not take "many" (a whole number, 0 or more)'],
  ['an unknown theme', ['--theme', 'solarized'], 2, '--theme does not take "solarized" (one of ansi, none)'],
  ['a library that is not there', ['--library', '/dev/null/nowhere'], 2, 'no library folder /dev/null/nowhere'],
] as const)('%s is told on stderr', async (_, argv, status, message) => {
  const result = await list('--plain', ...argv);
  expect(result.stderr).toContain(`newsprint: ${message}`);
  expect([result.status, result.stdout]).toEqual([status, '']);
});

test('a mistake in a query is pointed at, under wide characters too', async () => {
  const {stderr, status} = await list('北京 sectoin:x');
  expect(stderr.split('\n').slice(1)).toEqual(['      北京 sectoin:x', '           ^^^^^^^', '']);
  expect(status).toBe(2);
});

test('what is typed cannot act on the terminal when it is told back', async () => {
  const {stderr} = await list('\u001b[31m\u202E"x');
  expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});

describe('on a terminal', () => {
  test.each([20, 40, 60, 80, 120, 200])('no row is wider than %i columns, and none is left out', async columns => {
    const {stdout} = await runIn(place, ['list'], {terminal: columns});
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(6);
    for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
  });

  test('columns stand below each other, whatever the script', async () => {
    const {stdout} = await runIn(place, ['list', '--fields', 'title,id'], {terminal: 120});
    const starts = stdout
      .trimEnd()
      .split('\n')
      .map(line => width(stripStyles(line).replace(/\S+$/, '')));
    expect(new Set(starts).size).toBe(1);
  });

  test.each([
    ['--plain', {}, ['--plain']],
    ['TERM=dumb', {TERM: 'dumb'}, []],
  ] as const)('%s writes no escape sequence', async (_, env, argv) => {
    expect((await runIn(place, ['list', ...argv], {terminal: 80, env})).stdout).not.toContain('\u001b');
  });

  test('NO_COLOR takes the colours and leaves what is bold', async () => {
    const {stdout} = await runIn(place, ['list'], {terminal: 80, env: {NO_COLOR: '1'}});
    expect(stdout).not.toMatch(/\u001b\[[349]\d/);
    expect(stdout).toContain('\u001b[1m');
  });
});

test.each([
  ['--color always', ['--color', 'always'], {}, true],
  ['FORCE_COLOR', [], {FORCE_COLOR: '1'}, true],
  ['--no-color above FORCE_COLOR', ['--no-color'], {FORCE_COLOR: '1'}, false],
  ['--plain above --color always', ['--plain', '--color', 'always'], {}, false],
  ['nothing', [], {}, false],
] as const)('into a pipe, %s decides whether there are styles', async (_, argv, env, hasStyles) => {
  expect((await runIn(place, ['list', ...argv], {env})).stdout.includes('\u001b')).toBe(hasStyles);
});

test('an empty library says how to fill it', async () => {
  const empty = createPlace({'library/notes.txt': 'no article'});
  const {stdout, stderr, status} = await runIn(empty, ['list', '--json']);
  expect(JSON.parse(stdout)).toEqual({version: 1, articles: []});
  expect(stderr).toMatch(/^newsprint: no articles in .*library \(NEWSPRINT_LIBRARY\); put Markdown files there/);
  expect(status).toBe(1);
  empty.remove();
});

test('--strict tells what is wrong with the listed articles, with file and line, and ends with 3', async () => {
  const {stderr, status, stdout} = await list('--plain', '--strict', 'colon');
  expect(stderr).toMatch(/^newsprint: \/.*\/broken\.md:2: /);
  expect([status, stdout.split('\n').length]).toEqual([3, 2]);
  expect((await list('--plain', '--strict', 'rules')).status).toBe(0);
});
