import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {typedExpression, wordFinder} from '../../src/core/find-text.ts';
import {lineTextOf} from '../../src/core/text/line-pieces.ts';

const foundIn = (text: string, typed: string): string[] =>
  (wordFinder(typed)?.(text) ?? []).map(({start, end}) => text.slice(start, end));

describe('what is typed finds', () => {
  test.each([
    ['whatever case it is in', 'Rabat, RABAT', 'rabat', ['Rabat', 'RABAT']],
    ['only its own case once there is a capital', 'Rabat, rabat', 'Rabat', ['Rabat']],
    ['letters with accents', 'González, Gonzàlez', 'gonzalez', ['González', 'Gonzàlez']],
    ['letters with marks of their own', 'cafe\u0301 x', 'café', ['cafe\u0301']],
    ['letters without the accents that were typed', 'Sanchez', 'sánchez', ['Sanchez']],
    ['with a capital and accents', 'Éire, éire', 'Eire', ['Éire']],
    ['ligatures and sharp s', 'Straße', 'strasse', ['Straße']],
    ['a part of what a character is folded to', 'Straße', 'stras', ['Straß']],
    ['over the end of a line', 'Western\nSahara', 'western sahara', ['Western\nSahara']],
    ['with any number of spaces', 'a  b', 'a b', ['a  b']],
    ['Chinese over the end of a line', '北\n京', '北京', ['北\n京']],
    ['compounds cut behind their hyphen', 'counter-\nterrorism', 'counter-terrorism', ['counter-\nterrorism']],
    ['signs as they are', 'a.b axb', 'a.b', ['a.b']],
    ['each place once', 'aaaa', 'aa', ['aa', 'aa']],
  ])('%s', (_, text, typed, expected) => {
    expect(foundIn(text, typed)).toEqual(expected);
  });

  test('nothing over the end of a line where a space was', () => {
    expect(foundIn('car\ntrip', 'art')).toEqual([]);
  });

  test('nothing for nothing', () => {
    expect(wordFinder('')).toBeUndefined();
    expect(wordFinder('  ')).toBeUndefined();
  });

  test('itself, in whatever text it stands', () => {
    const text = fc.string({unit: 'grapheme', maxLength: 20}).map(value => value.replace(/\s+/g, ' '));
    fc.assert(
      fc.property(text, text, text, (before, typed, after) => {
        fc.pre(typed.trim() !== '');
        const all = `${before}${typed}${after}`;
        for (const {start, end} of wordFinder(typed)?.(all) ?? []) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(all.length);
        }
      }),
    );
  });
});

test('what stands between slashes is an expression, finished by the second one', () => {
  expect(typedExpression('/a.c')).toEqual({source: 'a.c', flags: 'giu', isFinished: false});
  expect(typedExpression('/a.c/')).toEqual({source: 'a.c', flags: 'giu', isFinished: true});
  expect(typedExpression('/A\\S/')).toEqual({source: 'A\\S', flags: 'gu', isFinished: true});
  expect(typedExpression('/\\S/')?.flags).toBe('giu');
  expect(typedExpression('/a\\/')).toMatchObject({isFinished: false});
  expect([typedExpression('/'), typedExpression('a/b')]).toEqual([undefined, undefined]);
});

test('a stretch of text leads back to the lines it stands on, without what they are set in by', () => {
  const {text, piecesOf} = lineTextOf(['\x1b[2m▏\x1b[22m one \x1b[1mtwo', '\x1b[2m▏\x1b[22m three\x1b[22m']);
  expect(text).toBe('one two\nthree');
  expect(piecesOf({start: 4, end: 9})).toEqual([
    {line: 0, start: 6, end: 9},
    {line: 1, start: 2, end: 3},
  ]);
});

test('a long run of empty lines is looked at once', () => {
  expect(foundIn(`x${'\n'.repeat(200_000)}y`, ' a')).toEqual([]);
});
