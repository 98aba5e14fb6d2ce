/** Dates as readers of a newspaper write them. Without `Intl`, whose formatters take longer to load than a list to print. */
import type {NewsDate} from '../core/dates.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `6 Jul 2022`: at most 11 columns. */
export const longDate = ({day}: Pick<NewsDate, 'day'>): string => {
  const [year = '', month = '', ofMonth = ''] = day.split('-');
  return `${Number(ofMonth)} ${months[Number(month) - 1] ?? month} ${year}`;
};

/** `6 Jul` in the year of `now`, else as `longDate`. */
export const shortDate = (date: Pick<NewsDate, 'day'>, now: Date): string => {
  const long = longDate(date);
  const year = String(now.getFullYear()).padStart(4, '0');
  return date.day.startsWith(`${year}-`) ? long.slice(0, -5) : long;
};

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const fullMonths = 'January February March April May June July August September October November December'.split(' ');

/** `Tuesday, 24 November 2026`: at most 28 columns. */
export const fullDate = ({day}: Pick<NewsDate, 'day'>): string => {
  const [year = 0, month = 1, ofMonth = 1] = day.split('-').map(Number);
  const date = new Date(0);
  // Years below 100 are meant as they are written, which `Date.UTC` would not do.
  date.setUTCFullYear(year, month - 1, ofMonth);
  return `${weekdays[date.getUTCDay()]}, ${ofMonth} ${fullMonths[month - 1]} ${day.slice(0, 4)}`;
};

/** The calendar day of the reader at `now`, some days on. */
const localDay = (now: Date, days: number): string => {
  const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
};

/** `Today`, `Yesterday`, else undefined. */
export const nearDay = ({day}: Pick<NewsDate, 'day'>, now: Date): string | undefined => {
  if (day === localDay(now, 0)) return 'Today';
  return day === localDay(now, -1) ? 'Yesterday' : undefined;
};
