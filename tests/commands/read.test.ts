import {symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {describeReason} from '../../src/render/reasons.ts';
import {createPlace, runIn} from './run.ts';

const rules = `---
title: Border rules
section: Politics
authors: [A. Reporter]
published: 2022-07-06
related: [summit]
---
The rules of the [summit](summit.md) and of the [web](https://example.org/a).

![A gate](gate.jpg "At dawn. Photo: X")
`;

const place = createPlace({
  'library/politics/2022-07-06-border-rules.md': rules,
  'library/politics/summit.md': '# The summit\n\nA meeting at the border.\n\n\u001b[2JIt ended.\n',
  'library/guides/border-tour.md': '---\ntitle: Tour\ntags: {broken\n---\nWalk.\n',
  'elsewhere/note.txt': 'A note.\n',
  'other/politics/summit.md': '# Another summit\n\nText.\n',
});
symlinkSync('missing', join(place.folder, 'elsewhere', 'gone.md'));
afterAll(place.remove);

const read = (...argv: readonly string[]) => runIn(place, ['read', ...argv]);

test.each([
  'politics/2022-07-06-border-rules',
  'border-rules',
  'politics/border-rules',
  '2022-07-06-border',
  'library/politics/2022-07-06-border-rules.md',
  './library/politics/2022-07-06-border-rules.md',
])('%s finds the article', async name => {
  const {stdout, status} = await read('--plain', name);
  expect(stdout).toMatch(/^Border rules\n/);
  expect(status).toBe(0);
});

test.each([
  ['no article', 'nothing-like-it', 1, 'newsprint: no article "nothing-like-it"'],
  ['a slip of the finger', 'border-rulse', 1, 'did you mean politics/2022-07-06-border-rules?'],
  ['several articles', 'politics', 2, 'say one of: politics/2022-07-06-border-rules, politics/summit'],
  ['no file', './nothing.md', 1, 'there is no such file'],
  ['a file that leads nowhere', 'elsewhere/gone.md', 1, 'there is no such file'],
  ['a folder', './library', 2, 'is a folder (newsprint list --library'],
  ['an empty stdin', '-', 1, 'there is nothing on stdin'],
])('%s is told', async (_, name, status, message) => {
  const result = await read('--plain', name);
  expect(result.stderr).toContain(message);
  expect([result.status, result.stdout]).toEqual([status, '']);
});

test('of several articles, those that there are are printed, and the status says that it was a part', async () => {
  const {stdout, stderr, status} = await read('--plain', 'summit', 'nothing-like-it', 'border-rules');
  expect(stdout).toMatch(/^The summit\n[\s\S]*\n─+\n\nBorder rules\n/);
  expect(stderr).toContain('no article "nothing-like-it"');
  expect(status).toBe(3);
  expect((await read('nothing-like-it', 'nor-this')).status).toBe(1);
});

test('an article comes from stdin, and from a file that is in no library', async () => {
  expect((await runIn(place, ['read', '-'], {stdin: '# Piped\n\nText.\n'})).stdout).toMatch(/^Piped\n/);
  expect((await read('elsewhere/note.txt')).stdout).toContain('A note.');
});

test('two libraries with the same id are told apart by name', async () => {
  const both = ['--library', 'library', '--library', 'other', '--plain'];
  const {stdout} = await runIn(place, ['list', ...both, '--fields', 'id', 'title:summit', '--sort', 'id']);
  expect(stdout).toBe('library:politics/summit\nother:politics/summit\n');
  expect((await read(...both, 'other:politics/summit')).stdout).toMatch(/^Another summit\n/);
  expect((await read(...both, 'politics/summit')).status).toBe(2);
});

test('--width wraps, and 0 leaves each paragraph on one line', async () => {
  const narrow = (await read('border-rules', '--width', '24')).stdout;
  for (const line of narrow.split('\n')) expect(line.length).toBeLessThanOrEqual(line.includes('://') ? 80 : 24);
  expect((await read('border-rules', '--width', '0')).stdout).toContain(
    'The rules of the summit[1] and of the web[2].',
  );
});

test('--raw gives a pipe the very bytes, and a terminal only what cannot act on it', async () => {
  expect((await read('--raw', 'border-rules')).stdout).toBe(rules);
  expect((await read('--raw', 'summit')).stdout).toContain('\u001b[2J');
  expect((await runIn(place, ['read', '--raw', 'summit'], {terminal: 80})).stdout).not.toContain('\u001b');
  expect((await read('--raw', '--plain', 'summit')).stdout).not.toContain('\u001b');
});

test('--json tells everything of an article', async () => {
  const {stdout} = await read('--json', 'border-rules');
  const {version, article} = JSON.parse(stdout);
  expect(version).toBe(1);
  expect(article).toMatchObject({
    id: 'politics/2022-07-06-border-rules',
    title: 'Border rules',
    standfirst: null,
    section: 'Politics',
    authors: ['A. Reporter'],
    source: {name: null, url: null},
    published: '2022-07-06',
    state: {read: false, starred: false},
    problems: [],
    text: 'The rules of the summit and of the web.',
    links: [
      {text: 'summit', href: 'summit.md', url: null, article: 'politics/summit'},
      {text: 'web', href: 'https://example.org/a', url: 'https://example.org/a', article: null},
    ],
    images: [{src: 'gate.jpg', alt: 'A gate', credit: 'Photo: X'}],
  });
  expect(article.markdown).toBe(rules.slice(rules.indexOf('The rules')));
  expect(article.related[0]).toMatchObject({
    id: 'politics/summit',
    reasons: expect.arrayContaining([describeReason({kind: 'listed'})]),
  });
});

test('--json of several articles lists them, and holds nothing that acts on a terminal', async () => {
  const {stdout} = await read('--json', 'border-rules', 'summit');
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
  expect(JSON.parse(stdout).articles.map(({title}: {title: string}) => title)).toEqual(['Border rules', 'The summit']);
  expect(JSON.parse(stdout).articles[1].markdown).toContain('\u001b[2J');
});

test('--strict tells about the article that is read, and not about others', async () => {
  expect(await read('--strict', 'border-rules')).toMatchObject({status: 0, stderr: ''});
  const {status, stderr} = await read('--strict', 'border-tour');
  expect(stderr).toMatch(/border-tour\.md:\d+: /);
  expect(status).toBe(3);
});

test('--raw and --json exclude each other', async () => {
  expect(await read('--raw', '--json', 'summit')).toMatchObject({status: 2, stdout: ''});
});

test('on a terminal the article is styled, at a measure that can be read', async () => {
  const {stdout} = await runIn(place, ['read', 'border-rules'], {terminal: 200});
  expect(stdout).toContain('\u001b[1mBorder rules');
  expect(Math.max(...stdout.split('\n').map(line => line.replace(/\u001b\[[\d;]*m/g, '').length))).toBeLessThanOrEqual(
    72,
  );
});

test('related gives what belongs to an article with score and reasons', async () => {
  const {stdout, status} = await runIn(place, ['related', '--plain', 'border-rules']);
  const [id, score, reasons, date, section, title] = stdout.split('\n')[0]?.split('\t') ?? [];
  expect([id, date, section, title, status]).toEqual(['politics/summit', '-', 'Politics', 'The summit', 0]);
  expect(Number(score)).toBeGreaterThan(0);
  expect(reasons).toContain(describeReason({kind: 'listed'}));
  const {articles} = JSON.parse((await runIn(place, ['related', '--json', 'border-rules'])).stdout);
  expect(articles[0]).toMatchObject({id: 'politics/summit', reasons: expect.any(Array), score: expect.any(Number)});
});

test('related to nothing ends with 1', async () => {
  const alone = createPlace({'library/a.md': '# Alone\n\nText.\n'});
  expect(await runIn(alone, ['related', 'a'])).toMatchObject({status: 1, stdout: ''});
  alone.remove();
});
