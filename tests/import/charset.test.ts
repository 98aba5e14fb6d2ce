import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {decodeBytes} from '../../src/import/charset.ts';
import {encodeAs} from './encode.ts';

const sentences = {
  english: 'The harbour opens again',
  french: 'Le marché couvert rouvre après l’été, où l’on goûte aux pêches',
  spanish: 'El puerto reabrió ayer mañana tras la inundación',
  polish: 'Rząd przyjął dziś nowy budżet, mówi rzecznik ministerstwa',
  turkish: 'Işıklar söndü ve şehir bu akşam karanlığa gömüldü',
  russian: 'Порт снова открыт после наводнения',
  ukrainian: 'Порт знову відкрито після повені, їдуть вантажівки',
  greek: 'Το λιμάνι άνοιξε ξανά μετά την πλημμύρα',
  hebrew: 'הנמל נפתח מחדש אחרי השיטפון',
  arabic: 'أعيد فتح الميناء بعد الفيضان',
  thai: 'ท่าเรือเปิดอีกครั้งหลังน้ำท่วม',
  japanese: '港は洪水のあと、きょう再び開かれた。',
  korean: '항구가 홍수 뒤에 다시 문을 열었다.',
  chinese: '洪水过后，港口今天重新开放。',
  taiwanese: '洪水過後，港口今天重新開放。',
} as const;

type Language = keyof typeof sentences;

const html = (head: string, body: string) => `<!doctype html><html><head>${head}<title>a</title></head><p>${body}</p>`;
const xml = (label: string, body: string) =>
  `<?xml version="1.0" encoding="${label}"?>\n<rss><title>${body}</title></rss>`;

/** By what a charset is known, where it is true: each is believed without a word. */
const believed: readonly [what: string, charset: string, language: Language][] = [
  ['utf-8', 'utf-8', 'japanese'],
  ['iso-8859-1', 'windows-1252', 'french'],
  ['latin1', 'windows-1252', 'spanish'],
  ['windows-1250', 'windows-1250', 'polish'],
  ['iso-8859-9', 'windows-1254', 'turkish'],
  ['windows-1251', 'windows-1251', 'russian'],
  ['KOI8-R', 'koi8-r', 'russian'],
  ['iso-8859-7', 'iso-8859-7', 'greek'],
  ['windows-1255', 'windows-1255', 'hebrew'],
  ['windows-1256', 'windows-1256', 'arabic'],
  ['tis-620', 'windows-874', 'thai'],
  ['Shift_JIS', 'shift_jis', 'japanese'],
  ['x-sjis', 'shift_jis', 'japanese'],
  ['cp932', 'shift_jis', 'japanese'],
  ['EUC-JP', 'euc-jp', 'japanese'],
  ['ks_c_5601-1987', 'euc-kr', 'korean'],
  ['gb2312', 'gbk', 'chinese'],
  ['gb18030', 'gb18030', 'chinese'],
  ['big5', 'big5', 'taiwanese'],
];

describe.each(believed)('%s', (label, charset, language) => {
  const sentence = sentences[language];

  test.each([
    ['the header', html('', sentence), `text/html; charset=${label}`, 'html'],
    ['the header, in quotes', html('', sentence), `text/html;Charset="${label}"; x=y`, 'html'],
    ['meta charset', html(`<meta charset="${label}">`, sentence), 'text/html', 'html'],
    ['meta charset without quotes', html(`<META CHARSET=${label}>`, sentence), undefined, 'html'],
    [
      'meta http-equiv',
      html(`<meta content='text/html; charset=${label}' http-equiv=Content-Type>`, sentence),
      undefined,
      'html',
    ],
    ['the XML declaration of a page', `${xml(label, sentence)}`, 'application/xhtml+xml', 'html'],
    ['the XML declaration', xml(label, sentence), 'application/rss+xml', 'xml'],
    ['single quotes in it', xml(label, sentence).replaceAll('"', "'"), undefined, 'xml'],
  ] as const)('is believed from %s', (_, text, contentType, kind) => {
    expect(decodeBytes(encodeAs(charset, text), {contentType, kind})).toEqual({text, charset});
  });
});

