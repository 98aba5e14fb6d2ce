/** What happens to the library and to what is remembered of it, while the reader runs and from one run to the next. */
import {mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {openTerminal, type Screen, type TerminalOptions} from '../support/terminal.ts';
import {folderOf, threeArticles} from './library.ts';

const openReader = (folder: string, options: TerminalOptions = {}): Screen =>
  openTerminal({columns: 110, rows: 24, ...options, args: ['--library', folder]});

/** Folders that outlive a run. */
const kept = () => {
  const home = folderOf({});
  return {env: {XDG_STATE_HOME: join(home, 'state'), XDG_CACHE_HOME: join(home, 'cache')}};
};

/** More than are read whole into memory. */
const manyArticles = Object.fromEntries(
  Array.from({length: 400}, (_, i) => [
    `news/${2000 + (i % 20)}/article-${i}.md`,
    `---\ntitle: Article ${i}\ndate: 20${String(i % 20).padStart(2, '0')}-01-01\n---\nText number ${i} of ${i % 40 === 0 ? 'Ouarzazate' : 'a town'}.\n\nIt leads to [the next](article-${(i + 20) % 400}.md).\n`,
  ]),
);

test('what is read, starred and how far is there again in the next run; U takes back', async () => {
  const folder = folderOf(threeArticles);
  const options = kept();
  const first = openReader(folder, options);
  await first.until('3 unread');
  first.press('enter');
  await first.until('It links to');
  first.press('space', 'space');
  await first.until('Paragraph number 20');
  const line = first.row(0);
  first.press('q', 'j', '*', 'm');
  await first.until(/★/);
  await first.until('marked read');
  first.press('q');
  expect((await first.exit).code).toBe(0);

  const second = openReader(folder, options);
  await second.until('2 unread');
  expect(second.row(3)).toContain('★');
  second.press('g', 'enter');
  await second.until(() => second.row(0) === line);
  second.press('q', 'A');
  await second.until('0 unread');
  second.press('U');
  await second.until('2 unread');
  second.press('q');
  expect((await second.exit).code).toBe(0);
});

test('files that come, change and go while it runs are shown, and the article on screen stays where it is', async () => {
  const folder = folderOf(threeArticles);
  const screen = openReader(folder);
  await screen.until('3 articles');
  writeFileSync(join(folder, 'politics/new.md'), '---\ntitle: A new one\ndate: 2022-07-07\n---\nText.\n');
  await screen.until('A new one');
  screen.press('enter');
  await screen.until('It links to');
  screen.press('space');
  await screen.until('Paragraph number 15');
  const top = screen.row(0);
  const border = join(folder, 'politics/border.md');
  writeFileSync(border, threeArticles['politics/border.md'].replace('Paragraph number 16', 'Changed paragraph 16'));
  await screen.until('Changed paragraph 16');
  expect(screen.row(0)).toBe(top);
  screen.press('q');
  rmSync(join(folder, 'politics/vote.md'));
  await screen.until(() => !screen.text().includes('The vote'));
});

test('a large library is searched as one types, in its index, and leads from article to article', async () => {
  const folder = folderOf(manyArticles);
  const options = kept();
  const screen = openReader(folder, options);
  await screen.until('400 articles');
  screen.press('/');
  screen.type('ouarz');
  await screen.until('10 articles');
  await screen.until('10 found · ouarz…');
  screen.press('enter', 'enter');
  await screen.until('It leads to');
  screen.press('tab');
  await screen.until(/→ Article \d+/);
  screen.press('enter');
  await screen.until('a town');
  screen.press('w');
  await screen.until('Who and what is named');
  screen.press('esc', 'q', 'esc');
  await screen.until('400 articles');

  mkdirSync(join(folder, 'news/2030'));
  writeFileSync(join(folder, 'news/2030/late.md'), '---\ntitle: Late news\ndate: 2030-01-01\n---\nText.\n');
  screen.press('focus-in');
  await screen.until('401 articles');
  screen.press('g');
  await screen.until('Late news');
  screen.press('Q');
  expect((await screen.exit).code).toBe(0);
});

test('a file that is renamed keeps its mark', async () => {
  const folder = folderOf(manyArticles);
  const options = kept();
  const first = openReader(folder, options);
  await first.until('400 unread');
  first.press('m');
  await first.until('399 unread');
  const marked = /Article \d+/.exec(first.row(2))?.[0] ?? '';
  first.press('q');
  await first.exit;
  renameSync(join(folder, 'news'), join(folder, 'old'));
  const second = openReader(folder, options);
  second.press('focus-in');
  await second.until('399 unread');
  second.press('/');
  second.type(`title:"${marked}"`);
  await second.until('1 article · 0 unread');
});
