/** What `newsprint import` does: takes what the sources hold into a library, one after the other. */

import type {ExitCode} from '../../core/errors.ts';
import {type Network, openNetwork} from '../../net/network.ts';
import {statusError} from '../../net/status-error.ts';
import type {Invocation} from '../command.ts';
import {expectedError} from '../expected-error.ts';
import {addNew} from '../feeds/adding.ts';
import {openFeeds} from '../feeds/feeds-context.ts';
import {hasOption, textOption} from '../options.ts';
import {createProgressBar} from '../progress.ts';
import {openSettings, type Settings} from '../settings.ts';
import type {Content} from './contents.ts';
import {deliveriesOf} from './deliveries.ts';
import {createIntake} from './intake.ts';
import {importKinds} from './kinds.ts';
import {createKnownArticles} from './known-articles.ts';
import {keepMarks} from './marks.ts';
import {type Outcome, reportImport} from './report.ts';
import {type Source, sourcesOf} from './sources.ts';
import {type Taking, take} from './taking.ts';
import {chooseTarget} from './target.ts';

export const runImport = async (invocation: Invocation): Promise<ExitCode> => {
  const settings = await openSettings(invocation.io);
  return reportImport(await importAll(invocation, settings), invocation, settings);
};

/** Articles after which is noted what was read of them: thousands of pages take hours to come, and who ends that keeps the rest. */
const keptAtOnce = 100;

/** @throws {AppError} for a library that cannot be written into */
export const importAll = async (invocation: Invocation, settings: Settings): Promise<Outcome> => {
  const {io, options} = invocation;
  const isDry = hasOption(options, 'dry-run');
  const target = chooseTarget(invocation, settings);
  const taking: Taking = {taken: [], failed: [], problems: new Map(), subscriptions: [], libraries: []};
  const sources = await allSources(invocation, taking);
  if (sources.length > 0 && !isDry) target.make();
  const session = target.open();
  const intake = createIntake({library: target.path, known: createKnownArticles(session), isDry, now: () => io.now()});
  let network: Network | undefined;
  const openedNetwork = (): Network => {
    network ??= openNetwork({env: io.env, version: io.version, now: () => io.now()});
    return network;
  };
  const bar = createProgressBar('importing', io);
  let [done, total, kept] = [0, 0, 0];
  const today = io.now().toISOString().slice(0, 10);
  const library = session?.listing.libraries.find(({path}) => path === target.path)?.name ?? '';
  const keep = (): void => {
    keepMarks(taking.taken.slice(kept), library, settings, io);
    kept = taking.taken.length;
  };
  try {
    const deliveries = deliveriesOf(sources, {
      stdin: io.stdin,
      as: importKinds.find(kind => kind === textOption(options, 'as')),
      today,
      fetch: async address => ({...(await fetchContent(address, openedNetwork())), today}),
      counted: count => {
        total = count;
      },
    });
    for await (const delivery of deliveries) {
      take(delivery, {intake, taking, invocation});
      if (!isDry && taking.taken.length - kept >= keptAtOnce) keep();
      bar.show({done: ++done, total: Math.max(done, total)});
    }
  } finally {
    bar.hide();
    await network?.close();
  }
  if (!isDry) keep();
  const feeds =
    isDry || taking.subscriptions.length === 0
      ? taking.subscriptions
      : await addNew(taking.subscriptions, openFeeds(io, settings));
  return {...taking, feeds, isDry};
};

/** Those of all arguments; one that names nothing is told of, and stops no other. */
const allSources = async ({args, io, options}: Invocation, {failed}: Taking): Promise<readonly Source[]> => {
  const sources: Source[] = [];
  for (const argument of args) {
    try {
      sources.push(...(await sourcesOf(argument, {cwd: io.cwd, isInsisted: textOption(options, 'as') !== undefined})));
    } catch (error) {
      failed.push({source: argument, error: expectedError(error)});
    }
  }
  return sources;
};

const fetchContent = async (address: string, network: Network): Promise<Omit<Content, 'today'>> => {
  const {status, contentType, bytes, address: found} = await network.fetchAddress(address);
  const error = statusError(status, found);
  if (error !== undefined) throw error;
  return {name: address, bytes, address: found, ...(contentType !== undefined && {contentType})};
};
