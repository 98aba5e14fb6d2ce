/** Dates as pages write them, in attributes and in lines such as `Published 6 July 2022 at 10:15`. */
import {dateOfPath, type NewsDate, parseDate} from '../../../core/dates.ts';

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';

/** A date within other text. */
const within = new RegExp(
  `\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d)?(?:\\.\\d+)?(?: ?Z|[+-]\\d\\d:?\\d\\d)?)?|\\d{1,2}(?:st|nd|rd|th)? ${month},? \\d{4}|${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`,
  'i',
);

const read = (written: string): NewsDate | undefined => {
  const text = written.slice(0, 200).replace(/\s+/g, ' ').trim();
  return parseDate(text) ?? parseDate(within.exec(text)?.[0] ?? '');
};

export const firstDate = (written: readonly string[]): NewsDate | undefined => {
  for (const text of written) {
    const date = read(text);
    if (date !== undefined) return date;
  }
  return undefined;
};

/** The day that stands in an address: `/2022/07/06/`. */
export const dateOfAddress = (address: string | undefined): NewsDate | undefined =>
  address === undefined ? undefined : dateOfPath(new URL(address).pathname);
