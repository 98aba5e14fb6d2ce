import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createInputDecoder, type InputEvent} from '../../src/tui/input.ts';

const decode = (...chunks: readonly string[]): readonly InputEvent[] => {
  const decoder = createInputDecoder();
  return [...chunks.flatMap(chunk => decoder.push(chunk)), ...decoder.flush()];
};

const keys = (...names: readonly string[]): readonly InputEvent[] => names.map(key => ({type: 'key', key}));

test.each([
  ['keys that arrive together are single keys', 'jjj', ['j', 'j', 'j']],
  ['an accented letter is one key', 'É', ['É']],
  ['an emoji is one key', '😀', ['😀']],
  ['Enter, Tab, Backspace and Space have names', '\r\t\u007F ', ['enter', 'tab', 'backspace', 'space']],
  ['control letters have names', '\u0003\u0004\u001A', ['ctrl-c', 'ctrl-d', 'ctrl-z']],
  ['arrows in normal and application mode', '\u001B[A\u001BOB', ['up', 'down']],
  [
    'Home and End of xterm, rxvt and the console',
    '\u001B[H\u001B[7~\u001B[1~\u001BOF',
    ['home', 'home', 'home', 'end'],
  ],
  ['page keys and Shift-Tab', '\u001B[5~\u001B[6~\u001B[Z', ['page-up', 'page-down', 'shift-tab']],
  ['an arrow with a modifier is the arrow', '\u001B[1;5C', ['right']],
  ['Escape typed just ahead of a letter is both', '\u001Bj', ['escape', 'j']],
  ['two Escapes are two', '\u001B\u001B', ['escape', 'escape']],
  ['SGR and X10 mouse reports are dropped', '\u001B[<0;10;5Mj\u001B[M !!k', ['j', 'k']],
  ['answers to queries are dropped', '\u001B[?62;22cj', ['j']],
  ['function keys are dropped', '\u001BOP\u001B[15~\u001B[[Aj', ['j']],
])('%s', (_name, bytes, expected) => {
  expect(decode(bytes)).toEqual(keys(...expected));
});

test('an arrow that was cut after its ESC is an arrow, not Escape', () => {
  const decoder = createInputDecoder();
  expect(decoder.push('\u001B')).toEqual([]);
  expect(decoder.hasPendingEscape()).toBe(true);
  expect(decoder.push('[A')).toEqual(keys('up'));
  expect(decoder.hasPendingEscape()).toBe(false);
});

test('a lone ESC is the Escape key once nothing followed', () => {
  const decoder = createInputDecoder();
  expect(decoder.push('\u001B')).toEqual([]);
  expect(decoder.flush()).toEqual(keys('escape'));
});

test('the letters of a paste are no keys', () => {
  expect(decode('a\u001B[200~quit now\nq\u001B[201~b')).toEqual([
    ...keys('a'),
    {type: 'paste', text: 'quit now\nq'},
    ...keys('b'),
  ]);
});

test('^C still works when the end of a paste never comes', () => {
  expect(decode('\u001B[200~lost', 'more', '\u0003')).toEqual(keys('ctrl-c'));
});

test('input means the same wherever it is cut', () => {
  const piece = fc.constantFrom(
    'j',
    'é',
    '\u001B[A',
    '\u001B[5~',
    '\u001BOH',
    '\u001B[200~pasted q\u001B[201~',
    '\u0004',
  );
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 12}), fc.array(fc.nat(80)), (pieces, cuts) => {
      const all = pieces.join('');
      const places = [0, ...cuts.map(cut => Math.min(cut, all.length)).sort((a, b) => a - b), all.length];
      const chunks = places.slice(1).map((end, i) => all.slice(places[i], end));
      expect(decode(...chunks)).toEqual(decode(all));
    }),
  );
});

test('whatever comes in, a key is never a control character', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), text => {
      for (const event of decode(text)) if (event.type === 'key') expect(event.key).not.toMatch(/\p{Cc}/u);
    }),
  );
});

test('of focus reports the one that tells the window is in front is handed on', () => {
  expect(decode('\u001B[Ij\u001B[O')).toEqual([{type: 'focused'}, {type: 'key', key: 'j'}]);
});
