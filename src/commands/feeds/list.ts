/** What `newsprint feeds` does: lists the feeds, and how their last fetches went. */
import {type ExitCode, exitCodes} from '../../core/errors.ts';
import {field} from '../../core/sanitize.ts';
import type {ListedFeed} from '../../render/feeds.ts';
import type {Invocation, Io} from '../command.ts';
import {outputForm, styling} from '../output.ts';
import {tell} from '../report.ts';
import {openSettings, type Settings} from '../settings.ts';
import {feedName, knownFeeds, openFeeds} from './feeds-context.ts';

export const runFeeds = async (invocation: Invocation): Promise<ExitCode> => {
  const {args, io} = invocation;
  if (args.length > 0) {
    const {transferFeeds} = await import('./transfer.ts');
    return transferFeeds(invocation);
  }
  const settings = await openSettings(io);
  const feeds = listedFeeds(io, settings);
  await print(feeds, invocation, settings);
  if (feeds.length > 0) return exitCodes.done;
  tell(io, 'there are no feeds: "newsprint subscribe <address>" adds one');
  return exitCodes['nothing-found'];
};

/** In the order of `feeds.yaml`. @throws {AppError} for a file that is no list of feeds, or cannot be read */
export const listedFeeds = (io: Io, settings: Settings): readonly ListedFeed[] =>
  knownFeeds(openFeeds(io, settings)).map(feed => {
    const {
      error,
      permanentAddress,
      lastFetch,
      lastSuccess,
      notBefore,
      entries = 0,
      written = 0,
      withoutPage = 0,
    } = feed.state;
    return {
      ...{address: field(feed.url), title: field(feedName(feed)), entries, articles: written, withoutPage},
      ...(feed.section !== undefined && {section: field(feed.section)}),
      ...(lastFetch !== undefined && {lastFetch: field(lastFetch)}),
      ...(lastSuccess !== undefined && {lastSuccess: field(lastSuccess)}),
      ...(notBefore !== undefined && {notBefore: field(notBefore)}),
      ...(error !== undefined && {error: field(error)}),
      ...(permanentAddress !== undefined && {permanentAddress: field(permanentAddress)}),
    };
  });

const print = async (feeds: readonly ListedFeed[], invocation: Invocation, settings: Settings): Promise<void> => {
  const {output, now} = invocation.io;
  const form = outputForm(invocation);
  if (form === 'json') {
    const {renderJson} = await import('../../render/json.ts');
    output.write(renderJson({feeds}));
    return;
  }
  const {renderFeedLines, renderFeeds} = await import('../../render/feeds.ts');
  output.write(
    form === 'plain'
      ? renderFeedLines(feeds)
      : renderFeeds(feeds, {...(await styling(invocation, settings)), now: now()}),
  );
};
