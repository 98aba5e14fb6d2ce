/**
 * Dates as feeds have them: what `core/dates.ts` reads, and odder forms, restated so that it can. The forms are those that
 * feedparser knows (its documentation, "Date Parsing"), and what content management systems write in their own languages.
 */
import {newsDay, parseDate} from '../../core/dates.ts';
import {monthOf} from '../months.ts';

/** Names of zones that have one meaning only in practice, beside those of RFC 2822. */
const zones: Readonly<Record<string, string>> = {
  ...{AST: '-0400', ADT: '-0300', NST: '-0330', NDT: '-0230', AKST: '-0900', AKDT: '-0800', HST: '-1000', BRT: '-0300'},
  ...{ART: '-0300', WAT: '+0100', CAT: '+0200', SAST: '+0200', EAT: '+0300', MSD: '+0400', GST: '+0400', PKT: '+0500'},
  ...{IST: '+0530', WIB: '+0700', ICT: '+0700', HKT: '+0800', SGT: '+0800', PHT: '+0800', AWST: '+0800', ACST: '+0930'},
  ...{ACDT: '+1030', AEST: '+1000', AEDT: '+1100', NZST: '+1200', NZDT: '+1300', MEZ: '+0100', MESZ: '+0200'},
};

const number = (digits: string | undefined): number => Number(digits ?? Number.NaN);

/** No feed is older than the nineties. */
const fullYear = (year: string): number =>
  year.length > 2 ? number(year) : number(year) + (number(year) < 90 ? 2000 : 1900);

const withDay = (year: number, month: number | undefined, day: number, rest = ''): string | undefined => {
  const date = month === undefined ? undefined : newsDay(year, month, day);
  return date && `${date.iso}${rest}`;
};

const dayInMilliseconds = 86_400_000;

/** @param days how many after the first of January */
const dayOfYear = (year: number, days: number, rest: string): string | undefined => {
  if (!(year >= 1000 && days >= -7 && days <= 371)) return undefined;
  return new Date(Date.UTC(year, 0, 1) + days * dayInMilliseconds).toISOString().slice(0, 10) + rest;
};

/** ISO 8601: the first week is the one with the fourth of January, and starts on Monday. */
const dayOfWeek = (year: number, week: number, day: number, rest: string): string | undefined => {
  const weekdayOfFourth = (new Date(Date.UTC(year, 0, 4)).getUTCDay() + 6) % 7;
  return week > 53 ? undefined : dayOfYear(year, 3 - weekdayOfFourth + (week - 1) * 7 + day - 1, rest);
};

const isAfternoon = (word: string): boolean => /^(?:오후|下午|午後|午后)$/.test(word);

/** `오후 11:23` → ` 11:23 pm`. */
const asianClock = (rest: string): string => {
  const [, half, clock] = /^(오전|오후|上午|下午|午前|午後|午后) ?(\d{1,2}:\d\d(?::\d\d)?)$/.exec(rest) ?? [];
  return half === undefined ? ` ${rest}` : ` ${clock} ${isAfternoon(half) ? 'pm' : 'am'}`;
};

type Parts = readonly (string | undefined)[];

