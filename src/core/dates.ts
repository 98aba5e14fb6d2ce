/** Dates of articles: what was written, as a calendar day and as a moment. No clock and no zone of the machine is asked. */

export interface NewsDate {
  /** ISO 8601: `2022-07-06` when no time was given, else with time, and with zone when one was given. */
  readonly iso: string;
  /** The calendar day as it was written, `YYYY-MM-DD`; the same in every zone. */
  readonly day: string;
  /** Milliseconds since 1970, for sorting; a date without time or zone counts as UTC. */
  readonly time: number;
}

const months = 'january february march april may june july august september october november december'.split(' ');
const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Named zones as minutes east of UTC. RFC 2822 §4.3 names the American ones and says to take an unknown one as no zone. */
const namedZones: Readonly<Record<string, number>> = {
  ...{
    z: 0,
    utc: 0,
    ut: 0,
    gmt: 0,
    est: -300,
    edt: -240,
    cst: -360,
    cdt: -300,
    mst: -420,
    mdt: -360,
    pst: -480,
    pdt: -420,
  },
  ...{wet: 0, west: 60, bst: 60, cet: 60, cest: 120, eet: 120, eest: 180, msk: 180, jst: 540, kst: 540},
};

const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,? +)?';
const month = '([a-z]{3,9})\\.?';
const dayNumber = '(\\d{1,2})(?:st|nd|rd|th)?';

type Parts = readonly (string | undefined)[];
interface DateText {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** What follows the day: a time and a zone, or nothing. */
  readonly rest: string;
}

const number = (text: string | undefined): number => Number(text ?? Number.NaN);

/** 1–12 for `september`, `sept` and `sep`; 0 for what is no month. */
const monthNumber = (name: string | undefined): number => {
  const lower = (name ?? '').toLowerCase();
  return months.findIndex(full => full === lower || full.slice(0, 3) === lower || full.slice(0, 4) === lower) + 1;
};

/** The ways of writing a day that are read, each with the order of its parts. Matched against text of at most 100 characters. */
const layouts: readonly {readonly pattern: RegExp; readonly read: (parts: Parts) => DateText}[] = [
  {
    // 2022-07-06, 2022/7/6, 2022.07.06
    pattern: /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/,
    read: ([, y, , m, d, rest]) => ({year: number(y), month: number(m), day: number(d), rest: rest ?? ''}),
  },
  {
    // 20220706, 20220706T080000Z, 20220706080000
    pattern: /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?!\d)(.*))?$/i,
    read: ([, y, m, d, hours, minutes, seconds, zone]) => ({
      ...{year: number(y), month: number(m), day: number(d)},
      rest: hours === undefined ? '' : `T${hours}:${minutes}:${seconds ?? '00'}${zone}`,
    }),
  },
  {
    // 6 July 2022, Wed, 06 Jul 2022 08:00:00 +0200, 06-Jul-2022
    pattern: new RegExp(`^${weekday}${dayNumber}(?: +of)?[ -]+${month},?[ -]+(\\d{4})(?!\\d)(.*)$`, 'i'),
    read: ([, d, m, y, rest]) => ({year: number(y), month: monthNumber(m), day: number(d), rest: rest ?? ''}),
  },
  {
    // July 6, 2022, Wed Jul 06 2022 08:00:00 GMT+0200
    pattern: new RegExp(`^${weekday}${month} +${dayNumber},? +(\\d{4})(?![\\d:])(.*)$`, 'i'),
    read: ([, m, d, y, rest]) => ({year: number(y), month: monthNumber(m), day: number(d), rest: rest ?? ''}),
  },
  {
    // Wed Jul  6 08:00:00 CEST 2022, as date(1) prints it
    pattern: new RegExp(
      `^${weekday}${month} +${dayNumber} +(\\d\\d?:\\d\\d(?::\\d\\d)?(?: [a-z]{2,5})?) +(\\d{4})()$`,
      'i',
    ),
    read: ([, m, d, hours, y]) => ({year: number(y), month: monthNumber(m), day: number(d), rest: ` ${hours}`}),
  },
];

const clock = /^(?:T|,? *(?:at |· *)?)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?([ap])\.?m\.?)?(?: *(.+))?$/i;
const offset = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d\d)?$/i;

/** Minutes east of UTC; undefined for a zone that is not known, NaN for one that cannot be. */
const zoneMinutes = (zone: string): number | undefined => {
  const [, sign, hours, minutes] = offset.exec(zone) ?? [];
  if (sign !== undefined) {
    const total = number(hours) * 60 + Number(minutes ?? 0);
    return total > 15 * 60 || Number(minutes ?? 0) > 59 ? Number.NaN : sign === '-' ? -total : total;
  }
  const name = zone.toLowerCase();
  if (Object.hasOwn(namedZones, name)) return namedZones[name];
  return /^[a-z]{1,5}$/i.test(zone) ? undefined : Number.NaN;
};

