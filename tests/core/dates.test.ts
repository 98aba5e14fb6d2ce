import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {dateOfPath, newsDay, parseDate, withoutDate} from '../../src/core/dates.ts';

describe('a date keeps the day that was written', () => {
  test.each([
    ['2022-07-06', '2022-07-06', '2022-07-06T00:00:00Z'],
    ['2022-7-6', '2022-07-06', '2022-07-06T00:00:00Z'],
    ['2022/07/06', '2022-07-06', '2022-07-06T00:00:00Z'],
    ['2022.07.06', '2022-07-06', '2022-07-06T00:00:00Z'],
    ['20220706', '2022-07-06', '2022-07-06T00:00:00Z'],
    ['20220706T080000Z', '2022-07-06T08:00:00Z', '2022-07-06T08:00:00Z'],
    ['20220706080000', '2022-07-06T08:00:00', '2022-07-06T08:00:00Z'],
    ['2022-07-06T08:00', '2022-07-06T08:00:00', '2022-07-06T08:00:00Z'],
    ['2022-07-06T08:00:00Z', '2022-07-06T08:00:00Z', '2022-07-06T08:00:00Z'],
    ['2022-07-06t08:00:00.25z', '2022-07-06T08:00:00.250Z', '2022-07-06T08:00:00.250Z'],
    ['2022-07-06T08:00:00.123456789+02:00', '2022-07-06T08:00:00.123+02:00', '2022-07-06T06:00:00.123Z'],
    ['2022-07-06 08:00:00 +0200', '2022-07-06T08:00:00+02:00', '2022-07-06T06:00:00Z'],
    ['2022-07-06 23:30:00 -0500', '2022-07-06T23:30:00-05:00', '2022-07-07T04:30:00Z'],
    ['2022-07-06T08:00:00+05:45', '2022-07-06T08:00:00+05:45', '2022-07-06T02:15:00Z'],
    ['2022-07-06T08:00:00+02:00[Europe/Madrid]', '2022-07-06T08:00:00+02:00', '2022-07-06T06:00:00Z'],
    ['2022-07-06 8:05 pm', '2022-07-06T20:05:00', '2022-07-06T20:05:00Z'],
    ['2022-07-06 12:05 a.m. EST', '2022-07-06T00:05:00-05:00', '2022-07-06T05:05:00Z'],
    ['Wed, 06 Jul 2022 08:00:00 +0200', '2022-07-06T08:00:00+02:00', '2022-07-06T06:00:00Z'],
    ['6 Jul 2022 08:00 GMT', '2022-07-06T08:00:00Z', '2022-07-06T08:00:00Z'],
    ['Wed, 06 Jul 2022 08:00:00 QQT', '2022-07-06T08:00:00', '2022-07-06T08:00:00Z'],
    ['July 6, 2022', '2022-07-06', '2022-07-06T00:00:00Z'],
    ['6 July 2022', '2022-07-06', '2022-07-06T00:00:00Z'],
    ['6th of july, 2022', '2022-07-06', '2022-07-06T00:00:00Z'],
    ['Wednesday, July 6th, 2022', '2022-07-06', '2022-07-06T00:00:00Z'],
    ['Sept. 6, 2022 at 3:04 PM', '2022-09-06T15:04:00', '2022-09-06T15:04:00Z'],
    ['06-Jul-2022', '2022-07-06', '2022-07-06T00:00:00Z'],
    [
      'Wed Jul 06 2022 08:00:00 GMT+0200 (Central European Summer Time)',
      '2022-07-06T08:00:00+02:00',
      '2022-07-06T06:00:00Z',
    ],
    ['Wed Jul  6 08:00:00 CEST 2022', '2022-07-06T08:00:00+02:00', '2022-07-06T06:00:00Z'],
    ['1657094400', '2022-07-06T08:00:00Z', '2022-07-06T08:00:00Z'],
    ['1657094400123', '2022-07-06T08:00:00.123Z', '2022-07-06T08:00:00.123Z'],
    ['2020-02-29', '2020-02-29', '2020-02-29T00:00:00Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z', '2016-12-31T23:59:59Z'],
  ])('%s', (text, iso, moment) => {
    expect(parseDate(text)).toEqual({iso, day: iso.slice(0, 10), time: Date.parse(moment)});
  });
});

test.each([
  ...[
    '',
    'yesterday',
    '2022',
    '2022-07',
    '2022-02-31',
    '2021-02-29',
    '1900-02-29',
    '2022-13-01',
    '0000-00-00 00:00:00',
  ],
  ...['0001-01-01T00:00:00Z', '2022-07-06 25:00', '2022-07-06 08:61', '2022-07-06T08:00:00+99:00', '06/07/2022'],
  ...[
    '2022-07-06 or so',
    '31 April 2022',
    '6 Juli 2022',
    '42',
    '-1',
    '99999999999999999999',
    'true',
    '2022-07-06 13:00 pm',
  ],
])('%j is no date', text => {
  expect(parseDate(text)).toBeUndefined();
});

test('whatever text gives a date, its parts agree, and it reads itself again', () => {
  const dateLike = fc.stringMatching(/^[0-9TZ:+./ ,-]{0,30}$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), dateLike), text => {
      const date = parseDate(text);
      if (date === undefined) return;
      expect(date.iso.slice(0, 10)).toBe(date.day);
      expect(Number.isInteger(date.time)).toBe(true);
      expect(parseDate(date.iso)).toEqual(date);
    }),
    {numRuns: 2000},
  );
});

test('the calendar is that of Date', () => {
  fc.assert(
    fc.property(
      fc.date({min: new Date('1000-01-01'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true}),
      date => {
        expect(newsDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())?.day).toBe(
          date.toISOString().slice(0, 10),
        );
        expect(parseDate(date.toISOString())?.time).toBe(date.getTime());
      },
    ),
  );
});

test.each([
  ['2022-07-06-border-rules.md', '2022-07-06'],
  ['politics/2022-07-06.md', '2022-07-06'],
  ['2022-07-06 Border rules.md', '2022-07-06'],
  ['2022/07/06/border-rules.md', '2022-07-06'],
  ['politics/2022/7/6/border-rules/index.md', '2022-07-06'],
  ['2022/07/border-rules.md', undefined],
  ['2022/07/06.md', '2022-07-06'],
  ['12022/07/06/border-rules.md', undefined],
  ['2022-02-31-border-rules.md', undefined],
  ['report-2022-07-06.md', undefined],
])('the path %s tells %s', (path, day) => {
  expect(dateOfPath(path)?.day).toBe(day);
});

test.each([
  ['2022-07-06-border-rules', 'border-rules'],
  ['2022-07-06 border rules', 'border rules'],
  ['2022-07-06', '2022-07-06'],
  ['1984', '1984'],
])('%s without its date is %s', (name, rest) => {
  expect(withoutDate(name)).toBe(rest);
});
