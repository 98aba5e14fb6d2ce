/** The harness itself: a terminal test can only be believed when what it reads back is what was written. */
import {expect, test} from 'vitest';
import {openTerminal} from './terminal.ts';

/** A terminal running a few lines of shell. */
const shell = (script: string) => openTerminal({columns: 40, rows: 10, command: ['sh', '-c', script]});

test('text, styles, links, title and clipboard are read back', async () => {
  const screen = shell(
    String.raw`printf 'plain \033[1;31mbold\033[0m 日本 \033[4munder\033[0m\r\n'` +
      String.raw`; printf '\033]8;;https://example.org/\033\\link\033]8;;\033\\ \033]2;A title\007\033]52;c;aGk=\007👨‍👩‍👧!'`,
  );
  expect(await screen.exit).toEqual({code: 0, signal: undefined});
  expect(screen.text()).toBe('plain bold 日本 under\nlink 👨‍👩‍👧!');
  expect(screen.styleOf('plain')).toMatchObject({bold: false, foreground: 'default'});
  expect(screen.styleOf('bold')).toMatchObject({bold: true, foreground: '1'});
  expect(screen.styleOf('under')).toMatchObject({underline: true});
  expect(screen.cell(5, 1)).toMatchObject({text: '👨‍👩‍👧', width: 2});
  expect([screen.links, screen.title, screen.clipboard]).toEqual([['https://example.org/'], 'A title', ['hi']]);
});

test('modes, alternate screen and cursor are followed', async () => {
  const screen = shell(
    String.raw`printf '\033[?1049h\033[?25l\033[?2004hin'; read x; printf '\033[?1049l\033[?25h'; exit 7`,
  );
  await screen.until('in');
  expect([screen.isAlternate, screen.isCursorVisible, screen.modes.has(2004)]).toEqual([true, false, true]);
  screen.press('enter');
  expect(await screen.exit).toMatchObject({code: 7});
  expect([screen.isAlternate, screen.isCursorVisible]).toEqual([false, true]);
});

test('a frame inside a synchronized update is not looked at before it is whole', async () => {
  const screen = shell(String.raw`printf '\033[?2026hhalf'; read x; printf ' whole\033[?2026l'; read y`);
  const seen: string[] = [];
  const found = screen.until(/half/).then(() => seen.push(screen.text()));
  screen.type('\n');
  await found;
  expect(seen).toEqual([expect.stringContaining('half')]);
  expect(seen[0]).toContain('whole');
});

test('keys arrive as a terminal sends them, and the program learns of a new size', async () => {
  const screen = shell('stty -echo raw; printf ready; dd bs=1 count=7 2>/dev/null | od -An -c; stty size');
  await screen.until('ready');
  screen.resize(50, 12);
  screen.press('up', 'ctrl-c', 'shift-tab');
  await screen.exit;
  expect(screen.text().replace(/\s+/g, ' ')).toContain('033 [ A 003 033 [ Z 12 50');
});

test('what never comes is told with the screen, and so is an early end', async () => {
  const waiting = shell('echo here; read x');
  await waiting.until('here');
  await expect(waiting.until('there', {timeout: 50})).rejects.toThrow(/50 ms passed before there.*here/s);
  const ending = shell('echo gone; exit 3');
  await expect(ending.until('there')).rejects.toThrow(/ended \(\{"code":3\}\).*gone/s);
});

test('a signal that ended the program is told', async () => {
  const screen = shell('echo on; read x');
  await screen.until('on');
  screen.kill('SIGTERM');
  expect(await screen.exit).toMatchObject({signal: 15});
});