const two = (value: number): string => String(value).padStart(2, '0');

const isoZone = (minutes: number): string => {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};

const isDay = (year: number, monthOfYear: number, day: number): boolean => {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = monthOfYear === 2 && isLeap ? 29 : (daysInMonth[monthOfYear - 1] ?? 0);
  return year >= 1000 && year <= 9999 && day >= 1 && day <= last;
};

const withClock = (day: string, midnight: number, rest: string): NewsDate | undefined => {
  const [, h, m, s, decimals, half, zoneText] = clock.exec(rest) ?? [];
  const isAfternoon = half?.toLowerCase() === 'p';
  const hours = half === undefined ? number(h) : (number(h) % 12) + (isAfternoon ? 12 : 0);
  const minutes = number(m);
  const seconds = Number(s ?? 0);
  if (!(hours < 24 && minutes < 60 && seconds <= 60) || (half !== undefined && number(h) > 12)) return undefined;
  const milliseconds = Number((decimals ?? '').slice(0, 3).padEnd(3, '0'));
  const zone = zoneText === undefined ? undefined : zoneMinutes(zoneText);
  if (Number.isNaN(zone)) return undefined;
  // A leap second has no place in a Date; the second before it has.
  const second = Math.min(seconds, 59);
  const fraction = milliseconds === 0 ? '' : `.${String(milliseconds).padStart(3, '0')}`;
  const written = `${day}T${two(hours)}:${two(minutes)}:${two(second)}${fraction}`;
  const local = midnight + ((hours * 60 + minutes) * 60 + second) * 1000 + milliseconds;
  return zone === undefined
    ? {iso: written, day, time: local}
    : {iso: written + isoZone(zone), day, time: local - zone * 60_000};
};

/** Seconds, or milliseconds, from 1973 on: fewer digits may be a year, a day or a count; 12 and 14 are a date run together. */
const epoch = /^(?:\d{9,10}(?:\.\d+)?|\d{13})$/;

const fromEpoch = (text: string): NewsDate => {
  const time = /^\d{13}$/.test(text) ? Number(text) : Math.floor(Number(text) * 1000);
  const iso = new Date(time).toISOString().replace('.000Z', 'Z');
  return {iso, day: iso.slice(0, 10), time};
};

/** A day by its numbers, if there is such a day. */
export const newsDay = (year: number, monthOfYear: number, dayOfMonth: number): NewsDate | undefined => {
  if (!isDay(year, monthOfYear, dayOfMonth)) return undefined;
  const day = `${year}-${two(monthOfYear)}-${two(dayOfMonth)}`;
  return {iso: day, day, time: Date.UTC(year, monthOfYear - 1, dayOfMonth)};
};

/** JavaScript appends a zone's name in brackets: `GMT+0200 (Central European Summer Time)`, `+02:00[Europe/Madrid]`. */
const withoutZoneName = (text: string): string =>
  text.endsWith(')') || text.endsWith(']') ? text.replace(/(?:\([^)]*\)|\[[^\]]*\])$/, '').trimEnd() : text;

/**
 * A date as people and programs write it: ISO 8601 and its cousins, RFC 2822, English month names, seconds or milliseconds
 * since 1970. Undefined for what is no day of the calendar (`2022-02-31`), names no day (`2022-07`) or may be read in two
 * ways (`06/07/2022`).
 */
export const parseDate = (text: string): NewsDate | undefined => {
  if (text.length > 100) return undefined;
  const trimmed = withoutZoneName(text.trim());
  if (!trimmed.includes('-') && epoch.test(trimmed)) return fromEpoch(trimmed);
  for (const {pattern, read} of layouts) {
    const parts = pattern.exec(trimmed);
    if (parts === null) continue;
    const {year, month: monthOfYear, day, rest} = read(parts);
    const date = newsDay(year, monthOfYear, day);
    return date === undefined || rest === '' ? date : withClock(date.day, date.time, rest);
  }
  return undefined;
};

const datedName = /^(\d{4})[-_](\d\d)[-_](\d\d)(?!\d)[-_ .]*/;

/** A file name without the date in front of it, `2022-07-06-border-rules` → `border-rules`; the name itself where nothing else is left. */
export const withoutDate = (name: string): string => name.replace(datedName, '') || name;

/** The date that a path tells: `2022-07-06-…` at the start of the file name, else folders `2022/07/06` or a day's own file below a month. */
export const dateOfPath = (relativePath: string): NewsDate | undefined => {
  const name = relativePath.slice(relativePath.lastIndexOf('/') + 1);
  const [, ...parts] = datedName.exec(name) ?? /(?:^|\/)(\d{4})\/(\d\d?)\/(\d\d?)(?=[/.])/.exec(relativePath) ?? [];
  const [year, monthOfYear, day] = parts.map(Number);
  return year === undefined || monthOfYear === undefined || day === undefined
    ? undefined
    : newsDay(year, monthOfYear, day);
};
