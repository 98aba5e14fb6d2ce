import {existsSync, readFileSync, renameSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createPlace, type Place, type RunOptions, runIn} from './run.ts';

let place: Place;
beforeEach(() => {
  place = createPlace({
    'library/politics/2022-07-06-border-rules.md': '# Border rules\n\nThe rules.\n',
    'library/politics/summit.md':
      '---\npublished: 2022-07-01\nsource: https://example.org/summit\n---\n# Summit\n\nA meeting.\n',
    'library/guides/long.md': '# Long\n\nText.\n',
    'library/draft.md': '---\ndraft: true\n---\n# Draft\n',
    'elsewhere/loose.md': '# Loose\n',
  });
});
afterEach(() => place.remove());

const newsprint = (argv: readonly string[], options: RunOptions = {}) => runIn(place, argv, options);
const marked = async (query: string) =>
  (await newsprint(['list', '--plain', '--all', '--sort', 'id', '--fields', 'id', query])).stdout.trim().split('\n');
const database = () => join(place.folder, 'home/.local/state/newsprint/state.db');

describe('articles by name', () => {
  test('are marked, told, and shown so everywhere', async () => {
    const {status, stderr, stdout} = await newsprint(['mark', 'border-rules', 'summit', '--read', '--star']);
    expect([status, stderr, stdout]).toEqual([0, 'newsprint: marked 2 articles read and starred\n', '']);
    await newsprint(['mark', 'summit', '--unstar']);
    expect((await newsprint(['list', '--plain', '--sort', 'id', '--fields', 'state,id'])).stdout).toBe(
      'unread\tguides/long\nread, starred\tpolitics/2022-07-06-border-rules\nread\tpolitics/summit\n',
    );
    expect([await marked('is:starred'), await marked('is:read'), await marked('is:unread -has:hidden')]).toEqual([
      ['politics/2022-07-06-border-rules'],
      ['politics/2022-07-06-border-rules', 'politics/summit'],
      ['guides/long'],
    ]);
    const list = JSON.parse((await newsprint(['list', '--json', 'is:starred'])).stdout);
    const read = JSON.parse((await newsprint(['read', '--json', 'border-rules'])).stdout);
    expect([list.articles[0].state, read.article.state]).toEqual([
      {read: true, starred: true},
      {read: true, starred: true},
    ]);
  });

  test('that are so already are no failure', async () => {
    await newsprint(['mark', 'summit', '--read']);
    const {status, stderr} = await newsprint(['mark', 'summit', '--read']);
    expect([status, stderr]).toEqual([0, 'newsprint: already read: nothing was changed\n']);
    expect((await newsprint(['mark', '--undo'])).stderr).toBe('newsprint: took back the marks of 1 article\n');
  });

  test('may be named by their files, in the library or not', async () => {
    await newsprint(['mark', 'library/politics/summit.md', 'elsewhere/loose.md', '--read']);
    expect(await marked('is:read')).toEqual(['politics/summit']);
    const loose = await newsprint(['list', '--plain', '--library', 'elsewhere', '--fields', 'id,state']);
    expect(loose.stdout).toBe('loose\tread\n');
  });

  test.each([
    ['an unknown one', ['nothing', '--read'], 1, 'no article "nothing"'],
    ['one that fits several', ['politics', '--read'], 2, '"politics" fits 2 articles'],
    ['no mark', ['summit'], 2, 'mark needs --read, --unread, --star or --unstar'],
    ['marks that exclude each other', ['summit', '--read', '--unread'], 2, '--read and --unread exclude each other'],
    ['no article', ['--read'], 2, 'mark needs an article, or --query'],
    ['both a query and a name', ['summit', '--query', 'rules', '--read'], 2, '--query stands in place of names'],
    ['a mistake in the query', ['--query', 'is:red', '--read'], 2, 'is: does not take "red"'],
    ['stdin', ['-', '--read'], 2, 'what comes in on stdin cannot be marked'],
    ['undo with something else', ['summit', '--undo'], 2, '--undo stands alone'],
    ['nothing to take back', ['--undo'], 1, 'there is no "newsprint mark" to take back'],
    ['a query that nothing fits', ['--query', 'nothingofthekind', '--read'], 1, 'no article fits nothingofthekind'],
  ] as const)('%s is told, and no file is made', async (_, argv, status, message) => {
    const result = await newsprint(['mark', ...argv]);
    expect(result.stderr).toContain(`newsprint: ${message}`);
    expect([result.status, existsSync(database())]).toEqual([status, false]);
  });

  test('of which some are unknown are marked in part', async () => {
    const {status, stderr} = await newsprint(['mark', 'nothing', 'summit', '--read']);
    expect(stderr).toContain('no article "nothing"');
    expect([status, await marked('is:read')]).toEqual([3, ['politics/summit']]);
  });

  test('are taken back, one command after the other', async () => {
    await newsprint(['mark', 'summit', '--read']);
    await newsprint(['mark', 'long', 'summit', '--star']);
    expect((await newsprint(['mark', '--undo'])).stderr).toBe('newsprint: took back the marks of 2 articles\n');
    expect([await marked('is:starred'), await marked('is:read')]).toEqual([[''], ['politics/summit']]);
    await newsprint(['mark', '--undo']);
    expect([await marked('is:read'), (await newsprint(['mark', '--undo'])).status]).toEqual([[''], 1]);
  });
});

