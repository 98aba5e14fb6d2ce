import {expect, test} from 'vitest';
import {dateOfAddress, firstDate} from '../../../../src/import/html/metadata/dates.ts';

test.each([
  ['2022-07-06T08:00:00+02:00', '2022-07-06T08:00:00+02:00'],
  ['Published 6 July 2022 at 10:15', '2022-07-06'],
  ['Updated: July 6, 2022 | 10:15 am', '2022-07-06'],
  ['Wed, 06 Jul 2022 08:00:00 GMT', '2022-07-06T08:00:00Z'],
  ['Last change 2022-07-06 08:00', '2022-07-06T08:00:00'],
  ['yesterday', undefined],
  ['06/07/2022', undefined],
])('%s', (written, iso) => {
  expect(firstDate([written])?.iso).toBe(iso);
});

test('the first that can be read wins', () => {
  expect(firstDate(['soon', '2020-01-02', '2021-01-02'])?.iso).toBe('2020-01-02');
});

test('an address may tell its day', () => {
  expect(dateOfAddress('https://a.example/2020/01/02/x.html')?.iso).toBe('2020-01-02');
  expect(dateOfAddress('https://a.example/x')).toBeUndefined();
});
