import {expect, test} from 'vitest';
import {retryAfterSeconds} from '../../src/net/retry-after.ts';

const now = Date.parse('2022-07-10T12:00:00Z');
const month = 30 * 24 * 60 * 60;

test.each([
  ['0', 0],
  [' 90 ', 90],
  ['99999999999', month],
  ['Sun, 10 Jul 2022 12:01:30 GMT', 90],
  ['Sunday, 10-Jul-22 12:01:30 GMT', 90],
  ['Sun Jul 10 12:01:30 2022 GMT', 90],
  ['Sun, 10 Jul 2022 11:00:00 GMT', 0],
  ['Fri, 31 Dec 9999 23:59:59 GMT', month],
  ['soon', undefined],
  ['-5', undefined],
  ['1e3', undefined],
  ['Sun, 99 Foo 2022 12:01:30 GMT', undefined],
  ['9'.repeat(5000), undefined],
  ['', undefined],
  [undefined, undefined],
])('%j is %s', (header, seconds) => {
  expect(retryAfterSeconds(header, now)).toBe(seconds);
});