describe('articles by query', () => {
  test.each([
    ['y\n', ['guides/long', 'politics/2022-07-06-border-rules', 'politics/summit']],
    ['YES\n', ['guides/long', 'politics/2022-07-06-border-rules', 'politics/summit']],
    ['n\n', ['']],
    ['\n', ['']],
    ['', ['']],
  ])('on a terminal are asked for, and %j decides', async (typed, expected) => {
    const {status, stderr} = await newsprint(['mark', '--query', 'is:unread', '--read'], {typed});
    expect(stderr).toContain('newsprint: mark 3 articles read? [y/N] ');
    expect([status, await marked('is:read')]).toEqual([0, expected]);
  });

  test('elsewhere need --yes', async () => {
    const asked = await newsprint(['mark', '--query', 'after:2022', '--read']);
    expect([asked.status, asked.stderr]).toEqual([
      2,
      'newsprint: 2 articles would be marked read (--yes marks them without asking)\n',
    ]);
    const done = await newsprint(['mark', '--query', 'after:2022', '--read', '--yes', '--json']);
    expect([done.status, JSON.parse(done.stdout)]).toEqual([0, {version: 1, changed: 2}]);
  });

  test('that are so already are not asked about', async () => {
    const {status, stderr} = await newsprint(['mark', '--query', 'rules', '--unread']);
    expect([status, stderr]).toEqual([0, 'newsprint: already unread: nothing was changed\n']);
  });
});

describe('state', () => {
  test('goes out and comes in again', async () => {
    await newsprint(['mark', 'summit', '--read', '--star']);
    const {stdout} = await newsprint(['state', 'export']);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      library: 'library',
      id: 'politics/summit',
      read: [true, expect.any(Number)],
      source: ['web:example.org/summit?', expect.any(Number)],
    });
    expect(JSON.parse((await newsprint(['state', 'export', '--json'])).stdout)).toEqual({
      version: 1,
      articles: [JSON.parse(stdout)],
    });
    await newsprint(['state', 'export', 'kept.jsonl']);
    expect(readFileSync(join(place.folder, 'kept.jsonl'), 'utf8')).toBe(stdout);

    renameSync(database(), `${database()}.old`);
    expect(await marked('is:read')).toEqual(['']);
    const came = await newsprint(['state', 'import', 'kept.jsonl']);
    expect([came.status, came.stderr, came.stdout]).toEqual([0, 'newsprint: 1 of 1 articles changed\n', '']);
    expect(await marked('is:starred')).toEqual(['politics/summit']);
    const again = await newsprint(['state', 'import', '--json'], {stdin: stdout});
    expect(JSON.parse(again.stdout)).toEqual({version: 1, changed: 0, known: 1, faults: []});
  });

  test('tells lines that are wrong, and takes the others', async () => {
    const stdin = 'what?\n{"version":1,"library":"library","id":"guides/long","read":[true,5]}\n';
    const {status, stderr} = await newsprint(['state', 'import', '-'], {stdin});
    expect([status, stderr]).toEqual([3, 'newsprint: stdin:1: no JSON object\nnewsprint: 1 of 1 articles changed\n']);
    expect(await marked('is:read')).toEqual(['guides/long']);
  });

  test('writes nothing that a terminal acts on', async () => {
    const line = '{"version":1,"library":"library","id":"a","source":["\\u009b31m\\u202e",5]}';
    await newsprint(['state', 'import'], {stdin: line});
    expect((await newsprint(['state', 'export'])).stdout.trimEnd()).toBe(line);
  });

  test.each([
    [['exprot'], 2, 'state has no use for "exprot" (did you mean export?)'],
    [[], 2, 'state needs <export|import>'],
    [['import', 'nowhere.jsonl'], 1, 'cannot be read: there is no such file'],
    [['export', 'nowhere/x.jsonl'], 74, 'cannot be written: there is no such file'],
  ] as const)('%j is told', async (argv, status, message) => {
    const result = await newsprint(['state', ...argv]);
    expect(result.stderr).toContain(message);
    expect(result.status).toBe(status);
  });
});

test('a state that is damaged stops no list, and says what became of it', async () => {
  await newsprint(['mark', 'summit', '--read']);
  place.write({'home/.local/state/newsprint/state.db': 'not a database'});
  const unasked = await newsprint(['list', '--plain']);
  expect([unasked.status, unasked.stderr]).toEqual([0, '']);
  const {status, stdout, stderr} = await newsprint(['list', '--plain', '--fields', 'id', 'is:read']);
  expect([status, stdout]).toEqual([0, 'politics/summit\n']);
  expect(stderr).toMatch(/^newsprint: the reading state was damaged: .*state\.db\.damaged-2022-07-10/);
});
