import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {isAbsolute, join} from 'node:path';
import {expect, test} from 'vitest';
import {createPaths, holdsAnything, isFolder} from '../../src/store/paths.ts';

test('without any variable but HOME the files are where the specification says', () => {
  expect(createPaths({HOME: '/home/me'})).toEqual({
    home: '/home/me',
    configFolder: '/home/me/.config/newsprint',
    config: '/home/me/.config/newsprint/config.yaml',
    feeds: '/home/me/.config/newsprint/feeds.yaml',
    dataFolder: '/home/me/.local/share/newsprint',
    articles: '/home/me/.local/share/newsprint/articles',
    stateFolder: '/home/me/.local/state/newsprint',
    cacheFolder: '/home/me/.cache/newsprint',
  });
});

test('a variable says otherwise, unless it is relative or empty', () => {
  const env = {
    HOME: '/home/me',
    XDG_CONFIG_HOME: '/etc/me',
    XDG_DATA_HOME: 'here',
    XDG_STATE_HOME: '',
    XDG_CACHE_HOME: '/c',
  };
  expect(createPaths(env)).toMatchObject({
    configFolder: '/etc/me/newsprint',
    dataFolder: '/home/me/.local/share/newsprint',
    stateFolder: '/home/me/.local/state/newsprint',
    cacheFolder: '/c/newsprint',
  });
});

test('an empty environment gives absolute paths all the same', () => {
  for (const path of Object.values(createPaths({}))) expect(isAbsolute(path)).toBe(true);
});

test('a folder holds something when more than hidden files is in it', () => {
  const root = mkdtempSync(join(tmpdir(), 'newsprint-paths-'));
  try {
    mkdirSync(join(root, 'empty'));
    writeFileSync(join(root, 'empty/.hidden'), '');
    expect([root, join(root, 'empty'), join(root, 'nothing')].map(holdsAnything)).toEqual([true, false, false]);
    expect([root, join(root, 'empty/.hidden'), join(root, 'nothing')].map(isFolder)).toEqual([true, false, false]);
  } finally {
    rmSync(root, {recursive: true, force: true});
  }
});
