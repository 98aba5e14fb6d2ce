import {describe, expect, test} from 'vitest';
import {dateInText, wordsBesideDate} from '../../../src/import/page-text/date-in-text.ts';

describe('a day is read in any of the languages', () => {
  test.each([
    'Published 6 July 2022',
    'July 6, 2022',
    'Wed, Jul 6 2022',
    'Jul. 6th, 2022',
    '06/JUL/22 - 10:15',
    '06/Jul/2022',
    '6-jul-22',
    '2022-07-06',
    'Updated: 2022/7/6',
    '6 de julio de 2022',
    'miércoles, 6 jul 2022',
    '6 de julho de 2022',
    'Publié le 6 juillet 2022',
    '6. Juli 2022',
    '06.07.2022',
    '6 luglio 2022',
    '6 juli 2022',
    '6 lipca 2022',
    '6 июля 2022',
    '6 липня 2022',
    '6 Temmuz 2022',
    '6 يوليو 2022',
    '٦ يوليو ٢٠٢٢',
    '2022年7月6日',
    '2022년 7월 6일',
  ])('%s', text => {
    expect(dateInText(text)?.iso).toBe('2022-07-06');
  });
});

test('Portuguese and French months with accents', () => {
  expect(dateInText('1 de março de 2021')?.iso).toBe('2021-03-01');
  expect(dateInText('1er août 2021')?.iso).toBe('2021-08-01');
  expect(dateInText('12 décembre 2021')?.iso).toBe('2021-12-12');
});

test('a time counts where its zone is given', () => {
  expect(dateInText('Nov 19, 2019, 10:31 pm CST')?.iso).toBe('2019-11-19T22:31:00-06:00');
  expect(dateInText('Nov 19, 2019, 10:31 pm')?.iso).toBe('2019-11-19');
});

test.each([
  'In July 2022 the wall fell',
  '6/7/2022',
  '31 February 2022',
  'The year 2022',
  '99.99.2022',
  'Room 6, 2022',
  `${'word '.repeat(60)}6 July 2022`,
])('no day is made of %j', text => {
  expect(dateInText(text)).toBeUndefined();
});

test.each([
  ['Published Wed, Nov 20 2019 4:29 AM EST', 0],
  ['Publicado el miércoles 6 de julio de 2022', 0],
  ['On 6 July 2022 the old wall fell into the sea', 7],
])('%j has %i words of its own', (text, words) => {
  expect(wordsBesideDate(dateInText(text)?.rest ?? '')).toBe(words);
});
