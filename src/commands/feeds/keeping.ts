/** Moves articles of feeds to the trash that were read, have no star, and are older than their subscription says. */
import {dirname} from 'node:path';
import {AppError} from '../../core/errors.ts';
import {entryAt, type Listing} from '../../core/listing/listing.ts';
import type {Marks} from '../../core/marks.ts';
import {dayBefore} from '../../core/query/periods.ts';
import type {FetchStates, TakenEntry} from '../../store/feeds/fetch-state.ts';
import type {Subscription} from '../../store/feeds/subscription.ts';
import {filePathAt, pathAt} from '../../store/listing/article-at.ts';
import {systemReason} from '../../store/system-error.ts';
import {createTrash} from '../../store/trash.ts';
import type {Io} from '../command.ts';
import {checkPlace} from '../pruning.ts';
import {placed, tell} from '../report.ts';
import type {Settings} from '../settings.ts';

export interface Keeping {
  readonly states: FetchStates;
  readonly listing: Listing;
  readonly marks: Marks;
  readonly settings: Settings;
  readonly io: Io;
}

/** Paths of files that a fetch wrote before a day. */
const agedIn = (taken: Readonly<Record<string, TakenEntry>>, day: string): ReadonlySet<string> =>
  new Set(Object.values(taken).flatMap(entry => (entry.taken < day ? (entry.path ?? []) : [])));

/**
 * One that stays for whatever reason is looked at again after the next fetch.
 * @returns the paths of what was moved
 */
export const moveOutRead = (feeds: readonly Subscription[], keeping: Keeping): readonly string[] =>
  feeds.flatMap(feed => {
    if (feed.keep === undefined) return [];
    const {states, io} = keeping;
    const state = states.load(feed.url);
    const aged = agedIn(state.taken, dayBefore(io.now(), feed.keep));
    const moved = aged.size === 0 ? [] : moveAged(aged, keeping);
    if (moved.length > 0) states.save({...state, taken: withoutPaths(state.taken, new Set(moved))});
    return moved;
  });

const moveAged = (aged: ReadonlySet<string>, {listing, marks, settings, io}: Keeping): readonly string[] => {
  const {dataFolder, home} = settings.paths;
  const trash = createTrash({dataHome: dirname(dataFolder), home, platform: io.platform, now: () => io.now()});
  const moved: string[] = [];
  for (let position = 0; position < listing.length; position++) {
    const path = pathAt(listing, position);
    const article = entryAt(listing, position);
    if (!aged.has(path) || !marks.isRead(article) || marks.isStarred(article)) continue;
    try {
      checkPlace(listing, position);
      trash(filePathAt(listing, position));
      moved.push(path);
    } catch (error) {
      tell(io, placed(path, `stays where it is: ${error instanceof AppError ? error.message : systemReason(error)}`));
    }
  }
  return moved;
};

/** They are remembered as taken: what was moved out must not come back. */
const withoutPaths = (
  taken: Readonly<Record<string, TakenEntry>>,
  moved: ReadonlySet<string>,
): Readonly<Record<string, TakenEntry>> =>
  Object.fromEntries(
    Object.entries(taken).map(([key, {path, ...entry}]) => [
      key,
      path === undefined || moved.has(path) ? entry : {...entry, path},
    ]),
  );
