/** Fetches feeds: who is asked when, and what each answer means for what is known of the feed. */
import {AppError} from '../../core/errors.ts';
import type {Network} from '../../net/network.ts';
import {statusError} from '../../net/status-error.ts';
import {createTurns, type TakeTurn} from '../../net/turns.ts';
import type {FetchState, FetchStates} from '../../store/feeds/fetch-state.ts';
import type {Taken} from '../importing/intake.ts';
import {type Asking, askForFeed, type FeedAnswer, pauseOf} from './asking.ts';
import type {NamedFeed} from './chosen-feeds.ts';
import type {FetchEvent, FetchResult} from './fetch-events.ts';
import {fetchNamedBy} from './foreign-addresses.ts';
import {type Taking, takeEntries} from './taking.ts';

export interface FetchingServices extends Taking, Asking {
  readonly fetchAddress: Network['fetchAddress'];
  readonly states: FetchStates;
  now(): Date;
}

export interface FetchingOptions {
  /** Also asks where the server asked not to be asked yet. */
  readonly isForced?: boolean;
  onEvent?(event: FetchEvent): void;
}

/**
 * Eight at once and two a host, in the order of the list. What goes wrong with one feed is told, kept, and stops no other.
 * @returns what came of each, in the order of the list
 * @throws a bug that one of them ran into, when the others are done
 */
export const fetchFeeds = async (
  feeds: readonly NamedFeed[],
  services: FetchingServices,
  options: FetchingOptions = {},
): Promise<readonly FetchResult[]> => {
  const run: Run = {services, options, takeTurn: createTurns(), pauses: new Map()};
  const outcomes = await Promise.allSettled(feeds.map(feed => fetchInTurn(feed, run)));
  return outcomes.map(outcome => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
};

interface Run {
  readonly services: FetchingServices;
  readonly options: FetchingOptions;
  /** Whole feeds wait here; each request waits for its own turn besides. */
  readonly takeTurn: TakeTurn;
  /** Until when hosts do not want to be asked, as they said in this run: milliseconds since 1970. */
  readonly pauses: Map<string, number>;
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);

const fetchInTurn = (feed: NamedFeed, run: Run): Promise<FetchResult> => {
  const {services, options} = run;
  return run.takeTurn(hostOf(feed.url), async () => {
    const state = services.states.load(feed.url);
    const until = putOffUntil(feed, state, run);
    const result: FetchResult =
      until === undefined ? await fetchOne(feed, state, run) : {kind: 'put off', feed, until: new Date(until)};
    options.onEvent?.(result);
    return result;
  });
};

/** Milliseconds since 1970; undefined for one that may be asked now. */
const putOffUntil = (feed: NamedFeed, state: FetchState, {services, options, pauses}: Run): number | undefined => {
  const asked = options.isForced ? 0 : Date.parse(state.notBefore ?? '') || 0;
  const until = Math.max(asked, pauses.get(hostOf(state.permanentAddress ?? feed.url)) ?? 0);
  return until > services.now().getTime() ? until : undefined;
};

const fetchOne = async (feed: NamedFeed, before: FetchState, run: Run): Promise<FetchResult> => {
  const {services, options} = run;
  options.onEvent?.({kind: 'started', feed});
  // What the last fetch failed at is over.
  const {error: _, notBefore: __, ...rest} = before;
  const state: FetchState = {...rest, lastFetch: services.now().toISOString()};
  try {
    const asking = {...services, fetchAddress: fetchNamedBy(feed.url, services.fetchAddress)};
    return await resultOf(await askForFeed(feed, state, asking), {feed, state, run});
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return fail(error, {feed, state, run});
  }
};

interface Fetching {
  readonly feed: NamedFeed;
  readonly state: FetchState;
  readonly run: Run;
}

const resultOf = async (found: FeedAnswer, {feed, state: before, run}: Fetching): Promise<FetchResult> => {
  const {answer, permanentAddress} = found;
  const {services, pauses} = run;
  const state = {...before, status: answer.status};
  const error = statusError(answer.status, answer.address);
  const pause = pauseOf(answer);
  if (error !== undefined && pause > 0) {
    const until = services.now().getTime() + pause;
    // That one feed is gone says nothing of the others.
    if (answer.status !== 410) pauses.set(hostOf(answer.address), until);
    return fail(error, {feed, state: {...state, notBefore: new Date(until).toISOString()}, run});
  }
  const moved = withAddress(state, permanentAddress);
  const isKnown = state.etag !== undefined || state.lastModified !== undefined;
  if (answer.status === 304 && isKnown) {
    services.states.save(succeeded(moved, services));
    return {kind: 'unchanged', feed};
  }
  if (error !== undefined) return fail(error, {feed, state, run});
  return take(found, {feed, state: moved, run});
};

const withAddress = ({permanentAddress: _, ...state}: FetchState, permanentAddress: string | undefined): FetchState =>
  permanentAddress === undefined ? state : {...state, permanentAddress};

const take = async ({answer}: FeedAnswer, {feed, state, run}: Fetching): Promise<FetchResult> => {
  const {services} = run;
  const {title, entries} = services.readFeed(answer);
  // Another version is asked for only when this one was taken whole.
  const {etag: _, lastModified: __, pending: ___, ...rest} = state;
  const base: FetchState = {...rest, entries: entries.length, ...(title !== '' && {title})};
  const {taken, pending, waiting, written, known, skipped, withoutPage, error} = await takeEntries(entries, {
    ...{feed, state, services, now: services.now()},
    keep: soFar => services.states.save({...base, taken: soFar}),
  });
  const next: FetchState = {
    ...{...base, taken, written: (state.written ?? 0) + written.length},
    ...(withoutPage > 0 && {withoutPage: (state.withoutPage ?? 0) + withoutPage}),
    ...(waiting > 0 && {pending}),
  };
  if (error !== undefined) return fail(error, {feed, state: next, run}, written);
  const {etag, lastModified} = answer;
  services.states.save({
    ...succeeded(next, services),
    ...(waiting === 0 && {...(etag !== undefined && {etag}), ...(lastModified !== undefined && {lastModified})}),
  });
  return {kind: 'fetched', feed, title, written, known, waiting, skipped, withoutPage};
};

const succeeded = ({failures: _, ...state}: FetchState, {now}: FetchingServices): FetchState => ({
  ...state,
  lastSuccess: now().toISOString(),
});

/** Keeps why. */
const fail = (error: AppError, {feed, state, run}: Fetching, written: readonly Taken[] = []): FetchResult => {
  try {
    run.services.states.save({...state, error: error.message, failures: (state.failures ?? 0) + 1});
  } catch (second) {
    if (!(second instanceof AppError)) throw second;
    return {kind: 'failed', feed, error: second, written};
  }
  return {kind: 'failed', feed, error, written};
};
