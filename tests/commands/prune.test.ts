import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createPlace, type Place, type RunOptions, runIn} from './run.ts';

let place: Place;
beforeEach(() => {
  place = createPlace({
    'library/politics/rules.md': '# Border rules\n\nThe rules.\n',
    'library/politics/summit.md': '# Summit\n\nA meeting on rules.\n',
    'library/guides/long.md': '# Long\n\nText.\n',
  });
});
afterEach(() => place.remove());

const prune = (argv: readonly string[], options: RunOptions = {}) => runIn(place, ['prune', ...argv], options);
const at = (path: string) => join(place.folder, path);
const trash = (part: string) => at(`home/.local/share/Trash/${part}`);
const listed = async () =>
  (await runIn(place, ['list', '--plain', '--sort', 'id', '--fields', 'id'])).stdout.trim().split('\n');

describe('what is asked', () => {
  test.each([
    ['y\n', ['guides/long']],
    ['n\n', ['guides/long', 'politics/rules', 'politics/summit']],
    ['', ['guides/long', 'politics/rules', 'politics/summit']],
  ])('on a terminal %j decides', async (typed, expected) => {
    const {status, stdout, stderr} = await prune(['rules'], {typed});
    expect(stderr).toContain('newsprint: move 2 articles to the trash? [y/N] ');
    expect(stdout).toContain('politics/summit\t');
    expect([status, await listed()]).toEqual([0, expected]);
  });

  test('elsewhere what would go is listed, and --yes is needed', async () => {
    const {status, stdout, stderr} = await prune(['rules']);
    expect([status, stderr, stdout.split('\n').length]).toEqual([
      2,
      'newsprint: 2 articles would be moved to the trash (--yes moves them without asking)\n',
      3,
    ]);
    expect(await listed()).toHaveLength(3);
  });

  test.each([
    ['an empty query', ['  ', '--yes'], 2, 'prune needs a query'],
    ['a mistake in it', ['is:red', '--yes'], 2, 'is: does not take "red"'],
    ['what nothing fits', ['nothingofthekind', '--yes'], 1, 'no article fits nothingofthekind'],
    ['a folder in the library', ['rules', '--yes', '--to', 'library/old'], 2, 'lies in the library'],
    ['the library itself', ['rules', '--yes', '--to', 'library'], 2, 'lies in the library'],
  ] as const)('%s is refused, and nothing moves', async (_, argv, status, message) => {
    const result = await prune(argv);
    expect([result.status, result.stderr]).toEqual([status, expect.stringContaining(`${message}`)]);
    expect([existsSync(trash('files')), (await listed()).length]).toEqual([false, 3]);
  });

  test('the articles that come with newsprint stay', async () => {
    place.write({'bundled/welcome.md': '# Welcome\n'});
    const {status} = await prune(['welcome', '--yes'], {env: {NEWSPRINT_LIBRARY: ''}});
    expect([status, existsSync(at('bundled/welcome.md'))]).toEqual([2, true]);
  });
});

describe('the trash', () => {
  test('takes the files, and knows where they were', async () => {
    const {status, stderr} = await prune(['rules', '--yes']);
    expect([status, stderr]).toEqual([0, 'newsprint: moved 2 articles to the trash\n']);
    expect(readdirSync(trash('files')).sort()).toEqual(['rules.md', 'summit.md']);
    expect(readFileSync(join(trash('files'), 'rules.md'), 'utf8')).toBe('# Border rules\n\nThe rules.\n');
    expect(readFileSync(join(trash('info'), 'rules.md.trashinfo'), 'utf8')).toBe(
      `[Trash Info]\nPath=${at('library/politics/rules.md')}\nDeletionDate=2022-07-10T12:00:00\n`,
    );
  });

  test('keeps what is in it, also what it does not know of', async () => {
    mkdirSync(trash('files'), {recursive: true});
    writeFileSync(join(trash('files'), 'rules.md'), 'of another program');
    await prune(['title:border', '--yes']);
    place.write({'library/guides/rules.md': '# Border rules, others\n'});
    await prune(['title:border', '--yes']);
    const contents = ['rules.md', 'rules 2.md', 'rules 3.md'].map(name =>
      readFileSync(join(trash('files'), name), 'utf8')
        .split('\n', 1)
        .join(),
    );
    expect(contents).toEqual(['of another program', '# Border rules', '# Border rules, others']);
    expect(readdirSync(trash('info')).sort()).toEqual(['rules 2.md.trashinfo', 'rules 3.md.trashinfo']);
  });

  test('is what programs that read it expect for names of any kind', async () => {
    const name = `Ümlaut 100% ${'é'.repeat(110)}.md`;
    place.write({[`library/${name}`]: '# Wholly odd\n'});
    expect((await prune(['odd', '--yes'])).status).toBe(0);
    const [info = ''] = readdirSync(trash('info'));
    expect(readFileSync(join(trash('info'), info), 'utf8')).toContain(`Path=${encodeURI(at(`library/${name}`))}\n`);
    expect(readdirSync(trash('files'))).toEqual([info.replace(/\.trashinfo$/, '')]);
  });

  test('of macOS is a folder', async () => {
    place.write({'home/.Trash/rules.md': 'an older one'});
    await runIn(place, ['prune', 'title:border', '--yes'], {platform: 'darwin'});
    expect(readdirSync(at('home/.Trash')).sort()).toEqual(['rules 2.md', 'rules.md']);
    expect(readFileSync(at('home/.Trash/rules.md'), 'utf8')).toBe('an older one');
  });

  test('that cannot be made leaves everything where it was', async () => {
    place.write({'home/.local/share/Trash': 'a file'});
    const {status, stderr} = await prune(['rules', '--yes']);
    expect(stderr).toContain(`${at('library/politics/rules.md')}: stays where it is: `);
    expect([status, await listed()]).toEqual([3, ['guides/long', 'politics/rules', 'politics/summit']]);
  });
});

