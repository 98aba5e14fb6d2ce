/** Takes lists of others into `feeds.yaml`: what is subscribed to already stays as it was written down. */
import type {Subscription} from '../../store/feeds/subscription.ts';
import {subscribeTo} from '../../store/feeds/subscriptions.ts';
import type {FeedsContext} from './feeds-context.ts';

/**
 * @returns those that were not there
 * @throws {AppError} where `feeds.yaml` is no list of feeds, or cannot be written
 */
export const addNew = async (
  wanted: readonly Subscription[],
  {subscriptions, editing}: Pick<FeedsContext, 'subscriptions' | 'editing'>,
): Promise<readonly Subscription[]> => {
  const known = new Set(subscriptions().map(({url}) => url));
  const added = [...new Map(wanted.map(feed => [feed.url, feed])).values()].filter(({url}) => !known.has(url));
  await subscribeTo(added, editing);
  return added;
};
