import fc from 'fast-check';
import {expect, test} from 'vitest';
import {hashOf} from '../../../src/core/related/hash.ts';
import {isStopWord} from '../../../src/core/related/stop-words.ts';
import {gap, numberWords, pairOf} from '../../../src/core/related/word-numbers.ts';
import {words} from '../../../src/core/tokens.ts';

/** By way of strings. */
const slowly = (text: string): readonly number[] => [
  ...words(text).map(word => ((word.length > 1 || word > '\u2e7f') && !isStopWord(word) ? hashOf(word) : gap)),
  gap,
];

const pieces = fc.constantFrom(
  ...'the Western Sahara a 7 b2b González — “quoted” it’s 北京市 東 、。 々 が か\u3099 ー ﾊﾟ Ａ， ｘ 서울은 ᄒ\u1161 스\u11ab สวัสดี سبتة أهلًا ש\u05c1לום ї 𝒳 😀 𐌰𐌱 𠀀 ﬁ ½ ² \u0301 \ud83d \udc00 _ . \n'.split(
    ' ',
  ),
  ' ',
);

test('words are numbered as search cuts them, in every script', () => {
  const texts = fc.oneof(
    fc.array(pieces).map(found => found.join('')),
    fc.array(pieces).map(found => found.join(' ')),
    fc.string({unit: 'binary'}),
  );
  fc.assert(
    fc.property(texts, text => {
      expect([...numberWords(text)]).toEqual(slowly(text));
    }),
    {numRuns: 500},
  );
});

test('a pair is another one the other way round', () => {
  fc.assert(
    fc.property(fc.string({minLength: 1}), fc.string({minLength: 1}), (one, other) => {
      fc.pre(one !== other);
      expect(pairOf(hashOf(one), hashOf(other))).not.toBe(pairOf(hashOf(other), hashOf(one)));
    }),
  );
});