test('what is listed by way of a link out of the library stays, and is told', async () => {
  place.write({'outside/fog.md': '# Fog\n', 'library/politics/fog-too.md': '# Fog too\n'});
  symlinkSync('../outside', at('library/out'));
  symlinkSync('politics', at('library/in'));
  const {status, stderr} = await prune(['fog', '--yes']);
  expect(stderr).toContain(`${at('library/out/fog.md')}: stays where it is: a link out of the library leads there\n`);
  expect([status, existsSync(at('outside/fog.md')), readdirSync(trash('files'))]).toEqual([3, true, ['fog-too.md']]);
});

test('an article that no longer fits stays, though nobody has looked at its file since', async () => {
  const many = Array.from({length: 2001}, (_, number) => [`library/many/${number}.md`, 'Text.']);
  place.write(Object.fromEntries(many));
  const old = new Date('2022-07-01');
  // So long ago that their times tell all.
  for (const name of ['', ...readdirSync(at('library'), {recursive: true, encoding: 'utf8'})]) {
    utimesSync(at(`library/${name}`), old, old);
  }
  await runIn(place, ['index']);
  place.write({'library/politics/rules.md': '# Something else\n'});
  await prune(['title:border', '--yes']);
  expect(existsSync(at('library/politics/rules.md'))).toBe(true);
});

describe('a folder of the user', () => {
  test('may not lead into the library by a link', async () => {
    symlinkSync('library', at('shortcut'));
    const {status, stderr} = await prune(['rules', '--yes', '--to', 'shortcut/old']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('lies in the library')]);
  });

  test('gets the files as they lay in the library', async () => {
    const {status, stderr, stdout} = await prune(['rules', '--yes', '--json', '--to', 'old']);
    expect([status, stderr]).toEqual([0, `newsprint: moved 2 articles to ${at('old')}\n`]);
    expect(readdirSync(at('old/politics')).sort()).toEqual(['rules.md', 'summit.md']);
    expect(JSON.parse(stdout)).toMatchObject({version: 1, failed: [], moved: [{library: 'library'}, {}]});
    expect([await listed(), existsSync(trash('files'))]).toEqual([['guides/long'], false]);
  });

  test('keeps what is there: that file stays, and the others go', async () => {
    place.write({'old/politics/rules.md': 'mine'});
    const {status, stderr} = await prune(['rules', '--yes', '--to', 'old']);
    expect(stderr).toContain('stays where it is: something is there already');
    expect([status, await listed()]).toEqual([3, ['guides/long', 'politics/rules']]);
    expect(readFileSync(at('old/politics/rules.md'), 'utf8')).toBe('mine');
  });

  test('gets a link, not what it leads to', async () => {
    place.write({'elsewhere/kept.md': '# Linked border\n'});
    symlinkSync(at('elsewhere/kept.md'), at('library/linked.md'));
    expect((await prune(['title:linked', '--yes', '--to', 'old'])).status).toBe(0);
    expect(readlinkSync(at('old/linked.md'))).toBe(at('elsewhere/kept.md'));
    expect(existsSync(at('elsewhere/kept.md'))).toBe(true);
    expect(readdirSync(at('library'))).not.toContain('linked.md');
  });
});
