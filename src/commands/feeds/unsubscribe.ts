/** What `newsprint unsubscribe` does: takes feeds off the list. Their articles stay. */
import {AppError, type ExitCode, exitCodes} from '../../core/errors.ts';
import {unsubscribeFrom} from '../../store/feeds/subscriptions.ts';
import type {Invocation} from '../command.ts';
import {worst} from '../find-all.ts';
import {showError, tell} from '../report.ts';
import {openSettings} from '../settings.ts';
import {chooseFeed} from './chosen-feeds.ts';
import {feedName, knownFeeds, openFeeds} from './feeds-context.ts';

export const runUnsubscribe = async ({args, io}: Invocation): Promise<ExitCode> => {
  const context = openFeeds(io, await openSettings(io));
  const feeds = knownFeeds(context);
  const errors: AppError[] = [];
  for (const name of args) {
    try {
      const feed = chooseFeed(name, feeds);
      await unsubscribeFrom(feed.url, context.editing);
      context.states.forget(feed.url);
      tell(io, `unsubscribed from ${feedName(feed)}; its articles stay`);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      errors.push(error);
      showError(io, error);
    }
  }
  if (errors.length === 0) return exitCodes.done;
  return errors.length < args.length ? exitCodes.partial : worst(errors);
};
