import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {stripStyles} from '../../../src/core/text/style-state.ts';
import {clusters, width} from '../../../src/core/text/width.ts';
import {expandTabs, fold, wrap} from '../../../src/core/text/wrap.ts';

const words = [
  ...[
    'The',
    'news',
    'well-known',
    'fox—and',
    'a',
    'https://example.org/a/long/path?with=query&and=more',
    'naïve',
    'Россия',
  ],
  ...[
    '日本語の文章、',
    '「括弧」',
    '한국어',
    'สวัสดีครับ',
    'សេចក្ដី',
    'क्षत्रिय',
    'שָׁלוֹם',
    'العربية',
    '👨‍👩‍👧',
    '🇩🇪',
    'e\u0301',
    '\u2067אב\u2069',
  ],
  ...['--flag-name', '(c++)', '\u0301', 'x'.repeat(30)],
];
const styles = [
  ...[
    '\x1b[1m',
    '\x1b[22m',
    '\x1b[2m',
    '\x1b[4m',
    '\x1b[24m',
    '\x1b[31m',
    '\x1b[38;2;1;2;3m',
    '\x1b[39m',
    '\x1b[0m',
    '\x1b[1;31m',
  ],
  ...['\x1b]8;;https://example.org\x07', '\x1b]8;;\x07', '\x1b]8;id=1;https://example.org/b\x1b\\', '\x1b]8;;\x1b\\'],
];
const plainText = fc.array(fc.constantFrom(...words, ' ', ' ', ' ', '\n', '  ')).map(parts => parts.join(''));
const styledText = fc
  .array(fc.constantFrom(...words, ...styles, ' ', ' ', ' ', '\n', '  '))
  .map(parts => parts.join(''));
const widths = fc.integer({min: 1, max: 120});

const withoutSpaces = (text: string): string => text.replace(/[\s\u2066-\u2069]/g, '');

const widestCluster = (text: string): number => {
  let widest = 0;
  clusters(stripStyles(text), (_, columns) => {
    widest = Math.max(widest, columns);
    return undefined;
  });
  return widest;
};

/** What is on when a line ends, as a terminal that knows only this line would have it. */
const leftOpen = (line: string): string[] => {
  const on = new Set<string>();
  for (const [, codes, address] of line.matchAll(/\x1b\[([\d;]*)m|\x1b\]8;[^;]*;([^\x07\x1b]*)(?:\x07|\x1b\\)/g)) {
    if (address !== undefined) address === '' ? on.delete('link') : on.add('link');
    const code = Number.parseInt(codes ?? '', 10);
    if (codes === '0') for (const name of on) if (name !== 'link') on.delete(name);
    if (codes === '1;31') on.add('weight').add('colour');
    else if (code === 1 || code === 2) on.add('weight');
    else if (code === 4) on.add('line');
    else if (code === 31 || code === 38) on.add('colour');
    else if (code === 22) on.delete('weight');
    else if (code === 24) on.delete('line');
    else if (code === 39) on.delete('colour');
  }
  return [...on];
};

describe.each([
  ['prose', wrap],
  ['code', fold],
])('%s of any script and style', (_, breakLines) => {
  test('has no line wider than asked for, but for one character', () => {
    fc.assert(
      fc.property(styledText, widths, (text, columns) => {
        for (const line of breakLines(text, columns)) {
          expect(width(line)).toBeLessThanOrEqual(Math.max(columns, widestCluster(line)));
        }
      }),
      {numRuns: 1000},
    );
  });

  test('loses nothing that can be read', () => {
    fc.assert(
      fc.property(styledText, widths, (text, columns) => {
        const read = stripStyles(breakLines(text, columns).join(''));
        expect(withoutSpaces(read)).toBe(withoutSpaces(stripStyles(text)));
      }),
      {numRuns: 1000},
    );
  });

  test('has lines that each stand by themselves', () => {
    fc.assert(
      fc.property(styledText, widths, (text, columns) => {
        for (const line of breakLines(text, columns)) {
          expect(leftOpen(line)).toEqual([]);
          expect(line.match(/[\u2066-\u2068]/g)?.length).toBe(line.match(/\u2069/g)?.length);
        }
      }),
      {numRuns: 1000},
    );
  });

  test('breaks at the same places with styles and without', () => {
    fc.assert(
      fc.property(styledText, widths, (text, columns) => {
        expect(breakLines(text, columns).map(stripStyles)).toEqual(breakLines(stripStyles(text), columns));
      }),
      {numRuns: 1000},
    );
  });
});

