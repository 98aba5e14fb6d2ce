/** Finds the feed that somebody means who names a feed, or a page. */
import {AppError} from '../../core/errors.ts';
import {decodeBytes} from '../../import/charset.ts';
import {feedsOfPage, usualFeeds} from '../../import/html/feed-links.ts';
import type {Fetched} from '../../net/fetch-address.ts';
import type {Network} from '../../net/network.ts';
import {statusError} from '../../net/status-error.ts';
import {looksLikeFeed, readFeedContent} from './feed-content.ts';
import {fetchNamedBy} from './foreign-addresses.ts';
import {withoutHost} from './without-host.ts';
import {askForWritten} from './written-address.ts';

/** A feed that the page names, and that cannot be had: why. */
export interface MissedFeed {
  readonly address: string;
  /** `answers 404 Not Found` */
  readonly reason: string;
}

export interface FoundFeed {
  readonly address: string;
  /** What it calls itself; may be empty. */
  readonly title: string;
  /** How many entries it has. */
  readonly entries: number;
  /** Other feeds that the page names. */
  readonly others: readonly string[];
  /** Those of the page that would have been taken before it. */
  readonly missed: readonly MissedFeed[];
}

/** A page that names more is a directory of feeds. */
const mostTries = 5;

const accept = 'text/html,application/xml;q=0.9,*/*;q=0.8';

const isPage = ({contentType, bytes}: Fetched): boolean =>
  contentType === undefined
    ? /<html|<!doctype/i.test(Buffer.from(bytes.subarray(0, 2000)).toString('latin1'))
    : /html|xml/i.test(contentType);

/**
 * The feed at an address, or else the first that its page names; comments are no news. Where none of these can be had it
 * is looked for where feeds usually are.
 * @throws {AppError} for what cannot be had, and where there is no feed
 */
export const findFeed = async (written: string, fetchAddress: Network['fetchAddress']): Promise<FoundFeed> => {
  const {address, answer} = await askForWritten(written, asked => fetchAddress(asked, {headers: {accept}}));
  const error = statusError(answer.status, answer.address);
  if (error !== undefined) throw error;
  if (looksLikeFeed(answer)) return {...foundAt(answer.permanentAddress ?? address, answer), others: [], missed: []};
  const named = isPage(answer)
    ? feedsOfPage(decodeBytes(answer.bytes, {contentType: answer.contentType, kind: 'html'}).text, answer.address)
    : [];
  const candidates = named.slice(0, mostTries).map(link => link.address);
  const fetchNamed = fetchNamedBy(answer.address, fetchAddress);
  const {found: namedFeed, missed} = await firstFeed(candidates, fetchNamed);
  const found = namedFeed ?? (await firstFeed(usualFeeds(answer.address), fetchNamed)).found;
  if (found === undefined) throw noFeed(written, missed);
  const taken = [found, ...missed].map(one => one.address);
  return {...found, missed, others: named.map(link => link.address).filter(other => !taken.includes(other))};
};

const noFeed = (written: string, missed: readonly MissedFeed[]): AppError => {
  const hint = 'give the address of the feed itself';
  if (missed.length === 0) {
    return new AppError('nothing-found', `${written}: there is no feed, and the page names none`, {hint});
  }
  const reasons = missed.map(({address, reason}) => `${address} ${reason}`).join(', ');
  return new AppError('nothing-found', `${written}: there is no feed, and of those that the page names ${reasons}`, {
    hint,
  });
};

type Found = Pick<FoundFeed, 'address' | 'title' | 'entries'>;

const foundAt = (address: string, content: Fetched): Found => {
  const {title, entries} = readFeedContent(content);
  return {address, title, entries: entries.length};
};

/** One after the other: the first is nearly always the right one. */
const firstFeed = async (
  addresses: readonly string[],
  fetchAddress: Network['fetchAddress'],
): Promise<{readonly found?: Found; readonly missed: readonly MissedFeed[]}> => {
  const missed: MissedFeed[] = [];
  for (const address of addresses) {
    try {
      const answer = await fetchAddress(address);
      const error = statusError(answer.status, answer.address);
      if (error !== undefined) throw error;
      if (looksLikeFeed(answer)) return {found: foundAt(answer.permanentAddress ?? address, answer), missed};
      missed.push({address, reason: 'is no feed'});
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      missed.push({address, reason: withoutHost(error.message, address)});
    }
  }
  return {missed};
};
