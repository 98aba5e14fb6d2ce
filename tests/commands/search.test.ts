import {afterAll, expect, test} from 'vitest';
import {stripStyles} from '../../src/core/text/style-state.ts';
import {width} from '../../src/core/text/width.ts';
import {createPlace, runIn} from './run.ts';

const place = createPlace({
  'library/politics/border.md':
    '---\ntitle: Border rules\npublished: 2022-07-06\n---\nThe rules changed. José Pérez explained\tthem in Rabat.\n',
  'library/politics/summit.md':
    '---\ntitle: Rabat summit\npublished: 2022-06-30\n---\nA meeting of [ministers](https://example.org).\n',
  'library/guides/paper.md': '---\ntitle: Paper\n---\n```sh\nfold --paper\n```\n',
  'library/draft.md': '---\ntitle: A draft on Rabat\ndraft: true\n---\nNot yet.\n',
  'library/hostile.md': '---\ntitle: "\\e[2Jred"\n---\n\u001b]0;x\u0007 crimson\u202e\n',
});
afterAll(place.remove);

const search = (...argv: readonly string[]) => runIn(place, ['search', ...argv]);

test('a line for each article: id, date, section, title, snippet; a hit in the title first', async () => {
  const {stdout, status, stderr} = await search('--plain', 'rabat');
  expect(stdout).toBe(
    'politics/summit\t2022-06-30\tpolitics\tRabat summit\tA meeting of ministers.\n' +
      'politics/border\t2022-07-06\tpolitics\tBorder rules\tThe rules changed. José Pérez explained them in Rabat.\n',
  );
  expect([status, stderr]).toEqual([0, '']);
});

test.each([
  [['perez'], ['politics/border']],
  [['"fold paper"'], ['guides/paper']],
  [
    ['rab*', '--all'],
    ['draft', 'politics/summit', 'politics/border'],
  ],
  [['rabat', 'has:hidden'], ['draft']],
  [
    ['rabat', '--sort', 'date'],
    ['politics/border', 'politics/summit'],
  ],
  [['rabat', '--limit=1'], ['politics/summit']],
  [['rabat', '--limit=0'], []],
  [['section:politics'], ['politics/border', 'politics/summit']],
  [['crimson'], ['hostile']],
] as const)('%j finds %j', async (argv, ids) => {
  const {stdout, status} = await search('--plain', ...argv);
  expect(
    stdout
      .split('\n')
      .slice(0, -1)
      .map(line => line.split('\t')[0]),
  ).toEqual(ids);
  expect(status).toBe(ids.length === 0 ? 1 : 0);
});

test('JSON has what list tells, with snippet and score', async () => {
  const {articles, version} = JSON.parse((await search('--json', 'rabat')).stdout);
  expect(version).toBe(1);
  expect(articles.map(({id}: {id: string}) => id)).toEqual(['politics/summit', 'politics/border']);
  expect(articles[0]).toMatchObject({title: 'Rabat summit', snippet: 'A meeting of ministers.', tags: []});
  expect(articles[0].score).toBeGreaterThan(articles[1].score);
});

test('on a terminal the hits are marked, in the title and below it, and no line is too wide', async () => {
  const {stdout} = await runIn(place, ['search', 'rabat', '--color=always'], {terminal: 44});
  const yellow = '\u001b[43m';
  expect(stdout.split(yellow)).toHaveLength(3);
  expect(stripStyles(stdout)).toContain('Rabat summit\n  30 Jun 2022 · politics · politics/summit\n');
  for (const line of stdout.split('\n')) expect(width(line)).toBeLessThanOrEqual(44);
});

test('on a terminal twenty are shown, and how many more there are is told', async () => {
  const many = createPlace(
    Object.fromEntries(
      Array.from({length: 25}, (_, number) => [`library/a${number}.md`, `# Title ${number}\n\nRabat.\n`]),
    ),
  );
  const {stdout, stderr} = await runIn(many, ['search', 'rabat'], {terminal: 80});
  expect(stripStyles(stdout).match(/^Title/gm)).toHaveLength(20);
  expect(stderr).toContain('5 more fit; --limit 25 shows all');
  expect((await runIn(many, ['search', 'rabat', '--plain'])).stdout.split('\n')).toHaveLength(26);
  many.remove();
});

test('nothing found ends with 1 and says what would find more', async () => {
  expect(await search('rabbat')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: 'newsprint: no article fits rabbat; rabbat* also finds words that begin with it\n',
  });
});

test('a mistake in the query is pointed at', async () => {
  const {status, stderr} = await search('rabat', 'sectoin:politics');
  expect(status).toBe(2);
  expect(stderr).toContain('did you mean section: ?');
  expect(stderr).toContain('      rabat sectoin:politics\n            ^^^^^^^\n');
});

test('nothing of a hostile article reaches the terminal', async () => {
  for (const form of ['--plain', '--json']) {
    expect((await search(form, 'crimson')).stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
  }
});
