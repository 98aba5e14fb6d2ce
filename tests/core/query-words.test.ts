import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Term} from '../../src/core/query/query-node.ts';
import {eachPiece, pushRun, searchText} from '../../src/core/query/search-text.ts';
import {findSought, soughtOf} from '../../src/core/query/sought.ts';
import {words} from '../../src/core/tokens.ts';

const finder =
  (form: Term['form']) =>
  (typed: string, text: string): boolean => {
    const sought = soughtOf({form, text: typed});
    return sought !== undefined && findSought(sought, searchText(text)) !== -1;
  };
/** The tokens of a text to search in, with a space between them. */
const tokensOf = (text: string) =>
  searchText(text)
    .replace(/[^a-z\d\x80-\uffff]+/g, ' ')
    .trim();

const finds = finder('phrase');
const findsBeginning = finder('prefix');

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
  // Some of Thai and Lao fold to two characters, which are a run; the frame of a keycap is no part of a word.
  const isElse = (code: number) => (code >= 0xe00 && code <= 0xeff) || code === 0x20e3;
  for (let code = 0; code < 0x3000; code++) {
    if (isElse(code)) continue;
    const text = `a${String.fromCodePoint(code)}b`;
    expect(tokensOf(text), `U+${code.toString(16)}`).toBe(words(text).join(' '));
  }
});

test.each([
  ['北京市', '北京 京市 市'],
  ['市', '市'],
  ['iPad北京', 'ipad 北京 京'],
  ['é北京é', 'e 北京 京 e'],
  ['𠮷野家', '𠮷野 野家 家'],
  ['서울에서', '서울 울에 에서 서'],
  ['I ❤️ it, 1️⃣', 'i it 1'],
  ['\ue000a\ue001b\0c\ud800', 'a b c'],
  [`${'a'.repeat(200)}b`, `${'a'.repeat(200)} b`],
  ['“…”', ''],
])('%s is searched as %j', (text, expected) => {
  expect(tokensOf(text)).toBe(expected);
});

test('each stretch of a text is folded as the whole would be', () => {
  const bit = fc.oneof(
    fc.string({unit: 'binary'}),
    fc.string({unit: 'grapheme'}),
    fc.constantFrom(
      '北京',
      '서울',
      'น้ำ',
      'हिन्दी',
      'الخَطّ',
      'Łódź',
      'ΟΔΟΣ',
      'e\u0301',
      'ﬁ',
      ' ',
      '—',
      '-',
      'x'.repeat(201),
    ),
  );
  const slowly = (text: string) => {
    const tokens: string[] = [];
    eachPiece(text, {spaced: piece => void tokens.push(piece), unspaced: run => pushRun(run, tokens)});
    return tokens.join(' ');
  };
  fc.assert(
    fc.property(fc.array(bit, {maxLength: 6}), bits => {
      expect(tokensOf(bits.join(''))).toBe(slowly(bits.join('')));
    }),
    {numRuns: 300},
  );
});

test('one character of an unspaced script is found wherever it stands, a longer stretch only as it stands', () => {
  expect(['東', '京', '都'].map(typed => finds(typed, '東京都'))).toEqual([true, true, true]);
  expect(['東京 ipad', '京 ipad', '京都 ipad', '京都 i'].map(typed => finds(typed, '東京iPad'))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('a word longer than a token is found whole, by its beginning, and not by its end', () => {
  const long = 'abcd'.repeat(100);
  expect([finds(long, long), findsBeginning(long.slice(0, 301), long), finds(long.slice(1), long)]).toEqual([
    true,
    true,
    false,
  ]);
});

test('every word of a text is found in it, and so is every run of them', () => {
  const word = fc.stringMatching(/^[a-zà-öø-ÿ\d]{1,6}$/);
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
