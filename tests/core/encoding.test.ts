import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {decodeText} from '../../src/core/encoding.ts';

const text = '---\r\ntitle: Señor 北京\r\n---\r\nText “quoted”\r\n';
const utf16 = (content: string, isBigEndian: 'big' | 'little'): Uint8Array => {
  const bytes = Buffer.from(content, 'utf16le');
  return isBigEndian === 'big' ? bytes.swap16() : bytes;
};

describe('text is read as it was written', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little end first, with a mark', utf16(`\ufeff${text}`, 'little')],
    ['UTF-16 big end first, with a mark', utf16(`\ufeff${text}`, 'big')],
    ['UTF-16 little end first', utf16(text, 'little')],
    ['UTF-16 big end first', utf16(text, 'big')],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes).text).toBe(text);
  });
});

test('Windows-1252 is guessed, and the guess is told', () => {
  const bytes = Buffer.from([0x53, 0x65, 0xf1, 0x6f, 0x72, 0x20, 0x93, 0x61, 0x94]);
  expect(decodeText(bytes)).toEqual({text: 'Señor “a”', problem: expect.stringContaining('Windows-1252')});
});

test('one damaged byte does not spoil the rest of a UTF-8 file', () => {
  const bytes = Buffer.concat([Buffer.from('ñ北京 '), Buffer.from([0xff]), Buffer.from(' á')]);
  expect(decodeText(bytes)).toEqual({text: 'ñ北京 \ufffd á', problem: expect.stringContaining('one byte')});
});

test('NUL characters are kept and told', () => {
  expect(decodeText(Buffer.from('a\0b'))).toEqual({text: 'a\0b', problem: expect.stringContaining('NUL')});
});

test('any text in UTF-8 comes back whole and without a problem', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme'}), content => {
      fc.pre(!content.includes('\0') && !content.startsWith('\ufeff'));
      expect(decodeText(Buffer.from(content))).toEqual({text: content});
    }),
  );
});

test('any bytes give some text', () => {
  fc.assert(fc.property(fc.uint8Array({maxLength: 200}), bytes => typeof decodeText(bytes).text === 'string'));
});
