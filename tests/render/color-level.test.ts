import {expect, test} from 'vitest';
import {decideColor, isUtf8, supportsHyperlinks} from '../../src/render/color-level.ts';

type Row = readonly [
  what: string,
  env: Readonly<Record<string, string>>,
  flag: 'auto' | 'always' | 'never',
  isTerminal: boolean,
  level: number,
  isColorless: boolean,
];

// biome-ignore format: a table reads best with one row a line
test.each<Row>([
  ['a pipe', {TERM: 'xterm-256color'}, 'auto', false, 0, false],
  ['a plain terminal', {TERM: 'xterm'}, 'auto', true, 1, false],
  ['no TERM at all', {}, 'auto', true, 1, false],
  ['256 colours', {TERM: 'screen-256color'}, 'auto', true, 2, false],
  ['COLORTERM', {TERM: 'xterm-256color', COLORTERM: 'truecolor'}, 'auto', true, 3, false],
  ['kitty', {TERM: 'xterm-kitty'}, 'auto', true, 3, false],
  ['foot', {TERM: 'foot'}, 'auto', true, 3, false],
  ['a dumb terminal', {TERM: 'dumb', COLORTERM: 'truecolor'}, 'auto', true, 0, false],
  ['NO_COLOR', {TERM: 'xterm-256color', NO_COLOR: '1'}, 'auto', true, 1, true],
  ['an empty NO_COLOR, which counts for nothing', {TERM: 'xterm-256color', NO_COLOR: ''}, 'auto', true, 2, false],
  ['NO_COLOR on a dumb terminal', {TERM: 'dumb', NO_COLOR: '1'}, 'auto', true, 0, true],
  ['NO_COLOR above FORCE_COLOR', {TERM: 'xterm', NO_COLOR: '1', FORCE_COLOR: '3'}, 'auto', false, 0, true],
  ['FORCE_COLOR into a pipe', {TERM: 'xterm-256color', FORCE_COLOR: ''}, 'auto', false, 2, false],
  ['FORCE_COLOR with a level', {TERM: 'xterm', FORCE_COLOR: '3'}, 'auto', false, 3, false],
  ['FORCE_COLOR=0', {TERM: 'xterm', FORCE_COLOR: '0'}, 'auto', true, 1, true],
  ['--color always above NO_COLOR', {TERM: 'xterm', NO_COLOR: '1'}, 'always', false, 1, false],
  ['--color always without TERM', {}, 'always', false, 1, false],
  ['--color never above FORCE_COLOR', {TERM: 'xterm', FORCE_COLOR: '3'}, 'never', false, 0, true],
  ['--color never on a terminal', {TERM: 'xterm-256color'}, 'never', true, 1, true],
])('%s', (_, env, flag, isTerminal, level, isColorless) => {
  expect(decideColor({env, flag, isTerminal})).toEqual({level, isColorless});
});

test.each([
  [{TERM: 'xterm-kitty'}, true],
  [{TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app'}, true],
  [{TERM: 'xterm-256color', VTE_VERSION: '6003'}, true],
  [{TERM: 'xterm-256color', VTE_VERSION: '4600'}, false],
  [{TERM: 'xterm-256color', KONSOLE_VERSION: '220401'}, true],
  [{TERM: 'xterm-256color'}, false],
  [{TERM: 'tmux-256color', TERM_PROGRAM: 'iTerm.app'}, false],
  [{TERM: 'xterm-kitty', TMUX: '/tmp/tmux'}, false],
  [{TERM: 'dumb', TERM_PROGRAM: 'iTerm.app'}, false],
])('%j shows hyperlinks: %s', (env, expected) => {
  expect(supportsHyperlinks(env)).toBe(expected);
});

test.each([
  [{LANG: 'C.UTF-8'}, true],
  [{LANG: 'de_DE.utf8'}, true],
  [{LANG: 'C.UTF-8', LC_ALL: 'C'}, false],
  [{}, false],
])('%j is UTF-8: %s', (env, expected) => {
  expect(isUtf8(env)).toBe(expected);
});