describe('what comes first', () => {
  const mark = Uint8Array.from([0xef, 0xbb, 0xbf]);
  const both = (...parts: readonly Uint8Array[]) => Buffer.concat(parts);

  test('a byte order mark is believed before the header and the document', () => {
    const text = html('<meta charset="koi8-r">', sentences.russian);
    const bytes = both(mark, encodeAs('utf-8', text));
    expect(decodeBytes(bytes, {kind: 'html', contentType: 'text/html; charset=windows-1251'})).toEqual({
      text,
      charset: 'utf-8',
    });
  });

  test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('%s with a mark is read whatever the labels', charset => {
    const text = xml('iso-8859-1', `${sentences.arabic} 😀`);
    const bytes = encodeAs(charset, `\ufeff${text}`);
    expect(decodeBytes(bytes, {kind: 'xml', contentType: 'text/xml; charset=us-ascii'})).toEqual({text, charset});
  });

  test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('%s shows in its zeros without a mark', charset => {
    const text = xml('utf16', sentences.japanese);
    expect(decodeBytes(encodeAs(charset, text), {kind: 'xml'})).toEqual({text, charset});
  });

  test.each(['utf-16le', 'utf-16be'])('%s of markup is found among letters that have zeros too', charset => {
    const text = xml('utf-16', `\u3000港は\u3000開いた\u0100 ${sentences.japanese}`);
    expect(decodeBytes(encodeAs(charset, text), {kind: 'xml'})).toEqual({text, charset});
  });

  test('a header is believed before the document', () => {
    const text = html('<meta charset="windows-1252">', sentences.russian);
    const decoded = decodeBytes(encodeAs('koi8-r', text), {kind: 'html', contentType: 'text/html; charset=koi8-r'});
    expect(decoded).toEqual({text, charset: 'koi8-r'});
  });

  test.each([
    ['a comment', '<!-- <meta charset="shift_jis"> -->'],
    ['the attribute of another tag', '<link title=\'<meta charset="shift_jis">\'>'],
    ['a closing tag', '</meta charset="shift_jis">'],
    ['a meta that is no Content-Type', '<meta name="x" content="text/html; charset=shift_jis">'],
    ['a label that means none', '<meta charset="none such">'],
  ])('%s names no charset of the page', (_, head) => {
    const text = html(`${head}<meta charset="windows-1251">`, sentences.russian);
    expect(decodeBytes(encodeAs('windows-1251', text), {kind: 'html'})).toMatchObject({text, charset: 'windows-1251'});
  });

  test('a meta that says UTF-16 can be read as ASCII and means UTF-8', () => {
    const text = html('<meta charset="utf-16">', sentences.french);
    expect(decodeBytes(encodeAs('utf-8', text), {kind: 'html'})).toEqual({text, charset: 'utf-8'});
  });

  test('a text names no charset in its words', () => {
    const text = `How to write <meta charset="shift_jis"> in a page. ${sentences.french}`;
    expect(decodeBytes(encodeAs('windows-1252', text), {kind: 'text'})).toMatchObject({text, charset: 'windows-1252'});
  });
});

describe('a label that lies', () => {
  test.each(['iso-8859-1', 'us-ascii', 'windows-1251', 'shift_jis', 'gbk', 'utf-16'])(
    'UTF-8 under the label %s is UTF-8',
    label => {
      const text = html('', sentences.japanese);
      const decoded = decodeBytes(encodeAs('utf-8', text), {kind: 'html', contentType: `text/html; charset=${label}`});
      expect(decoded).toMatchObject({
        text,
        charset: 'utf-8',
        problem: expect.stringMatching(/^says it is in .* utf-8$/),
      });
    },
  );

  test.each([
    ['windows-1252', 'french'],
    ['windows-1251', 'russian'],
    ['shift_jis', 'japanese'],
    ['euc-kr', 'korean'],
    ['gb18030', 'chinese'],
    ['big5', 'taiwanese'],
    ['windows-1256', 'arabic'],
  ] as const)('%s under the label utf-8 is found out', (charset, language) => {
    const text = xml('utf-8', sentences[language]);
    expect(decodeBytes(encodeAs(charset, text), {kind: 'xml'})).toMatchObject({
      text,
      charset,
      problem: `says it is in utf-8, but is in ${charset}`,
    });
  });

  test('a server’s header for everything gives way to the page’s own word where the letters agree with it', () => {
    const text = html('<meta charset="shift_jis">', sentences.japanese);
    const decoded = decodeBytes(encodeAs('shift_jis', text), {
      kind: 'html',
      contentType: 'text/html; charset=iso-8859-1',
    });
    expect(decoded).toEqual({text, charset: 'shift_jis', problem: 'says it is in windows-1252, but is in shift_jis'});
  });

  test('what is in the header of no such charset is told', () => {
    const decoded = decodeBytes(encodeAs('utf-8', sentences.french), {
      kind: 'text',
      contentType: 'text/plain; charset=bogus',
    });
    expect(decoded).toEqual({
      text: sentences.french,
      charset: 'utf-8',
      problem: 'says it is in "bogus", which is no known charset; read as utf-8',
    });
  });

  test('a header that says UTF-16 of what cannot be is not believed', () => {
    const text = html('', sentences.french);
    const decoded = decodeBytes(encodeAs('windows-1252', text), {
      kind: 'html',
      contentType: 'text/html; charset=utf-16',
    });
    expect(decoded).toMatchObject({text, charset: 'windows-1252'});
  });

  test('UTF-8 that was damaged on its way stays UTF-8', () => {
    const bytes = encodeAs('utf-8', html('<meta charset="utf-8">', sentences.japanese)).slice();
    bytes[bytes.length - 6] = 0xff;
    const decoded = decodeBytes(bytes, {kind: 'html'});
    expect(decoded.charset).toBe('utf-8');
    expect(decoded.text).toContain(sentences.japanese.slice(0, -2));
    expect(decoded.problem).toMatch(/^damaged: /);
  });
});

