import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {launcher} from '../support/program.ts';
import {openTerminal, programLine, type Screen, type TerminalOptions} from '../support/terminal.ts';
import {folderOf, threeArticles} from './library.ts';

const openReader = (options: TerminalOptions = {}, folder = folderOf(threeArticles)): Screen =>
  openTerminal({columns: 80, rows: 24, ...options, args: ['--library', folder, ...(options.args ?? [])]});

const expectRestored = (screen: Screen) => {
  expect([screen.isAlternate, screen.isCursorVisible]).toEqual([false, true]);
  // Autowrap (7) is set by default, so it may be either untouched or set again.
  for (const mode of [1049, 1007, 2004, 2026]) expect(screen.modes.has(mode), `mode ${mode}`).toBe(false);
  expect(screen.output().toString('latin1')).not.toContain('\u001B[3J');
};

test('the front page lists the library, newest first, on the alternate screen', async () => {
  const screen = openReader();
  await screen.until('The harbour');
  expect(screen.isAlternate).toBe(true);
  expect(screen.isCursorVisible).toBe(false);
  const titles = screen.lines().flatMap(line => /Border rules|The vote|The harbour/.exec(line)?.[0] ?? []);
  expect(titles).toEqual(['Border rules', 'The vote', 'The harbour']);
  expect(screen.row(0)).toContain('3 articles · 3 unread');
});

test('reading, a link, back through the history, and back to the list', async () => {
  const screen = openReader();
  await screen.until('The harbour');
  screen.press('enter');
  await screen.until('It links to');
  screen.press('tab', 'enter');
  await screen.until('Ships come and go');
  screen.press('[');
  await screen.until('It links to');
  screen.press('q');
  await screen.until('3 articles');
  expect(screen.row(2)).toContain('▸');
});

test('the related panel opens an article by its number', async () => {
  const screen = openReader();
  await screen.until('The harbour');
  screen.press('r');
  await screen.until(/1 .*The harbour/);
  screen.press('1');
  await screen.until('Ships come and go');
});

const longArticle = {
  'long.md': `---\ntitle: Long\n---\nBegins here[^1] and [leads on](other.md).\n\n${Array.from(
    {length: 60},
    (_, i) => `Paragraph number ${i} says something that takes a line or two of a window this wide, more or less.`,
  ).join('\n\n')}\n\n## The café chapter\n\nIts needle.\n\n[^1]: The note itself.\n`,
  'other.md': '---\ntitle: Other\n---\nAnother text.\n',
} as const;

test('find: what is typed is marked and counted, n goes on, Esc ends it', async () => {
  const screen = openReader({args: ['long']}, folderOf(longArticle));
  await screen.until('Begins here');
  screen.press('/', ...'cafe');
  await screen.until('1 of 1');
  expect(screen.text()).toContain('The café chapter');
  screen.press('ctrl-u', ...'number 5');
  await screen.until('1 of 11');
  expect(screen.text()).toContain('Paragraph number 5 ');
  screen.press('enter', 'n');
  await screen.until('2 of 11');
  expect(screen.text()).toContain('Paragraph number 50 ');
  screen.press('esc');
  await screen.until(() => !screen.text().includes('of 11'));
  expect(screen.text()).toContain('Paragraph number 50 ');
});

test('find: a regular expression that would take forever is given up', async () => {
  const text = {'a.md': `---\ntitle: A\n---\n${'a'.repeat(60)}b\n`};
  const screen = openReader({args: ['a']}, folderOf(text));
  await screen.until('aaaab');
  screen.press('/', ...'/(a+)+$/');
  await screen.until('takes too long');
  screen.press('ctrl-u', ...'/a{4}b/');
  await screen.until('1 of 1');
});

test('contents and links lead on by number', async () => {
  const screen = openReader({args: ['long']}, folderOf(longArticle));
  await screen.until('Begins here');
  screen.press('t');
  await screen.until(/1 The café chapter/);
  screen.press('1');
  await screen.until('Its needle.');
  screen.press('g', 'L');
  await screen.until('→ Other');
  screen.press('1');
  await screen.until('Another text.');
  screen.press('[');
  await screen.until('Begins here');
});

test('a footnote leads to its note and back', async () => {
  const screen = openReader({args: ['long']}, folderOf(longArticle));
  await screen.until('Begins here');
  screen.press('tab', 'enter');
  await screen.until('back to the text');
  expect(screen.text()).toContain('The note itself.');
  screen.press('enter');
  await screen.until('Begins here');
});

test('resizing keeps the paragraph that is read at the top', async () => {
  const screen = openReader({args: ['long']}, folderOf(longArticle));
  await screen.until('Begins here');
  screen.press('/', ...'number 30', 'enter');
  await screen.until(/1 of 1 .*n\/N/);
  const paragraph = () => /Paragraph number \d+/.exec(screen.text())?.[0];
  const before = paragraph();
  screen.resize(50, 24);
  await screen.until(() => screen.lines().every(line => line.length <= 50) && paragraph() !== undefined);
  expect([before, `Paragraph number ${Number(before?.split(' ')[2]) + 1}`]).toContain(paragraph());
  screen.resize(80, 24);
  await screen.until(() => paragraph() === before);
});