describe('prose', () => {
  const lines: [what: string, text: string, columns: number, lines: string[]][] = [
    ['breaks at spaces, which go', 'the quick  brown fox', 10, ['the quick', 'brown fox']],
    ['keeps spaces within a line', 'the  quick brown', 10, ['the  quick', 'brown']],
    ['keeps the indent of its first line', '  the quick brown', 11, ['  the quick', 'brown']],
    ['keeps newlines and empty lines', 'a\n\nb ', 10, ['a', '', 'b']],
    ['is one empty line of nothing', '', 10, ['']],
    ['takes a tab for a space', 'a\tb', 1, ['a', 'b']],
    ['holds what a no-break space joins', 'page 10\u00a0000 ends', 9, ['page', '10\u00a0000', 'ends']],
    ['breaks compounds behind the hyphen', 'a well-known fox', 8, ['a well-', 'known', 'fox']],
    ['breaks behind a dash between words', 'the fox—brown', 9, ['the fox—', 'brown']],
    ['leaves options and ranges whole', 'use --dry-run 10-20', 10, ['use', '--dry-run', '10-20']],
    ['cuts addresses behind a slash', 'https://example.org/one/two', 21, ['https://example.org/', 'one/two']],
    ['leaves addresses with hyphens whole', 'see example.org/a-b-c now', 19, ['see', 'example.org/a-b-c', 'now']],
    ['cuts what is longer than a line', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['breaks between ideographs', '日本語文章', 4, ['日本', '語文', '章']],
    ['begins no line with a closing bracket or a stop', '日本「語」。文', 8, ['日本', '「語」。', '文']],
    ['ends no line with an opening bracket', '日本語「文', 8, ['日本語', '「文']],
    ['begins no line with small kana', 'カキャク', 4, ['カ', 'キャ', 'ク']],
    ['leaves Korean words whole', '한국어 문장', 8, ['한국어', '문장']],
    ['breaks Thai between words', 'สวัสดีครับผม', 6, ['สวัสดี', 'ครับผม']],
    ['keeps a Hindi word with its conjuncts whole', 'का समुदाय', 6, ['का', 'समुदाय']],
    ['breaks Tibetan behind the tsheg', 'བོད་སྐད་ཡིག', 4, ['བོད་', 'སྐད་', 'ཡིག']],
    ['cuts no emoji', '👨‍👩‍👧👨‍👩‍👧', 3, ['👨‍👩‍👧', '👨‍👩‍👧']],
    ['gives a wide character a line that is too narrow', '日本', 1, ['日', '本']],
    ['treats widths below one as one', 'ab', 0, ['a', 'b']],
  ];

  test.each(lines)('%s', (_, text, columns, expected) => {
    expect(wrap(text, columns)).toEqual(expected);
  });

  test('gives the same lines whether or not a wider character is in the paragraph', () => {
    const narrow = fc.array(
      fc.constantFrom('The', 'well-known', 'fox—and', '--dry-run', 'a', 'x'.repeat(30), ' ', ' ', '  '),
    );
    fc.assert(
      fc.property(
        narrow.map(parts => parts.join('')),
        widths,
        (text, columns) => {
          // A Hebrew letter is as narrow, but read the long way.
          const long = wrap(text.replaceAll('a', 'א'), columns);
          expect(long.map(line => line.replaceAll('א', 'a'))).toEqual(wrap(text, columns));
        },
      ),
      {numRuns: 1000},
    );
  });

  test('closes and reopens styles and links, with the end that the link has', () => {
    expect(wrap('\x1b[1mone \x1b[31mtwo\x1b[39m\x1b[22m three', 3)).toEqual([
      '\x1b[1mone\x1b[22m',
      '\x1b[1m\x1b[31mtwo\x1b[39m\x1b[22m',
      'thr',
      'ee',
    ]);
    expect(wrap('\x1b]8;;http://a.example\x1b\\one two\x1b]8;;\x1b\\', 3)).toEqual([
      '\x1b]8;;http://a.example\x1b\\one\x1b]8;;\x1b\\',
      '\x1b]8;;http://a.example\x1b\\two\x1b]8;;\x1b\\',
    ]);
  });

  test('closes and reopens isolates', () => {
    expect(wrap('\u2067אב גד\u2069', 2)).toEqual(['\u2067אב\u2069', '\u2067גד\u2069']);
  });

  test('of long text without spaces takes time in proportion', () => {
    const text = 'สวัสดีครับ'.repeat(200);
    expect(wrap(text, 40).join('')).toBe(text);
  });
});

describe('code', () => {
  test('keeps every space and cuts behind a word where one ends near the edge', () => {
    expect(fold('    return  value;  ', 12)).toEqual(['    return  ', 'value;  ']);
    expect(fold('\n  a\n', 10)).toEqual(['', '  a', '']);
    fc.assert(
      fc.property(plainText, widths, (text, columns) => {
        fc.pre(!text.includes('\u2067'));
        expect(fold(text, columns).join('')).toBe(text.replaceAll('\n', ''));
      }),
    );
  });

  test('has its tabs expanded to the next stop', () => {
    expect(expandTabs('\ta\tb\n日\tc', 4)).toBe('    a   b\n日  c');
  });
});
