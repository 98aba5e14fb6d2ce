import {expect, test} from 'vitest';
import {keyNames} from '../../src/tui/input.ts';
import {actionFor, hintsFor, keyTable, type Mode, standardKeymap} from '../../src/tui/keymap.ts';

const {rows} = standardKeymap;
const modes: readonly Mode[] = ['list', 'article', 'panel', 'help'];

test.each(modes)('a key means one thing in %s', mode => {
  const keys = rows.filter(row => row.on.includes(mode)).flatMap(row => row.keys);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

test('usually every row has all of its keys, of names that there are', () => {
  const keys: readonly string[] = keyTable.flatMap(row => row.keys);
  const bound = new Set(rows.flatMap(row => row.keys));
  expect(keys.filter(key => !bound.has(key))).toEqual([]);
  expect(keys.filter(key => [...key].length > 1 && !keyNames.includes(key))).toEqual([]);
  expect(rows).toHaveLength(keyTable.length);
});

test('every row has keys and a label', () => {
  expect(rows.filter(row => row.keys.length === 0 || row.label === '')).toEqual([]);
});

test.each(modes)('help is the last hint of %s, or closing it', mode => {
  expect(['help', 'close']).toContain(hintsFor(standardKeymap, mode).at(-1)?.[1]);
});

test.each([
  ['list', 'q', 'quit'],
  ['article', 'q', 'back'],
  ['article', 'Q', 'quit-anywhere'],
  ['list', 'escape', 'clear'],
  ['article', 'backspace', 'history-back'],
] as const)('in %s %s means %s', (mode, key, action) => {
  expect(actionFor(standardKeymap, mode, key)).toBe(action);
});

test('digits are bound nowhere: only panels take them', () => {
  const bound = new Set(rows.flatMap(row => row.keys));
  expect([...'0123456789'].filter(digit => bound.has(digit))).toEqual([]);
});
