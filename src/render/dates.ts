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
