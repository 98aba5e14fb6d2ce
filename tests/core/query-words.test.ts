import fc from 'fast-check';
import {expect, test} from 'vitest';
import {findsWords, searchable} from '../../src/core/query/word-search.ts';
import {fold} from '../../src/core/tokens.ts';

const finds = (typed: string, text: string) => findsWords({text: typed, isPrefix: false})(searchable(text));
const findsBeginning = (typed: string, text: string) => findsWords({text: typed, isPrefix: true})(searchable(text));

test.each([
  ['border', 'the Border.', true],
  ['border', 'borders', false],
  ['border', 'cross-border', true],
  ['order', 'border', false],
  ['order', 'border order', true],
  ['gonzalez', 'GONZÁLEZ', true],
  ['lodz', 'Łódź', true],
  ['straße', 'STRASSE', true],
  ['road map', 'a “road – map”', true],
  ['road map', 'roadmap', false],
  ['road map', 'road x map', false],
  ['don’t', "I don't know", true],
  ['東京', '東京都知事', true],
  ['京都', '東京都知事', true],
  ['東都', '東京都', false],
  ['서울', '서울에서', true],
  ['ipad 北京', 'iPad北京', true],
  ['ipad', '新iPad北京', true],
  ['2', 'CO₂ x²', false],
  ['x2', 'x²', true],
])('%s in %s: %s', (typed, text, expected) => {
  expect(finds(typed, text)).toBe(expected);
});

test('a beginning is found where the word goes on, and the words before it are whole', () => {
  expect([findsBeginning('road ma', 'the road maps'), findsBeginning('roa map', 'the road map')]).toEqual([
    true,
    false,
  ]);
});

test('the short way for signs says the same as folding, for every character', () => {
  for (let code = 0; code < 0x3000; code++) {
    const text = `a${String.fromCodePoint(code)}b`;
    const words = (folded: string) => folded.match(/[\p{L}\p{N}\p{M}]+/gu);
    expect(words(searchable(text)), `U+${code.toString(16)}`).toEqual(words(fold(text)));
  }
});

test('every word of a text is found in it, and so is every run of them', () => {
  const word = fc.stringMatching(/^[a-zà-ÿ\d]{1,6}$/);
  const gap = fc.constantFrom(' ', ', ', ' – ', '\n', '’', '/');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, gap), {minLength: 1, maxLength: 8}),
      fc.nat(),
      fc.nat(),
      (pieces, from, count) => {
        const start = from % pieces.length;
        const run = pieces.slice(start, start + 1 + (count % pieces.length)).map(([text]) => text);
        expect(finds(run.join(' '), pieces.flat().join(''))).toBe(true);
      },
    ),
  );
});
