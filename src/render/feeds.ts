/** The feeds that are subscribed to: lines for scripts, and for a terminal an entry for each. */
import type {SafeField} from '../core/sanitize.ts';
import {wrap} from '../core/text/wrap.ts';
import {tabbedLines} from './list.ts';
import type {Theme} from './theme.ts';

export interface ListedFeed {
  readonly address: SafeField;
  readonly title: SafeField;
  readonly section?: SafeField;
  /** ISO 8601; absent for one that was never fetched. */
  readonly lastFetch?: string;
  readonly lastSuccess?: string;
  /** Why the last fetch failed. */
  readonly error?: SafeField;
  /** Until when the server does not want to be asked: ISO 8601. */
  readonly notBefore?: string;
  /** Where it moved for good. */
  readonly permanentAddress?: SafeField;
  /** Entries that it had when it was last read, and articles that were written because of it. */
  readonly entries: number;
  readonly articles: number;
  /** Of these articles, those whose pages were wanted and could not be had. */
  readonly withoutPage: number;
}

/** `address TAB title TAB section TAB last fetch TAB articles TAB error`, a line each. */
export const renderFeedLines = (feeds: readonly ListedFeed[]): string =>
  tabbedLines(
    feeds.map(({address, title, section = '', lastFetch = '', articles, error = ''}) => [
      ...[address, title, section, lastFetch, String(articles), error],
    ]),
  );

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

const ago = (amount: number, unit: string): string => `${amount} ${unit}${amount === 1 ? '' : 's'} ago`;

/** `2 hours ago`; `never`. */
export const timeAgo = (time: string | undefined, now: Date): string => {
  const past = now.getTime() - Date.parse(time ?? '');
  if (Number.isNaN(past)) return 'never';
  if (past < minute) return 'just now';
  if (past < hour) return ago(Math.floor(past / minute), 'minute');
  if (past < day) return ago(Math.floor(past / hour), 'hour');
  return ago(Math.floor(past / day), 'day');
};

/** `2022-07-10 14:30`, local time. */
export const momentText = (time: Date): string => {
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
};

/** Nothing for a moment that is over. */
const patience = (notBefore: string | undefined, now: Date): string => {
  const until = new Date(notBefore ?? '');
  return until.getTime() > now.getTime() ? `; it is left alone until ${momentText(until)}` : '';
};

export interface FeedsOptions {
  /** Columns; 0 breaks no line. */
  readonly width: number;
  readonly theme: Theme;
  readonly now: Date;
}

const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const articlesText = (articles: number, withoutPage: number): string =>
  `${countOf(articles, 'article')}${withoutPage === 0 ? '' : `, ${withoutPageText(withoutPage, articles)}`}`;

/** What is said of articles that have the text of the feed in place of their pages': `2 of them without the text of their page`. */
export const withoutPageText = (count: number, all: number): string =>
  all === 1
    ? 'without the text of its page'
    : `${count} of them without the text of ${count === 1 ? 'its' : 'their'} page`;

/** Title, and below it the section, how it is, and its address. */
export const renderFeeds = (feeds: readonly ListedFeed[], {width, theme, now}: FeedsOptions): string => {
  const {headline, muted, error: failing} = theme.style;
  const lines = (text: string, margin = ''): readonly string[] =>
    (width === 0 ? [text] : wrap(text, Math.max(1, width - margin.length))).map(line => `${margin}${line}`);
  return feeds
    .flatMap(({title, address, section, lastFetch, articles, withoutPage, error, notBefore}) => [
      ...lines(headline(title)),
      ...lines(
        muted(
          [
            ...(section === undefined ? [] : [section]),
            ...[`fetched ${timeAgo(lastFetch, now)}`, articlesText(articles, withoutPage), address],
          ].join(' · '),
        ),
        '  ',
      ),
      ...(error === undefined ? [] : lines(failing(`${error}${patience(notBefore, now)}`), '  ')),
    ])
    .map(line => `${line}\n`)
    .join('');
};
