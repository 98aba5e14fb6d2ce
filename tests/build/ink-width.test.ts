/** Ink measures with our widths, and they are those of the package that it measured with before. */
import fc from 'fast-check';
import originalWidth from 'string-width';
import {expect, test} from 'vitest';
import stringWidth from '../../src/build/ink/string-width.ts';

/** Planes 4 to 13 hold no characters. */
const codePoints = function* () {
  for (let point = 0; point < 0x4_0000; point++) yield point;
  for (let point = 0xe_0000; point < 0xe_1000; point++) yield point;
};

test('every code point is as wide as before', () => {
  const different: string[] = [];
  for (const point of codePoints()) {
    const character = String.fromCodePoint(point);
    if (stringWidth(character) !== originalWidth(character)) different.push(`U+${point.toString(16)}`);
  }
  expect(different).toEqual([]);
});

test('text of marks, emoji, wide characters and styles is as wide as before', () => {
  const pieces = [
    ...['a', ' ', 'é', 'e\u0301', 'ﬁ', '…', '│', '●', '日', '한글', 'ｱﾞ', 'か\u3099', '、', 'עברית', 'ل\u0627', 'ไทย'],
    ...[
      '😀',
      '👩‍💻',
      '👨‍👩‍👧‍👦',
      '🇲🇦',
      '👍🏽',
      '☁\uFE0F',
      '☁',
      '1\uFE0F\u20E3',
      '❤\uFE0F',
      '🏴\u{E0067}\u{E0062}\u{E007F}',
    ],
    ...[
      '\u001B[1m',
      '\u001B[0m',
      '\u001B[38;5;12m',
      '\u001B]8;;http://a/\u0007',
      '\u001B]8;;\u001B\\',
      '\u200B',
      '\u00AD',
    ],
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces)), parts => {
      expect(stringWidth(parts.join(''))).toBe(originalWidth(parts.join('')));
    }),
    {numRuns: 3000},
  );
});
