/** Asks the server of a feed: where the feed is now, for what is new only, and with patience. */
import {AppError} from '../../core/errors.ts';
import type {Fetched, Validators} from '../../net/fetch-address.ts';
import type {Network} from '../../net/network.ts';
import {statusError} from '../../net/status-error.ts';
import type {FetchState} from '../../store/feeds/fetch-state.ts';
import type {Subscription} from '../../store/feeds/subscription.ts';

const second = 1000;

/** So long a busy server is waited for; who wants more time is asked in another run. */
const longestWait = 10 * second;

/** What servers get that say "too many requests", and not for how long. */
const usualPause = 15 * 60 * second;

/** Nobody is left alone for longer, whatever he asks for. */
const longestPause = 24 * 60 * 60 * second;

/** A feed that is gone for good is asked for now and then all the same: servers have said so in error. */
const gonePause = 7 * 24 * 60 * 60 * second;

/** Some servers choose by it. */
const accept = 'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.8';

/** How long the server wants to be left alone, in milliseconds; 0 where it says nothing of the kind. */
export const pauseOf = ({status, retryAfter}: Pick<Fetched, 'status' | 'retryAfter'>): number => {
  if (status === 410) return gonePause;
  if (status !== 429 && status !== 503) return 0;
  if (retryAfter === undefined) return status === 429 ? usualPause : 0;
  return Math.min(retryAfter * second, longestPause);
};

export interface Asking {
  readonly fetchAddress: Network['fetchAddress'];
  /** Milliseconds. */
  wait(time: number): Promise<void>;
}

export interface FeedAnswer {
  readonly answer: Fetched;
  /** Where the feed is from now on, if that is not where it was subscribed to. */
  readonly permanentAddress?: string;
}

const isGood = (answer: Fetched): boolean => answer.status === 304 || statusError(answer.status, '') === undefined;

/** A busy server that wants a few seconds gets them, once. */
const askOnce = async (address: string, validators: Validators, {fetchAddress, wait}: Asking): Promise<Fetched> => {
  const ask = () => fetchAddress(address, {headers: {accept}, validators});
  const answer = await ask();
  const pause = pauseOf(answer);
  if (pause === 0 || pause > longestWait) return answer;
  await wait(pause);
  return ask();
};

const validatorsOf = ({etag, lastModified, pending}: FetchState): Validators =>
  // Entries that wait for their pages are only in a whole answer.
  pending === undefined ? {...(etag !== undefined && {etag}), ...(lastModified !== undefined && {lastModified})} : {};

/**
 * Where it moved for good is asked first. When that fails, so that it would be lost, the feed is looked for where it was
 * subscribed to.
 * @throws {AppError} `io` as the network does
 */
export const askForFeed = async (feed: Subscription, state: FetchState, asking: Asking): Promise<FeedAnswer> => {
  const {permanentAddress: moved} = state;
  if (moved === undefined) return answered(await askOnce(feed.url, validatorsOf(state), asking), feed);
  const first = await settled(askOnce(moved, validatorsOf(state), asking));
  if ('answer' in first && (isGood(first.answer) || pauseOf(first.answer) > 0)) {
    return answered(first.answer, feed, moved);
  }
  const second = await settled(askOnce(feed.url, {}, asking));
  if ('answer' in second && isGood(second.answer)) return answered(second.answer, feed);
  if ('error' in first) throw first.error;
  return answered(first.answer, feed, moved);
};

const answered = (answer: Fetched, {url}: Subscription, before?: string): FeedAnswer => {
  const moved = answer.permanentAddress ?? before;
  return moved === undefined || moved === url ? {answer} : {answer, permanentAddress: moved};
};

const settled = async (work: Promise<Fetched>): Promise<{readonly answer: Fetched} | {readonly error: AppError}> => {
  try {
    return {answer: await work};
  } catch (error) {
    if (error instanceof AppError) return {error};
    throw error;
  }
};