test('a preview stands beside the list from 100 columns on', async () => {
  const screen = openReader({columns: 120, rows: 40});
  await screen.until(/│ .*It links to/);
  screen.resize(80, 24);
  await screen.until(() => !screen.text().includes('It links to'));
});

test('/ filters as one types, Esc clears', async () => {
  const screen = openReader();
  await screen.until('The harbour');
  screen.press('/', ...'ships');
  await screen.until(() => !screen.text().includes('The vote'));
  expect(screen.text()).toContain('The harbour');
  screen.press('esc');
  await screen.until('The vote');
});

test('keys that arrive at once, a split arrow, a paste and focus reports do what they mean', async () => {
  const screen = openReader();
  await screen.until('The harbour');
  screen.type('jjj');
  await screen.until(/▸. The harbour/);
  screen.type('\u001B');
  screen.type('[A');
  await screen.until(/▸. The vote/);
  screen.press('focus-out', 'focus-in');
  screen.type('\u001B[200~q Q j\r\u001B[201~');
  screen.press('k');
  await screen.until(/▸. Border rules/);
});

test('resizing keeps the paragraph that is being read', async () => {
  const screen = openReader();
  await screen.until('The harbour');
  screen.press('enter', 'space', 'space');
  await screen.until(/Paragraph number 1\d/);
  const top = /Paragraph number \d+/.exec(screen.text())?.[0] ?? '';
  for (const [columns, rows] of [
    [40, 15],
    [20, 5],
    [200, 60],
    [80, 24],
  ] as const) {
    screen.resize(columns, rows);
    await screen.until(() => screen.text().replace(/\s+/g, ' ').includes(top));
  }
  // The window is never empty between two frames: it is cleared within the one that fills it.
  expect(screen.output().toString('latin1')).not.toMatch(/(?<!\[\?2026h)\u001B\[2J/);
});

test.each([
  ['q', (screen: Screen) => screen.press('q'), 0],
  ['Q within an article', (screen: Screen) => screen.press('enter', 'Q'), 0],
  ['^C', (screen: Screen) => screen.press('ctrl-c'), 0],
  ['SIGTERM', (screen: Screen) => screen.kill('SIGTERM'), 143],
  ['SIGHUP', (screen: Screen) => screen.kill('SIGHUP'), 129],
] as const)('%s leaves the terminal as it was', async (_name, leave, status) => {
  const screen = openReader();
  await screen.until('The harbour');
  leave(screen);
  const {code, signal} = await screen.exit;
  expect(signal === undefined ? code : 128 + signal).toBe(status);
  expectRestored(screen);
});

test('a bug is told on the restored screen, with status 70', async () => {
  const bug = "process.on('SIGUSR2', () => { throw new Error('boom') })";
  const screen = openReader({nodeArgs: ['--import', `data:text/javascript,${encodeURIComponent(bug)}`]});
  await screen.until('The harbour');
  screen.kill('SIGUSR2');
  expect(await screen.exit).toEqual({code: 70, signal: undefined});
  expectRestored(screen);
  expect(screen.text()).toContain('boom');
});

test('^Z suspends to the shell and fg repaints', async () => {
  const folder = folderOf(threeArticles);
  const screen = openTerminal({columns: 80, rows: 24, command: ['bash', '--norc', '--noprofile', '-i']});
  screen.type(`PS1='$ '; echo before\r`);
  await screen.until(/^before$/m);
  screen.type(`${programLine} --library '${folder}'\r`);
  await screen.until('The harbour');
  screen.press('ctrl-z');
  await screen.until('Stopped');
  expect([screen.isAlternate, screen.isCursorVisible]).toEqual([false, true]);
  expect(screen.text()).toContain('before');
  screen.type('fg\r');
  await screen.until(() => screen.isAlternate && screen.text().includes('The harbour'));
  screen.press('j');
  await screen.until(/▸. The vote/);
  screen.press('q');
  await screen.until(() => !screen.isAlternate);
  screen.type('stty -a; exit\r');
  await screen.exit;
  expect(screen.text()).toMatch(/ icanon.* echo /s);
});

test('^L draws all of the screen again', async () => {
  const screen = openReader();
  await screen.until('The harbour');
  const before = screen.text();
  const written = screen.output().length;
  screen.press('ctrl-l');
  await screen.until(() => screen.output().subarray(written).includes('The harbour'));
  expect(screen.text()).toBe(before);
});

test('e runs the editor on the file and shows what it changed', async () => {
  const folder = folderOf({
    ...threeArticles,
    'editor.sh': '#!/bin/sh\necho "edit: $2"; sed -i s/Border/Harbour/ "$2"\n',
  });
  const screen = openReader({env: {VISUAL: `sh '${join(folder, 'editor.sh')}' --wait`, EDITOR: 'false'}}, folder);
  await screen.until('Border rules');
  screen.press('e');
  await screen.until('Harbour rules');
});

test("^C in the editor is the editor's: the reader is there when it ends", async () => {
  const script = "#!/bin/sh\ntrap 'echo interrupted; read x; exit' INT\necho editing\nwhile :; do sleep 0.05; done\n";
  const folder = folderOf({...threeArticles, 'editor.sh': script});
  const screen = openReader({env: {EDITOR: `sh ${join(folder, 'editor.sh')}`}}, folder);
  await screen.until('Border rules');
  screen.press('e');
  await screen.until('editing');
  screen.press('ctrl-c');
  await screen.until('interrupted');
  screen.press('enter');
  await screen.until(() => screen.isAlternate && screen.text().includes('Border rules'));
  screen.press('j');
  await screen.until(/▸. The vote/);
});

test('an editor that cannot be started is told, and is no bug', async () => {
  const screen = openReader({env: {EDITOR: tmpdir()}});
  await screen.until('Border rules');
  screen.press('e');
  await screen.until(/cannot start/);
  screen.press('j');
  await screen.until(/▸. The vote/);
});

test('stopped and continued from outside, it gives the terminal back and takes it again', async () => {
  const folder = folderOf(threeArticles);
  const screen = openTerminal({columns: 80, rows: 24, command: ['bash', '--norc', '--noprofile', '-i']});
  screen.type(`PS1='$ '\r`);
  const tellPid = `data:text/javascript,import fs from 'node:fs'; fs.writeFileSync('${folder}/pid', String(process.pid))`;
  screen.type(`'${process.execPath}' --import "${tellPid}" '${launcher}' --library '${folder}'\r`);
  await screen.until(() => screen.isAlternate && screen.text().includes('The harbour'));
  process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGTSTP');
  await screen.until('Stopped');
  expect([screen.isAlternate, screen.isCursorVisible]).toEqual([false, true]);
  screen.type('fg\r');
  await screen.until(() => screen.isAlternate && screen.text().includes('The harbour'));
  screen.press('j');
  await screen.until(/▸. The vote/);
});

test('o starts BROWSER with the address, without a shell', async () => {
  const folder = folderOf({...threeArticles, 'browser.sh': '#!/bin/sh\nprintf %s "$*" > "$(dirname "$0")/opened"\n'});
  const screen = openReader({env: {BROWSER: `sh ${join(folder, 'browser.sh')} --new`}}, folder);
  await screen.until('Border rules');
  screen.press('o');
  await screen.until('opened https://example.org/border');
  await expect
    .poll(() => existsSync(join(folder, 'opened')) && readFileSync(join(folder, 'opened'), 'utf8'))
    .toBe('--new https://example.org/border');
});

test('over ssh without BROWSER the address is shown and copied', async () => {
  const screen = openReader({env: {SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22'}});
  await screen.until('The harbour');
  screen.press('o');
  await screen.until('copied https://example.org/border');
  expect(screen.clipboard).toEqual(['https://example.org/border']);
});

test('NO_COLOR leaves marks and attributes, and no colour', async () => {
  const screen = openReader({env: {NO_COLOR: '1'}});
  await screen.until('The harbour');
  screen.press('enter');
  await screen.until('It links to');
  expect(screen.output().toString('latin1')).not.toMatch(
    /\u001B\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m/,
  );
});

test('a hostile article is only text: no title, no clipboard, no link, no cursor moved', async () => {
  const folder = folderOf({
    'hostile.md':
      '---\ntitle: "Evil \\e]0;owned\\a\\e[2J title"\n---\n' +
      'Raw \u001B]0;owned\u0007 and &#27;]52;c;b3duZWQ=&#7; and \u009B31m and \u202Eevil\u202C ' +
      '\u001B]8;;https://evil.example\u0007link\u001B]8;;\u0007 [x](javascript:alert(1)) end of text\n',
  });
  writeFileSync(join(folder, 'na\u001B[31mme\n.md'), 'A name with an escape sequence.');
  const screen = openReader({env: {TERM: 'xterm-kitty', KITTY_WINDOW_ID: '1'}}, folder);
  await screen.until('Evil');
  screen.press('enter');
  await screen.until('end of text');
  expect([screen.title, screen.clipboard, screen.links]).toEqual(['', [], []]);
  expect(screen.text()).not.toContain('\u202E');
});

test('an empty library says how to fill it', async () => {
  const screen = openReader({}, folderOf({'notes.txt': 'no article'}));
  await screen.until(/Markdown files/);
});

test('an article given by its id opens at once; q leads to the list', async () => {
  const screen = openReader({args: ['vote']});
  await screen.until('A vote about');
  screen.press('q');
  await screen.until('3 articles');
});

test('newsprint - reads the article from stdin and the keys from the terminal', async () => {
  const folder = folderOf(threeArticles);
  const script = `printf '# From a pipe\\n\\nPiped text.' | ${programLine} --library '${folder}' -`;
  const screen = openTerminal({command: ['sh', '-c', script]});
  await screen.until('Piped text');
  screen.press('Q');
  expect((await screen.exit).code).toBe(0);
});
