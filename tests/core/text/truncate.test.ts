import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {stripStyles} from '../../../src/core/text/style-state.ts';
// Under its own name it would be taken for vitest's focused test.
import {fit as fitted, truncate} from '../../../src/core/text/truncate.ts';
import {width} from '../../../src/core/text/width.ts';

const pieces = [
  'The ',
  'naïve ',
  '日本語',
  '👨‍👩‍👧',
  'e\u0301',
  'สวัสดี',
  '\x1b[1m',
  '\x1b[22m',
  '\x1b[31m',
  '\x1b[39m',
  '\u2067אב\u2069',
];
const text = fc.array(fc.constantFrom(...pieces)).map(parts => parts.join(''));
const widths = fc.integer({min: 0, max: 40});

describe('a line cut short', () => {
  test.each([
    ['what fits stays as it is', 'news', 4, 'news'],
    ['what does not ends with an ellipsis', 'newsprint', 5, 'news…'],
    ['no space before the ellipsis', 'the news', 5, 'the…'],
    ['no half of a wide character', '日本語', 4, '日…'],
    ['no half of an emoji', 'a👨‍👩‍👧b', 3, 'a…'],
    ['one column', 'news', 1, '…'],
    ['no column', 'news', 0, ''],
    ['styles are closed', '\x1b[1;31mnewsprint\x1b[0m', 5, '\x1b[1m\x1b[31mnews…\x1b[39m\x1b[22m'],
    [
      'links are closed',
      '\x1b]8;;http://a.example\x07newsprint\x1b]8;;\x07',
      5,
      '\x1b]8;;http://a.example\x07news…\x1b]8;;\x07',
    ],
    ['isolates are closed', '\u2067אבגדה\u2069', 3, '\u2067אב…\u2069'],
  ])('%s', (_, raw, columns, shown) => {
    expect(truncate(raw, columns)).toBe(shown);
  });

  test('is never wider than asked for, and is the beginning of the text', () => {
    fc.assert(
      fc.property(text, widths, (raw, columns) => {
        const shown = truncate(raw, columns);
        expect(width(shown)).toBeLessThanOrEqual(columns);
        const read = stripStyles(shown).replace(/[…\u2066-\u2069]/g, '');
        expect(
          stripStyles(raw)
            .replace(/[\u2066-\u2069]/g, '')
            .startsWith(read),
        ).toBe(true);
      }),
      {numRuns: 1000},
    );
  });
});

describe('a line fitted to a column', () => {
  test.each([
    ['left', 'ab   '],
    ['right', '   ab'],
    ['center', ' ab  '],
  ] as const)('%s', (align, shown) => {
    expect(fitted('ab', 5, align)).toBe(shown);
  });

  test('is exactly as wide as asked for', () => {
    fc.assert(
      fc.property(text, widths, fc.constantFrom('left', 'right', 'center'), (raw, columns, align) => {
        expect(width(fitted(raw, columns, align))).toBe(columns);
      }),
      {numRuns: 1000},
    );
  });
});
