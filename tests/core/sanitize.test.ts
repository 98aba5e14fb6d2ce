import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {block, escapeJson, field, inline, url} from '../../src/core/sanitize.ts';

/** Everything that a terminal, a bidi renderer or a reader's eye could be fooled with. Written apart from the code under test. */
const dangerous =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\u{e0001}]/u;

/** Opens and closes on each line; never more closed than open. */
const hasBalancedIsolates = (text: string): boolean =>
  text.split('\n').every(line => {
    let open = 0;
    for (const character of line) {
      if (/[\u2066-\u2068]/.test(character)) open += 1;
      if (character === '\u2069') open -= 1;
      if (open < 0) return false;
    }
    return open === 0;
  });

const hostilePieces = [
  ...[
    '\x1b',
    '\x1b[',
    '\x1b]',
    '\x1bP',
    '\x9b',
    '\x9d',
    '\x90',
    '\x9c',
    '\x1b\\',
    '\x07',
    '\0',
    '\r',
    '\n',
    '\t',
    '\x85',
    '\x7f',
    '31m',
    '8;;',
    '0;',
  ],
  ...[
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2069',
    '\u200e',
    '\u200f',
    '\u061c',
    '\u200b',
    '\u200c',
    '\u200d',
    '\ufeff',
    '\u00ad',
    '\u2028',
    '\u034f',
  ],
  ...[
    '\ud83d',
    '\udc68',
    '\u{e0041}',
    '\u{e007f}',
    '\u{1f3f4}',
    '\u{1f468}',
    '\ufe0f',
    '\u{1f3fb}',
    '\u0301',
    '\u0591',
    '\u064e',
    '\u094d',
    '\u0915',
  ],
  ...['a', ' ', '日', 'ه', 'ש', 'ᠠ', 'http://'],
];
const hostile = fc.oneof(
  {weight: 4, arbitrary: fc.array(fc.constantFrom(...hostilePieces), {maxLength: 40}).map(pieces => pieces.join(''))},
  fc.string({unit: 'binary', maxLength: 60}),
);

describe('whatever comes in', () => {
  const gates = {block, inline, field};

  test.each(Object.entries(gates))('%s lets no dangerous character out', (_, gate) => {
    fc.assert(
      fc.property(hostile, text => {
        const safe = gate(text);
        expect(safe).not.toMatch(dangerous);
        expect(hasBalancedIsolates(safe)).toBe(true);
        expect(safe).not.toMatch(/\p{M}{9}/u);
      }),
      {numRuns: 2000},
    );
  });

  test.each(Object.entries(gates))('%s changes nothing the second time', (_, gate) => {
    fc.assert(
      fc.property(hostile, text => {
        expect(gate(gate(text))).toBe(gate(text));
      }),
      {numRuns: 5000},
    );
  });

  test('a field is one trimmed line, a piece of a line keeps its spaces', () => {
    fc.assert(
      fc.property(hostile, text => {
        expect(field(text)).not.toMatch(/[\n\t]| {2}|^\s|\s$/);
        expect(inline(text)).not.toMatch(/[\n\t]/);
      }),
    );
    expect(field('  two\n\twords  ')).toBe('two words');
    expect(inline(' a\tb  c\n')).toBe(' a b  c ');
  });

  test('printable text passes unchanged, whatever its script', () => {
    const printable = fc.string({unit: fc.constantFrom(...'aZ09 .,-“”—éßñжאبहไ日本語カ한😀\n\t')});
    fc.assert(fc.property(printable, text => block(text) === text));
  });
});

describe('escape sequences go whole', () => {
  test.each([
    ['a colour', '\x1b[1;31mred\x1b[0m', 'red'],
    ['a colour with colons', '\x1b[38:2::255:0:0mred', 'red'],
    ['a window title', '\x1b]0;pwned\x07text', 'text'],
    ['a link with ST', '\x1b]8;;http://evil.example\x1b\\text\x1b]8;;\x1b\\', 'text'],
    ['the clipboard', '\x1b]52;c;cm0gLXJm\x07text', 'text'],
    ['a device control string', '\x1bP$qm\x1b\\text', 'text'],
    ['one wrapped for tmux', '\x1bPtmux;\x1b\x1b]52;c;cm0=\x07\x1b\\text', 'text'],
    ['8-bit CSI', '\x9b31mred', 'red'],
    ['8-bit OSC and ST', '\x9d0;pwned\x9ctext', 'text'],
    ['a picture', '\x1b_Gf=100;iVBORw0KGgo=\x1b\\text', 'text'],
    ['a character set', '\x1b(0text', 'text'],
    ['a reset', '\x1bctext', 'text'],
    ['private modes', '\x1b[?1049h\x1b[2J\x1b[Htext', 'text'],
    ['a colour broken off at the end', 'text\x1b[31', 'text'],
    ['a colour broken off by a line end', 'text\x1b[31\nmore', 'text\nmore'],
    ['a title that never ends', '\x1b]0;text to its end', 'text to its end'],
  ])('%s', (_, raw, shown) => {
    expect(block(raw)).toBe(shown);
  });

  test('text behind a title that ends on another line is kept', () => {
    expect(block('\x1b]0;first\nsecond\x07')).toBe('first\nsecond');
  });
});

