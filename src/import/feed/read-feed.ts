/**
 * Reading a feed, whatever it is written in.
 *
 * XML is read by one lenient reader, `xml.ts`: a document that was cut, `xml:base`, text and markup told apart can only be
 * had from a reader that refuses nothing and forgets nothing, and a second, stricter one beside it would add nothing.
 */
import {type NewsDate, parseDate} from '../../core/dates.ts';
import {decodeWindows1252} from '../../core/encoding.ts';
import {AppError} from '../../core/errors.ts';
import {late} from '../../core/late.ts';
import type {Feed, FeedEntry, FeedOptions} from './feed.ts';
import {readJsonFeed} from './json-feed.ts';
import {readXmlFeed} from './xml-feed.ts';

const latest = (entries: readonly FeedEntry[]): string | undefined => {
  let newest: NewsDate | undefined;
  for (const {published, updated} of entries) {
    const date = parseDate(updated ?? published ?? '');
    if (date !== undefined && (newest === undefined || date.time > newest.time)) newest = date;
  }
  return newest?.iso;
};

const misreadLetters = late(() => [...decodeWindows1252(Uint8Array.from({length: 32}, (_, place) => 0x80 + place))]);

/** Letters of windows-1252 that were taken for those of ISO 8859-1, where controls stand in their place that nobody means. */
const mendLetters = (text: string): string =>
  text.replace(/[\x80-\x9f]/g, control => misreadLetters()[control.charCodeAt(0) - 0x80] ?? '');

/** @throws {AppError} when it is no feed */
export const readFeed = (written: string, options: FeedOptions = {}): Feed => {
  const text = mendLetters(written);
  const feed = /^[\s\ufeff]*\{/.test(text.slice(0, 10_000)) ? readJsonFeed(text, options) : readXmlFeed(text, options);
  if (feed === undefined) throw new AppError('io', 'not a feed', {hint: 'RSS, Atom and JSON Feed can be read'});
  const updated = feed.updated ?? latest(feed.entries);
  return updated === undefined ? feed : {...feed, updated};
};
