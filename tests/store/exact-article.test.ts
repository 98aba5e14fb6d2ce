import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {readExactArticle} from '../../src/store/exact-article.ts';
import {loadLibrary} from '../support/load-library.ts';

const folderOf = (...files: readonly string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'newsprint-exact-'));
  onTestFinished(() => rmSync(folder, {recursive: true}));
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), {recursive: true});
    writeFileSync(join(folder, file), `---\ntitle: ${file}\ndate: 2022-07-06\n---\nText of ${file}.\n`);
  }
  return folder;
};

test('an article read by itself is the article that its library has', () => {
  const path = folderOf('politics/2022/border-rules.md', 'politics/vote.md', 'top.md', 'a/index.md');
  const {articles} = loadLibrary([{path}]);
  for (const id of ['politics/2022/border-rules', 'politics/vote', 'top']) {
    expect(readExactArticle({path}, id)).toEqual(articles.find(article => article.id === id));
  }
});

test('of files with one id it is the one that keeps it', () => {
  const path = folderOf('x.md', 'x.markdown', 'x/index.md');
  expect(readExactArticle({path}, 'x')).toEqual(loadLibrary([{path}]).articles.find(({id}) => id === 'x'));
});

test.each([
  'border-rules',
  'politics/vot',
  'a',
  'a/index',
  'node_modules/x',
  '.git/x',
  '../top',
  'politics/../top',
  'Top',
  '',
])('only the whole library can tell what "%s" is', id => {
  const path = folderOf('politics/border-rules.md', 'top.md', 'a/index.md', 'node_modules/x.md', '.git/x.md');
  expect(readExactArticle({path}, id)).toBeUndefined();
});

test('a way through a link is left to the search of the library', () => {
  const path = folderOf('real/x.md');
  symlinkSync(join(path, 'real'), join(path, 'link'));
  expect(readExactArticle({path}, 'link/x')).toBeUndefined();
});
