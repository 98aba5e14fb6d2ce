import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {countWords, readingTime} from '../../src/core/reading-time.ts';
import {article} from '../support/articles.ts';

describe('words are counted, markup is not', () => {
  test.each<[string, number]>([
    ['', 0],
    ['One two\nthree.', 3],
    ["it's well-known, isn't it?", 4],
    ['# One\n\n- two\n- [ ] three\n\n---\n\n> four', 4],
    ['| one | two |\n|---|:-:|\n| three | four |', 4],
    ['**one** _two_ `three` ~~four~~', 4],
    ['[one two](https://example.org/a_b "title") three', 3],
    ['![a picture](some/long/path.jpg) three', 3],
    ['<p class="one two">three</p> <!-- four\nfive --> six', 2],
    ['{{< figure src="a.jpg" >}} one {% include "b" %} two %%hidden words%%', 2],
    ['a < b and c', 4],
    ['un[finished](link and more', 3],
    ['Señor Γειά Привет مرحبا', 4],
    ['😀 — … “one”', 1],
  ])('%j has %i', (body, words) => {
    expect(countWords(body)).toEqual({words, characters: 0});
  });

  test('Chinese and Japanese are counted by character', () => {
    expect(countWords('北京，你好 and カタカナ。')).toEqual({words: 1, characters: 8});
  });
});

test.each([
  ['word '.repeat(230), 1],
  ['word '.repeat(2300), 10],
  ['字'.repeat(5000), 10],
  ['word '.repeat(1150) + '字'.repeat(2500), 10],
  ['word', 1],
  ['', 0],
])('%#: whole minutes, at least one where there is something to read', (body, minutes) => {
  expect(readingTime(article('a', {body})).minutes).toBe(minutes);
});

test('whatever stands between, words separated by spaces are never fewer for a longer text of plain words', () => {
  fc.assert(
    fc.property(fc.string(), body => {
      const {words, characters} = countWords(body);
      expect(words + characters).toBeLessThanOrEqual(body.length);
      expect(countWords(`${body}\n\nplain`).words).toBeGreaterThanOrEqual(words);
    }),
  );
});

test('the worst input takes no more than its length', () => {
  for (const unit of ['<', '<a', '](', '{{', '{%', '%%', '<!--', '[', 'a](b ', '<!-- -->']) {
    expect(countWords(unit.repeat(300_000)).words).toBeGreaterThanOrEqual(0);
  }
});