describe('without a label', () => {
  test('UTF-8 is UTF-8', () => {
    for (const text of Object.values(sentences)) {
      expect(decodeBytes(encodeAs('utf-8', text), {kind: 'text'})).toEqual({text, charset: 'utf-8'});
    }
  });

  test('mail’s Japanese charset shows in its escapes', () => {
    const bytes = Buffer.from('\x1b$B9A$O3+$$$?\x1b(B OK', 'latin1');
    expect(decodeBytes(bytes, {kind: 'text'})).toEqual({text: '港は開いた OK', charset: 'iso-2022-jp'});
  });

  test.each([
    ['windows-1252', 'french'],
    ['windows-1252', 'spanish'],
    ['windows-1250', 'polish'],
    ['windows-1254', 'turkish'],
    ['windows-1251', 'russian'],
    ['koi8-u', 'russian'],
    ['koi8-u', 'ukrainian'],
    ['iso-8859-5', 'russian'],
    ['ibm866', 'russian'],
    ['windows-1253', 'greek'],
    ['windows-1255', 'hebrew'],
    ['windows-1256', 'arabic'],
    ['windows-874', 'thai'],
    ['shift_jis', 'japanese'],
    ['euc-jp', 'japanese'],
    ['euc-kr', 'korean'],
    ['gb18030', 'chinese'],
    ['big5', 'taiwanese'],
  ] as const)('%s is guessed from one %s sentence, in a page too', (charset, language) => {
    for (const text of [sentences[language], html('<script>let a = "b";</script>', sentences[language])]) {
      const {problem, ...decoded} = decodeBytes(encodeAs(charset, text), {kind: 'html'});
      expect(decoded).toEqual({text, charset});
      expect(problem).toBe(`names no charset; read as ${charset}`);
    }
  });

  test.each(['Café', '“Hello,” she said — and left…', '20 °C', 'À Dieppe', '£5'])(
    'a word of Latin letters is enough: %s',
    text => expect(decodeBytes(encodeAs('windows-1252', text), {kind: 'text'}).text).toBe(text),
  );
});

describe('any bytes', () => {
  const kind = fc.constantFrom('html' as const, 'xml' as const, 'text' as const);
  const contentType = fc.option(
    fc.oneof(fc.string(), fc.constantFrom('text/html; charset=utf-16', 'a; charset=iso-2022-jp', 'a/b;charset=big5')),
    {
      nil: undefined,
    },
  );

  test('become some text', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 300}), kind, contentType, (bytes, of, header) => {
        const {text, charset} = decodeBytes(bytes, {kind: of, contentType: header});
        expect(typeof text).toBe('string');
        expect(charset).toMatch(/^[a-z0-9_-]+$/);
      }),
    );
  });

  test('that are UTF-8 keep what they say, whatever their labels', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', minLength: 1}), kind, contentType, (text, of, header) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff') && /[\u0800-\uffff]/u.test(text));
        expect(decodeBytes(Buffer.from(text), {kind: of, contentType: header}).text).toBe(text);
      }),
    );
  });

  test.each([
    ['tags without end', '<a '.repeat(1_000_000)],
    ['quotes without end', '<meta charset="'.repeat(200_000)],
    ['comments without end', '<!--'.repeat(500_000)],
    ['spaces', `<?xml ${' '.repeat(2_000_000)}`],
    ['high bytes', '\xe9'.repeat(2_000_000)],
  ])('are read in time that their length bounds: %s', (_, text) => {
    const start = performance.now();
    decodeBytes(Buffer.from(text, 'latin1'), {kind: 'html', contentType: `text/html; charset=${' '.repeat(100_000)}`});
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
