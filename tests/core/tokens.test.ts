import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {fold, words} from '../../src/core/tokens.ts';

describe('text is compared without case and accents', () => {
  test.each([
    ['González', 'gonzalez'],
    ['ŁÓDŹ', 'lodz'],
    ['Ørsted', 'orsted'],
    ['Đặng', 'dang'],
    ['Straße', 'STRASSE'],
    ['Æsop', 'aesop'],
    ['cœur', 'coeur'],
    ['İstanbul', 'istanbul'],
    ['ﬁnance', 'finance'],
    ['Ｔｏｋｙｏ', 'tokyo'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['الصَّحراء', 'الصحراء'],
    ['أحمد', 'احمد'],
    ['co\u00adoperation', 'cooperation'],
    ['Gonza\u0301lez', 'González'],
  ])('%s is %s', (written, typed) => {
    expect(fold(written)).toBe(fold(typed));
  });

  test.each([
    ['が', 'か'],
    ['हिन्दी', 'हनद'],
    ['서울', '서'],
  ])('%s is not %s: these marks are letters', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  test('text that needs no folding is left as folding would leave it', () => {
    const pieces = fc.constantFrom(
      ...'news новости أخبار سبت ニュース が 新聞 뉴스 “a” — 、。 \u3099 \u064f \u0306 \u11ab'.split(' '),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({unit: 'binary', maxLength: 1}))), found => {
        const text = found.join('');
        // An accent anywhere has all of it folded.
        expect(`${fold(text)} e`).toBe(fold(`${text} é`));
      }),
    );
  });

  test('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), text => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('words', () => {
  test.each([
    ['Morocco’s well-known U.N. envoy', ['morocco', 's', 'well', 'known', 'u', 'n', 'envoy']],
    ['北京市', ['北京', '京市']],
    ['在 ABC京', ['在', 'abc', '京']],
    ['서울에서', ['서울', '울에', '에서']],
    ['می‌خواهم', ['ميخواهم']],
    ['हिन्दी भाषा', ['हिन्दी', 'भाषा']],
    ['…—!', []],
  ])('of %s', (text, expected) => {
    expect(words(text)).toEqual(expected.map(fold));
  });

  test('are the same whether or not the text was folded before', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), text => {
        expect(words(fold(text))).toEqual(words(text));
      }),
    );
  });
});
