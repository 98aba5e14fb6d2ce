/** Finds the feed that somebody means who names a feed, or a page. */
import {AppError} from '../../core/errors.ts';
import {decodeBytes} from '../../import/charset.ts';
import {feedsOfPage, usualFeeds} from '../../import/html/feed-links.ts';
import type {Fetched} from '../../net/fetch-address.ts';
import type {Network} from '../../net/network.ts';
import {statusError} from '../../net/status-error.ts';
import {looksLikeFeed, readFeedContent} from './feed-content.ts';
import {fetchNamedBy} from './foreign-addresses.ts';

export interface FoundFeed {
  readonly address: string;
  /** What it calls itself; may be empty. */
  readonly title: string;
  /** How many entries it has. */
  readonly entries: number;
  /** Other feeds that the page names. */
  readonly others: readonly string[];
}

/** A page that names more is a directory of feeds. */
const mostTries = 5;

/** What browsers once handed to programs is an address, too, and so is one without its beginning. */
const withoutFeedScheme = (written: string): string =>
  written
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'https://');

const hasNoScheme = (address: string): boolean => /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:[/?#]|$)/i.test(address);

/** `example.org/news`: by https, and where nobody answers to that by http. */
const askFor = async (
  written: string,
  fetchAddress: Network['fetchAddress'],
): Promise<{readonly address: string; readonly answer: Fetched}> => {
  const ask = async (address: string) => ({address, answer: await fetchAddress(address, {headers: {accept}})});
  const address = withoutFeedScheme(written);
  if (!hasNoScheme(address)) return ask(address);
  try {
    return await ask(`https://${address}`);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'io') throw error;
    try {
      return await ask(`http://${address}`);
    } catch {
      throw error;
    }
  }
};

const accept = 'text/html,application/xml;q=0.9,*/*;q=0.8';

const isPage = ({contentType, bytes}: Fetched): boolean =>
  contentType === undefined
    ? /<html|<!doctype/i.test(Buffer.from(bytes.subarray(0, 2000)).toString('latin1'))
    : /html|xml/i.test(contentType);

/**
 * The feed at an address, or else the first that its page names; comments are no news. Where it names none it is looked
 * for where feeds usually are.
 * @throws {AppError} for what cannot be had, and where there is no feed
 */
export const findFeed = async (written: string, fetchAddress: Network['fetchAddress']): Promise<FoundFeed> => {
  const {address, answer} = await askFor(written, fetchAddress);
  const error = statusError(answer.status, answer.address);
  if (error !== undefined) throw error;
  if (looksLikeFeed(answer)) return foundAt(answer.permanentAddress ?? address, answer);
  const named = isPage(answer)
    ? feedsOfPage(decodeBytes(answer.bytes, {contentType: answer.contentType, kind: 'html'}).text, answer.address)
    : [];
  const candidates = named.slice(0, mostTries).map(link => link.address);
  const fetchNamed = fetchNamedBy(answer.address, fetchAddress);
  const found = (await firstFeed(candidates, fetchNamed)) ?? (await firstFeed(usualFeeds(answer.address), fetchNamed));
  if (found === undefined) {
    throw new AppError('nothing-found', `${written}: there is no feed, and the page names none`, {
      hint: 'give the address of the feed itself',
    });
  }
  const others = named.map(link => link.address).filter(other => other !== found.address);
  return {...found, others};
};

const foundAt = (address: string, content: Fetched): FoundFeed => {
  const {title, entries} = readFeedContent(content);
  return {address, title, entries: entries.length, others: []};
};

/** One after the other: the first is nearly always the right one. */
const firstFeed = async (
  addresses: readonly string[],
  fetchAddress: Network['fetchAddress'],
): Promise<FoundFeed | undefined> => {
  for (const address of addresses) {
    try {
      const answer = await fetchAddress(address);
      if (answer.status === 200 && looksLikeFeed(answer)) return foundAt(answer.permanentAddress ?? address, answer);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return undefined;
};
