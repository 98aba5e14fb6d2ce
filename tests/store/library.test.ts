import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {AppError} from '../../src/core/errors.ts';
import type {Library} from '../../src/core/library.ts';
import {articleFromBytes, loadArticle} from '../../src/store/library.ts';
import {loadLibrary} from '../support/load-library.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'newsprint-library-'));
});
afterEach(() => {
  rmSync(root, {recursive: true, force: true});
});

const put = (path: string, content: string | Uint8Array = `# ${path}\n`): string => {
  const full = join(root, path);
  mkdirSync(dirname(full), {recursive: true});
  writeFileSync(full, content);
  return full;
};
const load = (): Library => loadLibrary([{path: root}]);
const idsOf = ({articles}: Library): string[] => articles.map(({id}) => id as string).sort();
const failuresOf = ({failures}: Library): string[] =>
  failures.map(({path, message}) => `${path.slice(root.length + 1)}: ${message}`).sort();
const failure = (act: () => unknown): AppError => {
  try {
    return expect.fail(`gave ${JSON.stringify(act())}`);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
};

describe('which files are articles', () => {
  test('Markdown files at any depth; hidden folders, packages and other files are not', () => {
    for (const path of ['a.md', 'b.markdown', 'c.MDOWN', 'x/y/z/d.md', 'x/index.md', 'index.md', '_index.md'])
      put(path);
    for (const path of ['n.txt', 'md', '.md', '.h.md', '.obsidian/o.md', '.git/g.md', 'node_modules/p/q.md']) put(path);
    const library = load();
    expect(idsOf(library)).toEqual(['_index', 'a', 'b', 'c', 'index', 'x', 'x/y/z/d']);
    expect(library.articles.filter(({isHidden}) => isHidden).map(({id}) => id)).toEqual(['_index']);
    expect(library.failures).toEqual([]);
    expect(library.folders).toEqual([{name: basename(root), path: root}]);
  });

  test('odd names are listed, and nothing of them acts on a terminal', () => {
    const names = [
      ' spaced out ',
      'quote\'"`',
      '$HOME',
      'new\nline',
      'esc\u001b[31m',
      '-dash',
      'ünï',
      '北京',
      'a:b',
      '%41',
      '\\',
    ];
    for (const name of names) put(`${name}.md`, 'Text');
    const library = load();
    expect(library.articles).toHaveLength(names.length);
    expect(idsOf(library).join('')).not.toMatch(/[\u0000-\u001f]/);
    expect(library.articles.map(({path}) => basename(path, '.md')).sort()).toEqual([...names].sort());
  });

  test.runIf(process.platform === 'linux')(
    'names that are no UTF-8 are listed with their content, and it is told',
    () => {
      for (const byte of [0xe9, 0xff]) {
        writeFileSync(
          Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([byte]), Buffer.from('.md')]),
          `# Coffee ${byte}\n`,
        );
      }
      const folder = Buffer.concat([Buffer.from(`${root}/d`), Buffer.from([0xfe])]);
      mkdirSync(folder);
      writeFileSync(Buffer.concat([folder, Buffer.from('/in.md')]), '# Inside\n');
      const {articles, failures} = load();
      expect(failures).toEqual([]);
      expect(articles.map(({title}) => title).sort()).toEqual(['Coffee 233', 'Coffee 255', 'Inside']);
      expect(new Set(articles.map(({id}) => id)).size).toBe(3);
      for (const {problems} of articles) expect(problems[0]?.message).toContain('UTF-8');
    },
  );
});

describe('links', () => {
  test('are followed, in no circle, and each folder is listed once, where it is', () => {
    put('real/a.md');
    put('real/sub/b.md');
    symlinkSync(join(root, 'real'), join(root, 'another'));
    symlinkSync('..', join(root, 'real/up'));
    symlinkSync('/', join(root, 'everything'));
    symlinkSync(join(root, 'real/a.md'), join(root, 'linked.md'));
    const library = load();
    expect(idsOf(library)).toEqual(['linked', 'real/a', 'real/sub/b']);
    expect(library.failures).toEqual([]);
  });

  test('lead out of the library, too', () => {
    put('outside/a.md');
    put('library/b.md');
    symlinkSync('../outside', join(root, 'library/in'));
    expect(idsOf(loadLibrary([{path: join(root, 'library')}]))).toEqual(['b', 'in/a']);
  });

  test('that lead nowhere or in a circle are told', () => {
    put('a.md');
    symlinkSync('nothing', join(root, 'gone.md'));
    symlinkSync('loop.md', join(root, 'loop.md'));
    expect(failuresOf(load())).toEqual(['gone.md: the link leads nowhere', 'loop.md: the link leads in a circle']);
  });
});

