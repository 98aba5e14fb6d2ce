/** The reader starts whatever the code is like that an earlier run kept. */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {openTerminal, type Screen} from '../support/terminal.ts';
import {folderOf, threeArticles} from './library.ts';

/** Opens the reader, reads an article and leaves. */
const readAndLeave = async (cache: string, library: string): Promise<Screen> => {
  const screen = openTerminal({args: ['--library', library], env: {XDG_CACHE_HOME: cache}});
  await screen.until('The harbour');
  screen.press('enter');
  await screen.until('It links to');
  screen.press('Q');
  expect(await screen.exit).toEqual({code: 0, signal: undefined});
  return screen;
};

test('kept code is used, and damaged code is as good as none', async () => {
  const cache = folderOf({});
  const library = folderOf(threeArticles);
  await readAndLeave(cache, library);
  const folder = join(cache, 'newsprint');
  const files = readdirSync(folder).map(name => join(folder, name));
  expect(files.some(file => file.includes('-main.js'))).toBe(true);
  await readAndLeave(cache, library);

  for (const part of [0.02, 0.3, 0.5, 0.7, 0.98]) {
    for (const file of files) {
      const bytes = readFileSync(file);
      const at = Math.floor(bytes.length * part);
      bytes.fill(0xa5, at, Math.min(at + 64, bytes.length));
      writeFileSync(file, bytes);
    }
    await readAndLeave(cache, library);
  }
});

test('a cache folder that cannot be made is no trouble', async () => {
  await readAndLeave('/dev/null', folderOf(threeArticles));
  expect(existsSync('/dev/null/newsprint')).toBe(false);
});
