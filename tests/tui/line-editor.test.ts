import fc from 'fast-check';
import {expect, test} from 'vitest';
import {editLine, emptyLine, type Line} from '../../src/tui/line-editor.ts';

/** The line after the keys, its cursor shown as `|`. */
const typed = (...keys: readonly string[]): string => {
  const {text, cursor} = keys.reduce((line: Line, key) => editLine(line, key) ?? line, emptyLine);
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
};

test.each([
  ['letters are inserted', ['a', 'space', 'b'], 'a b|'],
  ['Backspace takes a whole character', ['a', '😀', 'backspace'], 'a|'],
  ['the cursor moves by characters', ['😀', 'b', 'left', 'left', 'x'], 'x|😀b'],
  ['Home and End', ['a', 'b', 'home', 'x', 'end', 'y'], 'xaby|'],
  ['Delete takes what is under the cursor', ['a', '😀', 'left', 'delete'], 'a|'],
  ['^W takes the word before the cursor', ['a', 'space', 'b', 'c', 'ctrl-w'], 'a |'],
  ['^U takes all before the cursor', ['a', 'b', 'left', 'ctrl-u'], '|b'],
  ['^K takes all behind it', ['a', 'b', 'left', 'ctrl-k'], 'a|'],
  ['keys that edit nothing leave it', ['a', 'page-down', 'escape'], 'a|'],
])('%s', (_name, keys, expected) => {
  expect(typed(...keys)).toBe(expected);
});

test('the cursor never leaves the line nor splits a character', () => {
  const key = fc.constantFrom(
    'a',
    '😀',
    'left',
    'right',
    'home',
    'end',
    'backspace',
    'delete',
    'ctrl-w',
    'ctrl-k',
    'ctrl-u',
  );
  fc.assert(
    fc.property(fc.array(key), keys => {
      const {text, cursor} = keys.reduce((line: Line, name) => editLine(line, name) ?? line, emptyLine);
      expect(cursor).toBeGreaterThanOrEqual(0);
      expect(cursor).toBeLessThanOrEqual(text.length);
      expect(/[\uD800-\uDBFF]$/.test(text.slice(0, cursor))).toBe(false);
    }),
  );
});

test('a line that nobody types stops growing, and its end can still be taken away', () => {
  const keys = Array.from({length: 5000}, () => 'x');
  expect(typed(...keys)).toBe(`${'x'.repeat(2000)}|`);
  expect(typed(...keys, 'backspace', 'y')).toBe(`${'x'.repeat(1999)}y|`);
});