/** Each restates one form; matched against text of at most 100 characters, with single spaces. */
const forms: readonly {readonly pattern: RegExp; readonly restate: (parts: Parts) => string | undefined}[] = [
  // 2004
  {pattern: /^(\d{4})$/, restate: ([, y]) => `${y}-01-01`},
  // 2004-07
  {pattern: /^(\d{4})-(\d\d)$/, restate: ([, y, m]) => `${y}-${m}-01`},
  // July 2004
  {
    pattern: /^(\p{L}[\p{L}\p{M}]*)\.? (\d{4})$/u,
    restate: ([, month, y]) => withDay(number(y), monthOf(month ?? ''), 1),
  },
  // -04-07, -0407: of this century, by ISO 8601:1988
  {pattern: /^-(\d\d)-?(\d\d)$/, restate: ([, y, m]) => `20${y}-${m}-01`},
  // 2004-W28-7
  {
    pattern: /^(\d{4})-?W(\d\d)(?:-?([1-7]))?(?!\d)(.*)$/i,
    restate: ([, y, week, day, rest]) => dayOfWeek(number(y), number(week), number(day ?? '1'), rest ?? ''),
  },
  // 2004-193, 2004193, 04-193, 04193
  {
    pattern: /^(\d{4}|\d\d)-?(\d{3})(?!\d)(.*)$/,
    restate: ([, y, days, rest]) => dayOfYear(fullYear(y ?? ''), number(days) - 1, rest ?? ''),
  },
  // 04-07-11, 040711
  {
    pattern: /^(\d\d)(-?)(\d\d)\2(\d\d)(?!\d)(.*)$/,
    restate: ([, y, , m, d, rest]) => withDay(fullYear(y ?? ''), number(m), number(d), rest),
  },
  // 2004-07-11T12, 2004-07-11T12Z, 2004-07-11T120000Z
  {
    pattern: /^(\d{4}-?\d\d-?\d\d)T(\d\d)(?:(\d\d)(\d\d)?)?(?!\d)(?!:)(.*)$/i,
    restate: ([, day, h, m, s, zone]) => `${day}T${h}:${m ?? '00'}:${s ?? '00'}${zone}`,
  },
  // Wed Jul 11 12:00:00 +0000 2004
  {
    pattern: /^(\p{L}+) (\d{1,2}) (\d\d:\d\d:\d\d) ([+-]\d{4}) (\d{4})$/u,
    restate: ([, month, d, clock, zone, y]) => withDay(number(y), monthOf(month ?? ''), number(d), ` ${clock} ${zone}`),
  },
  // 11 Jul 04 12:00:00, 11. Juli 2004, 11 de julio de 2004
  {
    pattern: /^(\d{1,2})(?:\.|er|º)?[ -](?:de )?(\p{L}[\p{L}\p{M}]*)[.,]*[ -](?:de |del )?(\d{4}|\d\d)(?!\d)(.*)$/u,
    restate: ([, d, month, y, rest]) => withDay(fullYear(y ?? ''), monthOf(month ?? ''), number(d), rest),
  },
  // 2004-július-13T9:15-05:00, 2004. július 13.
  {
    pattern: /^(\d{4})[-. ]{1,2}(\p{L}[\p{L}\p{M}]*)[-. ]{1,2}(\d{1,2})(?!\d)\.?(.*)$/u,
    restate: ([, y, month, d, rest]) => withDay(number(y), monthOf(month ?? ''), number(d), rest),
  },
  // Julho 11, 2004
  {
    pattern: /^(\p{L}[\p{L}\p{M}]*)\.? (\d{1,2}),? (\d{4})(?!\d)(.*)$/u,
    restate: ([, month, d, y, rest]) => withDay(number(y), monthOf(month ?? ''), number(d), rest),
  },
  // 2004년 05월 28일 01:31:15, 2004年5月28日; Korea has one zone
  {
    pattern: /^(\d{4}) ?([년年]) ?(\d{1,2}) ?[월月] ?(\d{1,2}) ?[일日] ?(.*)$/,
    restate: ([, y, letter, m, d, rest = '']) => {
      const clock = rest === '' ? '' : asianClock(rest);
      return withDay(number(y), number(m), number(d), clock && letter === '년' ? `${clock} +0900` : clock);
    },
  },
  // 2004-05-25 오후 11:23:17
  {
    pattern: /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})\.? ((?:오전|오후|上午|下午|午前|午後|午后).*)$/,
    restate: ([, y, m, d, rest = '']) =>
      withDay(number(y), number(m), number(d), asianClock(rest) + (/^오/.test(rest) ? ' +0900' : '')),
  },
  // 11.07.2004; with slashes only where one of the numbers can be no month
  {
    pattern: /^(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)(.*)$/,
    restate: ([, first, mark, second, y, rest]) => {
      const [one, other] = [number(first), number(second)];
      if (mark === '/' && one <= 12 && other <= 12 && one !== other) return undefined;
      return other > 12 ? withDay(number(y), one, other, rest) : withDay(number(y), other, one, rest);
    },
  },
  // A time that makes no sense leaves the day.
  {pattern: /^(\d{4}-\d\d-\d\d)[T ]/i, restate: ([, day]) => day},
  {pattern: /^(\d{1,2} [a-z]{3,9} \d{4}) /i, restate: ([, day]) => day},
];

/** Single spaces; midnight at a day's end is its last second; zones by number. */
const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ ,/g, ',')
    .trim()
    .replace(/([T ])24:00(?::00(?:\.0+)?)?(?!\d)/, '$123:59:59')
    .replace(/([+-]\d\d:?\d\d) [A-Z]{2,5}$/, '$1')
    .replace(/ (?:Etc\/)?([A-Z]{2,5})$/, (found, zone: string) =>
      Object.hasOwn(zones, zone) ? ` ${zones[zone]}` : found,
    );

const weekday = /^\p{L}[\p{L}\p{M}]{0,20}\.?,? ?(?=[\d\p{L}])/u;

/**
 * @returns ISO 8601, a day or a moment as `NewsDate.iso` has it; the first day of a month or year that has no more. Undefined
 *   for what is no date or may be read in two ways.
 */
export const isoDateOf = (text: string): string | undefined => {
  if (text.length > 100) return undefined;
  const whole = tidy(text);
  // The day of the week says nothing new, in whatever language it is.
  const bare = whole.replace(weekday, '');
  for (const written of bare === whole || /^\d+$/.test(bare) ? [whole] : [whole, bare]) {
    const known = parseDate(written);
    if (known !== undefined) return known.iso;
    for (const {pattern, restate} of forms) {
      const parts = pattern.exec(written);
      const restated = parts === null ? undefined : restate(parts);
      const date = restated === undefined ? undefined : parseDate(restated);
      if (date !== undefined) return date.iso;
    }
  }
  return undefined;
};
