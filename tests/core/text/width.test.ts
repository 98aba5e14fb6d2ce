import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {clusters, width} from '../../../src/core/text/width.ts';

const clustersOf = (text: string): [cluster: string, columns: number][] => {
  const found: [string, number][] = [];
  clusters(text, (cluster, columns) => {
    found.push([cluster, columns]);
    return undefined;
  });
  return found;
};

/** A flag that the compiler does not know yet. */
const unicodeSets = 'v';

/** Every character that satisfies a Unicode property, as this engine knows it. */
const every = (property: RegExp): string[] => {
  const found: string[] = [];
  for (let codePoint = 0; codePoint <= 0x1ffff; codePoint += 1) {
    const character = String.fromCodePoint(codePoint);
    if (property.test(character)) found.push(character);
  }
  return found;
};

/** Those for which we and string-width, which Ink measures by, differ. */
const differing = (texts: Iterable<string>): string[] => [...texts].filter(text => width(text) !== stringWidth(text));

describe('as wide as string-width says', () => {
  test('every code point of the planes that have any', () => {
    const different: string[] = [];
    for (let codePoint = 0; codePoint <= 0xe0fff; codePoint += 1) {
      if (codePoint === 0x40000) codePoint = 0xe0000;
      const character = String.fromCodePoint(codePoint);
      if (width(character) !== stringWidth(character)) different.push(codePoint.toString(16));
    }
    expect(different).toEqual([]);
  });

  test('every code point of the basic plane between letters', () => {
    // A C1 introducer, which string-width strips; Thai and Lao AM, which it draws over their letter; a letter that it
    // draws into the next; Hangul tone marks, which it draws two columns wide.
    const otherwise = new Set([0x9b, 0xe33, 0xeb3, 0xd4e, 0x302e, 0x302f]);
    const different: string[] = [];
    for (let codePoint = 0x20; codePoint <= 0xffff; codePoint += 1) {
      const text = `a${String.fromCharCode(codePoint)}b`;
      if (!otherwise.has(codePoint) && width(text) !== stringWidth(text)) different.push(codePoint.toString(16));
    }
    expect(different).toEqual([]);
  });

  test('every flag', () => {
    const indicators = every(/\p{Regional_Indicator}/u);
    const isFlag = new RegExp('^\\p{RGI_Emoji_Flag_Sequence}$', unicodeSets);
    const flags = indicators
      .flatMap(first => indicators.map(second => first + second))
      .filter(pair => isFlag.test(pair));
    expect(flags.length).toBeGreaterThan(250);
    expect(differing(flags)).toEqual([]);
  });

  test('every emoji with a variation selector, as a keycap, and in every skin tone', () => {
    const emoji = every(/\p{Emoji}/u);
    expect(differing(emoji.map(character => `${character}\ufe0f`))).toEqual([]);
    expect(differing([...'0123456789#*'].flatMap(key => [`${key}\ufe0f\u20e3`, `${key}\u20e3`]))).toEqual([]);
    const bases = every(/\p{Emoji_Modifier_Base}/u);
    expect(differing(bases.flatMap(base => every(/\p{Emoji_Modifier}/u).map(tone => base + tone)))).toEqual([]);
  });

  test('joined emoji, in a row and among letters', () => {
    const emoji = fc.constantFrom(...'👨👩👧❤🏳🌈⚕🦰♀🐈⬛😶🌫👍🎓', '👍🏽', '☝🏿');
    const joiner = fc.constantFrom('\u200d', '\ufe0f\u200d');
    const sequence = fc.tuple(fc.array(emoji, {minLength: 1, maxLength: 5}), joiner).map(([all, by]) => all.join(by));
    const text = fc.array(fc.oneof(sequence, fc.constantFrom('a', ' ', '日', 'é'))).map(parts => parts.join(''));
    fc.assert(
      fc.property(text, joined => {
        expect(width(joined)).toBe(stringWidth(joined));
      }),
      {numRuns: 1000},
    );
  });

  test('a flag spelt with tags', () => {
    expect(differing(['🏴󠁧󠁢󠁷󠁬󠁳󠁿', 'a🏴󠁧󠁢󠁷󠁬󠁳󠁿b'])).toEqual([]);
  });

  test('Korean, composed and not', () => {
    const korean = fc.string({unit: fc.constantFrom(...'한국어값은 a'), maxLength: 12});
    fc.assert(
      fc.property(korean, text => {
        expect(width(text)).toBe(stringWidth(text));
        expect(width(text.normalize('NFD'))).toBe(stringWidth(text));
      }),
    );
  });
});

describe('as wide as terminals draw it', () => {
  test.each([
    ['Thai', 'คำปรารภ', 7],
    ['a Hindi conjunct with a vowel sign', 'प्रस्तावना', 7],
    ['Hindi', 'मानव अधिकारों की सार्वभौम घोषणा', 29],
    ['Bengali', 'মানবাধিকারের সার্বজনীন ঘোঘণাপত্র', 30],
    ['Tamil', 'மனித உரிமைகள் பற்றிய உலகப் பிரகடனம்', 30],
    ['Burmese', 'အပြည်ပြည်ဆိုင်ရာ လူ့အခွင့်အရေး ကြေညာစာတမ်း', 29],
    ['Khmer', 'សេចក្ដីប្រកាសជាសកលស្ដីពីសិទ្ធិមនុស្ស', 25],
  ])('%s', (_, text, columns) => {
    expect(width(text)).toBe(columns);
  });

  test('styles and links take no column, whatever ends the link', () => {
    expect(width('\x1b[1;38;5;200mbold\x1b[0m')).toBe(4);
    expect(width('\x1b]8;;https://example.org/?a;b\x07link\x1b]8;;\x07')).toBe(4);
    expect(width('\x1b]8;id=1;https://example.org\x1b\\日本\x1b]8;;\x1b\\')).toBe(4);
  });
});

describe('clusters', () => {
  const pieces = [
    'a',
    'é',
    'e\u0301',
    ' ',
    '日',
    'か\u3099',
    '한',
    '\u1112\u1161\u11ab',
    'ไ',
    'ที่',
    'น้ำ',
    'שָׁ',
    'اً',
    '👍',
    '👍🏽',
    '👨‍👩‍👧',
    '🇩🇪',
    '1️⃣',
    '❤️',
    '\u200d',
  ];
  const text = fc.array(fc.constantFrom(...pieces)).map(parts => parts.join(''));

  test('are the grapheme clusters of the standard, together the text, together as wide', () => {
    const segmenter = new Intl.Segmenter();
    fc.assert(
      fc.property(text, joined => {
        const found = clustersOf(joined);
        expect(found.map(([cluster]) => cluster)).toEqual([...segmenter.segment(joined)].map(({segment}) => segment));
        expect(found.reduce((sum, [, columns]) => sum + columns, 0)).toBe(width(joined));
      }),
      {numRuns: 1000},
    );
  });

  test('of anything at all are the text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), any => {
        expect(
          clustersOf(any)
            .map(([cluster]) => cluster)
            .join(''),
        ).toBe(any);
      }),
    );
  });

  test('a conjunct is one', () => {
    expect(clustersOf('क्षत्रिय')).toEqual([
      ['क्ष', 2],
      ['त्रि', 2],
      ['य', 1],
    ]);
    expect(clustersOf('க்ஷ')).toEqual([['க்ஷ', 2]]);
  });

  test('the visit ends when it is told to', () => {
    const seen: string[] = [];
    clusters('abc', cluster => {
      seen.push(cluster);
      return cluster !== 'b';
    });
    expect(seen).toEqual(['a', 'b']);
  });
});