describe('what scripts and emoji need stays whole', () => {
  test.each([
    ['Hebrew with vowel points', 'שָׁלוֹם עֲלֵיכֶם'],
    ['Arabic with vowel signs', 'اَلْعَرَبِيَّةُ'],
    ['a directional mark in right-to-left text', 'אב (C++\u200f) גד'],
    ['Persian with non-joiners', 'می\u200cخواهم کتاب\u200cها'],
    ['an Arabic letter joined to nothing', 'ه\u200d 1443'],
    ['Hindi with a half form', 'क्\u200dष'],
    ['Bengali', 'র\u200d্যাব'],
    ['Sinhala', 'ශ්\u200dරී'],
    ['Malayalam with a joiner at the end', 'അവന്\u200d'],
    ['Burmese with six marks', 'ကျွှို့'],
    ['a family', '👨‍👩‍👧'],
    ['a rainbow flag', '🏳️‍🌈'],
    ['a skin tone', '👩🏽‍🚀'],
    ['the flag of Wales', '🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
    ['a keycap', '1️⃣'],
    ['decomposed accents', 'e\u0301o\u0308\u0304'],
  ])('%s', (_, text) => {
    expect(block(text)).toBe(text);
    expect(field(text)).toBe(text);
  });

  test.each([
    ['zero-width characters in Latin text', 'pay\u200b\u200cp\u200dal\ufeff\u2060\u00ad', 'paypal'],
    ['directional marks without right-to-left text', 'a\u200eb\u200fc', 'abc'],
    ['hidden tags', 'a\u{e0068}\u{e0069}', 'a'],
    ['a pile of marks', `a${'\u0301'.repeat(50)}b`, `a${'\u0301'.repeat(8)}b`],
    ['a pile built with joiners', `a${'\u0301\u200d'.repeat(50)}b`, `a${'\u0301'.repeat(8)}b`],
    ['half of a surrogate pair', 'a\ud800b', 'a\ufffdb'],
    ['a pair parted by an invisible character', '\ud83d\u200b\ude00', '\ufffd\ufffd'],
    ['overrides', '\u202etxt.exe\u202c', 'txt.exe'],
    ['line separators', 'a\u2028b\u2029c\r\nd\re\x85f', 'a\nb\nc\nd\ne\nf'],
  ])('but not %s', (_, raw, shown) => {
    expect(block(raw)).toBe(shown);
  });
});

describe('isolates', () => {
  test('a pair over several lines is closed and opened again on each', () => {
    expect(block('a \u2067אב\nגד\u2069 b')).toBe('a \u2067אב\u2069\n\u2067גד\u2069 b');
  });

  test('without a partner they go', () => {
    expect(block('a\u2069b\u2066c\n\u2068d\u2069')).toBe('abc\n\u2068d\u2069');
  });

  test('deep nesting over many lines does not multiply them', () => {
    const deep = `${'\u2066'.repeat(1000)}${'\n'.repeat(1000)}${'\u2069'.repeat(1000)}`;
    expect(block(deep).length).toBeLessThan(20_000);
  });
});

describe('addresses', () => {
  test.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['HTTPS://Example.ORG', 'https://example.org/'],
    [' https://example.org/a b ', 'https://example.org/a%20b'],
    ['https://bücher.example/straße?q=ü', 'https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%BC'],
    ['https://bank.example@evil.example/', 'https://evil.example/'],
    ['https://user:secret@example.org/', 'https://example.org/'],
    ['https://exa\u200bmple.org/\u202egnp.exe', 'https://example.org/%E2%80%AEgnp.exe'],
    ['https://example.org/\x1b]8;;\x07\x9b', 'https://example.org/%1B]8;;%07%C2%9B'],
    ['https://example.org/a"b<c>`d`{e}|f', 'https://example.org/a%22b%3Cc%3E%60d%60%7Be%7D%7Cf'],
    ['mailto:a b@example.org', 'mailto:a%20b@example.org'],
    ['gemini://example.org/x', 'gemini://example.org/x'],
  ])('%j is %j', (raw, safe) => {
    expect(url(raw)).toBe(safe);
  });

  test.each([
    ...[
      'javascript:alert(1)',
      'java\nscript:alert(1)',
      ' \x01javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'vbscript:x',
    ],
    ...[
      'data:text/html,x',
      'file:///etc/passwd',
      'about:blank',
      'view-source:https://example.org',
      'ssh://example.org',
    ],
    ...[
      '/a/b',
      'a.md',
      '//example.org',
      '#x',
      '',
      'http://',
      'https://exa mple.org',
      // Node says that this can be parsed, and then fails to.
      'http://www.ã\x83\x93ã\x82¿ã\x83\x9fã\x83³A',
      `https://example.org/${'a'.repeat(9000)}`,
    ],
  ])('%j is none', raw => {
    expect(url(raw)).toBeUndefined();
  });

  test('one that is longer than any terminal takes is none', () => {
    expect(url(`https://example.org/${'a'.repeat(9000)}`)).toBeUndefined();
  });

  test('what comes out is visible ASCII, without a user name, and comes out the same again', () => {
    const start = fc.constantFrom(
      'https://',
      'http://a.example/',
      'mailto:',
      'gemini://b.example/',
      'https://x@',
      'ftp:',
      '',
    );
    fc.assert(
      fc.property(start, hostile, (before, after) => {
        const safe = url(before + after);
        fc.pre(safe !== undefined);
        expect(safe).toMatch(/^(https?|mailto|gemini|gopher|ftps?):[!-~]+$/);
        expect(new URL(safe).username).toBe('');
        expect(url(safe)).toBe(safe);
      }),
      {numRuns: 3000},
    );
  });
});

test('JSON says the same when it is escaped, and shows nothing a terminal acts on', () => {
  fc.assert(
    fc.property(hostile, text => {
      const escaped = escapeJson(JSON.stringify({text}));
      expect(JSON.parse(escaped)).toEqual({text});
      expect(escaped).not.toMatch(dangerous);
      expect(escaped).not.toMatch(/[\u2066-\u2069\u200b-\u200f]/);
    }),
  );
});
