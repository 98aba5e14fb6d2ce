import {expect, test} from 'vitest';
import {longDate, shortDate} from '../../src/render/dates.ts';

const date = (day: string) => ({iso: day, day, time: Date.parse(day)});

test.each([
  ['2022-07-06', '6 Jul 2022', '6 Jul'],
  ['2021-12-31', '31 Dec 2021', '31 Dec 2021'],
  ['0999-01-01', '1 Jan 0999', '1 Jan 0999'],
])('%s is %s, and in a list of 2022 %s', (day, long, short) => {
  expect(longDate(date(day))).toBe(long);
  expect(shortDate(date(day), new Date(2022, 5, 1))).toBe(short);
});
