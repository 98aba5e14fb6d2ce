/** What the commands about feeds work on: the subscriptions, what is known of them, and who may change them. */
import {type FetchState, type FetchStates, openFetchStates} from '../../store/feeds/fetch-state.ts';
import type {Subscription} from '../../store/feeds/subscription.ts';
import {type Editing, readSubscriptions} from '../../store/feeds/subscriptions.ts';
import type {Io} from '../command.ts';
import {placed, tell} from '../report.ts';
import type {Settings} from '../settings.ts';
import type {NamedFeed} from './chosen-feeds.ts';

export interface FeedsContext {
  readonly path: string;
  readonly states: FetchStates;
  readonly editing: Editing;
  /** In the order of the file; what is wrong with it is told. @throws {AppError} for a file that is no list of feeds, or cannot be read */
  subscriptions(): readonly Subscription[];
}

export const openFeeds = (io: Io, {paths}: Settings): FeedsContext => {
  const path = paths.feeds;
  return {
    path,
    states: openFetchStates({folder: paths.stateFolder, warn: message => tell(io, message)}),
    editing: {path, processes: io.processes},
    subscriptions: () => {
      const {subscriptions, problems} = readSubscriptions(path);
      for (const {message, line} of problems) tell(io, placed(path, message, line));
      return subscriptions;
    },
  };
};

/** With what is known of each. */
export const knownFeeds = ({
  states,
  subscriptions,
}: FeedsContext): readonly (NamedFeed & {readonly state: FetchState})[] =>
  subscriptions().map(feed => {
    const state = states.load(feed.url);
    return {...feed, state, ...(state.title !== undefined && {ownTitle: state.title})};
  });

/** As people call it. */
export const feedName = ({url, title, ownTitle}: NamedFeed): string => title || ownTitle || url;
