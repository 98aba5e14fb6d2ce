/** What `newsprint subscribe` does: finds the feeds, and writes them down. */
import {AppError, type ExitCode, exitCodes} from '../../core/errors.ts';
import {parsePeriod} from '../../core/query/periods.ts';
import {escapeJson, field} from '../../core/sanitize.ts';
import {openNetwork} from '../../net/network.ts';
import type {Subscription} from '../../store/feeds/subscription.ts';
import {type Subscribed, subscribeTo} from '../../store/feeds/subscriptions.ts';
import type {Invocation, Io, OptionValues} from '../command.ts';
import {worst} from '../find-all.ts';
import {hasOption, listOption, textOption} from '../options.ts';
import {outputForm} from '../output.ts';
import {askingText, withNotice} from '../progress.ts';
import {showError, tell} from '../report.ts';
import {openSettings, type Settings} from '../settings.ts';
import {openFeeds} from './feeds-context.ts';
import {type FoundFeed, findFeed} from './finding.ts';

export interface NewFeed {
  readonly found: FoundFeed;
  readonly subscription: Subscription;
  readonly result: Subscribed;
}

export const runSubscribe = async (invocation: Invocation): Promise<ExitCode> => {
  const {args, io, options} = invocation;
  const wanted = wantedIn(args, options);
  const settings = await openSettings(io);
  const {done, errors} = await withNotice(askingText(args), io, () => subscribe(args, wanted, io, settings));
  for (const error of errors) showError(io, error);
  if (outputForm(invocation) === 'json') io.output.write(`${escapeJson(JSON.stringify(json(done), null, 2))}\n`);
  for (const {found, subscription, result} of done) {
    const name = subscription.title === undefined ? '' : `${subscription.title}, `;
    tell(io, `${told[result]} ${name}${subscription.url}`);
    for (const {address, reason} of found.missed) tell(io, `its page names ${address}, which ${reason}`);
    if (found.others.length > 0) tell(io, `its page names other feeds, too: ${found.others.slice(0, 5).join(', ')}`);
  }
  if (errors.length === 0) return exitCodes.done;
  return done.length > 0 ? exitCodes.partial : worst(errors);
};

const told: Readonly<Record<Subscribed, string>> = {
  added: 'subscribed to',
  changed: 'changed the subscription to',
  known: 'subscribed already to',
};

const json = (done: readonly NewFeed[]) => ({
  version: 1,
  feeds: done.map(({found, subscription, result}) => ({
    ...{address: field(subscription.url), title: field(subscription.title ?? ''), result},
    others: found.others.map(other => field(other)),
    missed: found.missed.map(({address, reason}) => ({address: field(address), reason: field(reason)})),
  })),
});

/** What the options say of the feeds. @throws {AppError} `usage` */
const wantedIn = (addresses: readonly string[], options: OptionValues): Omit<Subscription, 'url'> => {
  const [title, section, keep] = ['title', 'section', 'keep'].map(name => textOption(options, name));
  const tags = listOption(options, 'tag');
  if (title !== undefined && addresses.length > 1) {
    throw new AppError('usage', '--title is for one feed', {hint: 'subscribe to one after the other'});
  }
  const period = keep === undefined ? undefined : parsePeriod(keep);
  if (keep !== undefined && period === undefined) {
    throw new AppError('usage', `--keep does not take "${keep}"`, {hint: 'a time like 90d, 12w, 6m or 1y'});
  }
  return {
    ...(title !== undefined && {title}),
    ...(section !== undefined && {section}),
    ...(tags.length > 0 && {tags}),
    ...(hasOption(options, 'full-text') && {fullText: true}),
    ...(hasOption(options, 'images') && {images: true}),
    ...(period !== undefined && {keep: period}),
  };
};

/**
 * All that are found are written down at once.
 * @returns what became of each, and what failed
 * @throws {AppError} where `feeds.yaml` is no list of feeds, or cannot be written
 */
export const subscribe = async (
  addresses: readonly string[],
  wanted: Omit<Subscription, 'url'>,
  io: Io,
  settings: Settings,
): Promise<{readonly done: readonly NewFeed[]; readonly errors: readonly AppError[]}> => {
  const context = openFeeds(io, settings);
  // A file that cannot be used is told of before anybody is asked.
  const known = new Map(context.subscriptions().map(feed => [feed.url, feed]));
  const {found, errors} = await findAll(addresses, io);
  const feeds = found.map(feed => {
    // A title that was chosen by hand stays.
    const title = wanted.title ?? known.get(feed.address)?.title ?? field(feed.title);
    return {found: feed, subscription: {url: feed.address, ...(title !== '' && {title}), ...wanted}};
  });
  const results = await subscribeTo(
    feeds.map(({subscription}) => subscription),
    context.editing,
  );
  return {done: feeds.map((feed, index) => ({...feed, result: results[index] ?? 'known'})), errors};
};

const findAll = async (addresses: readonly string[], io: Io) => {
  const network = openNetwork({env: io.env, version: io.version, now: () => io.now()});
  const errors: AppError[] = [];
  try {
    const all = await Promise.all(
      addresses.map(async address => {
        try {
          return [await findFeed(address, network.fetchAddress)];
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          errors.push(error);
          return [];
        }
      }),
    );
    return {found: all.flat(), errors};
  } finally {
    await network.close();
  }
};
