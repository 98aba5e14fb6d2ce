/** A fetch from beginning to end: the library is opened, the lock taken, the feeds fetched, the lock given back. */
import {setTimeout as wait} from 'node:timers/promises';
import {openNetwork} from '../../net/network.ts';
import {lockFetch} from '../../store/feeds/fetch-lock.ts';
import type {Invocation} from '../command.ts';
import {pageArticle} from '../importing/contents.ts';
import {createIntake} from '../importing/intake.ts';
import {createKnownArticles} from '../importing/known-articles.ts';
import {chooseTarget} from '../importing/target.ts';
import {readMarks} from '../kept-state.ts';
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
  /** Told of articles that were moved to the trash, since their feeds are not kept for so long. */
  onMovedOut?(paths: readonly string[]): void;
}

/**
 * @returns what came of each feed, in the order of `feeds.yaml`; nothing where there are none
 * @throws {AppError} when it cannot begin: for a name that fits no feed, a library that is not there, another fetch that runs
 */
export const runFetches = async (
  invocation: Invocation,
  settings: Settings,
  {names, began, onEvent, onMovedOut}: FetchRunOptions,
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
      const session = target.open();
      const known = createKnownArticles(session);
      began?.(feeds.length);
      const services: FetchingServices = {
        fetchAddress: network.fetchAddress,
        readFeed: readFeedContent,
        readPage: page => pageArticle({name: page.address, today: io.now().toISOString().slice(0, 10), ...page}),
        intake: createIntake({library: target.path, known, isDry: false, now: () => io.now()}),
        states: context.states,
        wait: time => wait(time),
        now: () => io.now(),
      };
      const results = await fetchFeeds(feeds, services, {isForced: names.length > 0, onEvent});
      if (session !== undefined && feeds.some(({keep}) => keep !== undefined)) {
        const {moveOutRead} = await import('./keeping.ts');
        const keeping = {
          states: context.states,
          listing: session.listing,
          marks: readMarks(io, settings),
          settings,
          io,
        };
        const moved = moveOutRead(feeds, keeping);
        if (moved.length > 0) onMovedOut?.(moved);
      }
      return results;
    } finally {
      await network.close();
    }
  } finally {
    forgetRelease();
    release();
  }
};
