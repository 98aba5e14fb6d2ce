/** A fetch from beginning to end: the library is opened, the lock taken, the feeds fetched, the lock given back. */
import {setTimeout as wait} from 'node:timers/promises';
import {openNetwork} from '../../net/network.ts';
import {lockFetch} from '../../store/feeds/fetch-lock.ts';
import type {Invocation} from '../command.ts';
import {pageArticle} from '../importing/contents.ts';
import {createIntake} from '../importing/intake.ts';
import {createKnownArticles} from '../importing/known-articles.ts';
import {chooseTarget} from '../importing/target.ts';
import type {Settings} from '../settings.ts';
import {chooseFeed} from './chosen-feeds.ts';
import {readFeedContent} from './feed-content.ts';
import {knownFeeds, openFeeds} from './feeds-context.ts';
import type {FetchEvent, FetchResult} from './fetch-events.ts';
import {type FetchingServices, fetchFeeds} from './fetching.ts';

export interface FetchRunOptions {
  /** Of feeds; none for all of them. */
  readonly names: readonly string[];
  /** Told how many there are, before the first is asked. */
  began?(total: number): void;
  onEvent(event: FetchEvent): void;
}

/**
 * @returns what came of each feed, in the order of `feeds.yaml`; nothing where there are none
 * @throws {AppError} when it cannot begin: for a name that fits no feed, a library that is not there, another fetch that runs
 */
export const runFetches = async (
  invocation: Invocation,
  settings: Settings,
  {names, began, onEvent}: FetchRunOptions,
): Promise<readonly FetchResult[]> => {
  const {io} = invocation;
  const context = openFeeds(io, settings);
  const all = knownFeeds(context);
  const chosen = new Set(names.map(name => chooseFeed(name, all)));
  const feeds = names.length === 0 ? all : all.filter(feed => chosen.has(feed));
  if (feeds.length === 0) return [];
  const release = lockFetch(settings.paths.stateFolder, io.processes);
  const forgetRelease = io.onExit(release);
  try {
    const network = openNetwork({env: io.env, version: io.version, now: () => io.now()});
    try {
      const target = chooseTarget(invocation, settings);
      target.make();
      const known = createKnownArticles(target.open());
      began?.(feeds.length);
      const services: FetchingServices = {
        fetchAddress: network.fetchAddress,
        readFeed: readFeedContent,
        readPage: page => pageArticle({name: page.address, ...page}),
        intake: createIntake({library: target.path, known, isDry: false}),
        states: context.states,
        wait: time => wait(time),
        now: () => io.now(),
      };
      return await fetchFeeds(feeds, services, {isForced: names.length > 0, onEvent});
    } finally {
      await network.close();
    }
  } finally {
    forgetRelease();
    release();
  }
};