describe('what is no file to read', () => {
  test('a pipe, and a link to a device, are told and not waited for', () => {
    put('a.md');
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    symlinkSync('/dev/zero', join(root, 'zero.md'));
    const library = load();
    expect(idsOf(library)).toEqual(['a']);
    expect(failuresOf(library)).toEqual(['pipe.md: no regular file', 'zero.md: no regular file']);
    expect(failure(() => loadArticle(join(root, 'pipe.md'))).code).toBe('io');
  });

  test('an article of 50 MB is read, what is larger than any article is told', () => {
    const line = 'All work and no play makes a long article.\n';
    put('long.md', `# Long\n${line.repeat((50 * 1024 * 1024) / line.length)}`);
    truncateSync(put('huge.md', ''), 3 * 1024 ** 3);
    const library = load();
    expect(library.articles.map(({title}) => title)).toEqual(['Long']);
    expect(failuresOf(library)).toEqual(['huge.md: larger than 64 MB']);
  });

  test.runIf(process.getuid?.() !== 0)('what may not be read is told, and the rest is there', () => {
    put('a.md');
    chmodSync(put('secret.md'), 0);
    put('closed/b.md');
    chmodSync(join(root, 'closed'), 0);
    const library = load();
    chmodSync(join(root, 'closed'), 0o700);
    expect(idsOf(library)).toEqual(['a']);
    expect(failuresOf(library)).toEqual(['closed: permission denied', 'secret.md: permission denied']);
  });
});

test('files whose ids are the same are all there, always under the same ids, and it is told', () => {
  for (const path of ['a.md', 'a.markdown', 'a/index.md', 'b\u0007.md', 'b.md', 'c\n.md', 'c\t.md']) put(path);
  const library = load();
  const byId = Object.fromEntries(
    library.articles.map(({id, path, problems}) => [id, [basename(path), problems.length]]),
  );
  expect(byId).toEqual({
    a: ['a.md', 0],
    'a.markdown': ['a.markdown', 1],
    'a/index.md': ['index.md', 1],
    b: ['b\u0007.md', 0],
    'b.md': ['b.md', 1],
    c: ['c\t.md', 0],
    'c .md': ['c\n.md', 1],
  });
});

describe('several libraries', () => {
  test('never have the same name, and one that is given twice is read once', () => {
    put('one/news/a.md');
    put('two/news/a.md');
    symlinkSync(join(root, 'one/news'), join(root, 'link'));
    const library = loadLibrary([
      {path: join(root, 'one/news')},
      {path: join(root, 'two/news')},
      {path: join(root, 'link')},
      {name: 'Named', path: join(root, 'one')},
    ]);
    expect(library.folders.map(({name}) => name)).toEqual(['news', 'news-2', 'Named']);
    expect(library.articles.map(article => `${article.library}:${article.id}`)).toEqual([
      ...['news:a', 'news-2:a', 'Named:news/a'],
    ]);
  });

  test('a section is spelled in one way in all of them', () => {
    put('one/politics/a.md');
    put('two/b.md', '---\nsection: Politics\n---\n');
    put('two/c.md', '---\nsection: Politics\n---\n');
    const library = loadLibrary([{path: join(root, 'one')}, {path: join(root, 'two')}]);
    expect(library.articles.map(({section}) => section)).toEqual(['Politics', 'Politics', 'Politics']);
  });

  test('a file may be one', () => {
    const path = put('deep/2022-07-06-one.md', 'Text');
    const library = loadLibrary([{path}]);
    expect(library.articles).toMatchObject([{id: '2022-07-06-one', path, published: {day: '2022-07-06'}}]);
    expect(library.folders).toEqual([{name: '2022-07-06-one.md', path: join(root, 'deep')}]);
  });
});

test('a library that is not there is a mistake of usage, and the message names it', () => {
  const path = join(root, 'nothing');
  const error = failure(() => loadLibrary([{path}]));
  expect(error.code).toBe('usage');
  expect(error.message).toContain(path);
  expect(error.hint).toBeDefined();
});

test('an empty folder, and no folder at all, are libraries without articles', () => {
  expect(load()).toMatchObject({articles: [], failures: []});
  expect(loadLibrary([])).toEqual({articles: [], failures: [], folders: []});
});

test('a file that is named is an article whatever its extension', () => {
  const path = put('letters/note.txt', 'Dear reader\n');
  expect(loadArticle(path)).toMatchObject({id: 'note.txt', library: 'letters', path, title: 'Dear reader'});
  expect(failure(() => loadArticle(join(root, 'nothing.md'))).code).toBe('nothing-found');
  expect(failure(() => loadArticle(root)).code).toBe('io');
});

test('text that is no file is an article, too', () => {
  expect(articleFromBytes(Buffer.from('---\ntitle: A\n---\nB'), 'stdin')).toMatchObject({
    ...{id: 'stdin', library: 'stdin', path: '', title: 'A', body: 'B'},
  });
  expect(articleFromBytes(new Uint8Array(), 'stdin').title).toBe('Stdin');
});
