import fc from 'fast-check';
import {expect, test} from 'vitest';
import {cleanText} from '../../../src/import/page-text/clean-text.ts';

test.each([
  ['line ends', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
  ['letters in one form', 'cafe\u0301', 'café'],
  ['no-break spaces of pasted pages', 'one\u00a0two', 'one two'],
  [
    'no-break spaces of French typesetting',
    'Oui\u202f! Non\u00a0? «\u00a0Oui\u00a0» 10\u00a0000',
    'Oui\u202f! Non\u00a0? «\u00a0Oui\u00a0» 10\u00a0000',
  ],
  ['what shows nothing', '\ufeffa\u200bb\u0000c\u00add', 'abcd'],
  ['soft hyphens at the ends of lines, which say how to join them', 'win\u00ad\nter', 'win\u00ad\nter'],
  ['joiners, which emoji and Persian need', '👩\u200d🚀 می\u200cشود', '👩\u200d🚀 می\u200cشود'],
  ['half characters', 'a\ud800b', 'a\ufffdb'],
  ['typographic characters', '“a” ‘b’ – — … ½ №', '“a” ‘b’ – — … ½ №'],
])('settles %s', (_, text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

test('once is enough', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), text => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }),
  );
});
