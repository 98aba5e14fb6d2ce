/** What `newsprint import` does: takes what the sources hold into a library, one after the other. */

import {decodeText} from '../../core/encoding.ts';
import {AppError, type ExitCode} from '../../core/errors.ts';
import type {ExportedSubscription} from '../../import/exports/exported-item.ts';
import type {ImportedArticle} from '../../import/imported-article.ts';
import {withFields} from '../../import/markdown-file.ts';
import {type Network, openNetwork} from '../../net/network.ts';
import {statusError} from '../../net/status-error.ts';
import {isWebAddress, type Subscription} from '../../store/feeds/subscription.ts';
import {systemErrorCode, systemReason} from '../../store/system-error.ts';
import type {Invocation} from '../command.ts';
import {addNew} from '../feeds/adding.ts';
import {openFeeds} from '../feeds/feeds-context.ts';
import {importKinds} from '../import.ts';
import {hasOption, listOption, textOption} from '../options.ts';
import {createProgressBar} from '../progress.ts';
import {openSettings, type Settings} from '../settings.ts';
import type {Content} from './contents.ts';
import {type Delivery, deliveriesOf} from './deliveries.ts';
import {createIntake, type Intake, type Taken} from './intake.ts';
import {createKnownArticles} from './known-articles.ts';
import {keepMarks} from './marks.ts';
import {type Neighbours, neighboursOf} from './neighbours.ts';
import {type FailedSource, type Outcome, reportImport} from './report.ts';
import {type Source, sourcesOf} from './sources.ts';
import {chooseTarget} from './target.ts';

export const runImport = async (invocation: Invocation): Promise<ExitCode> => {
  const settings = await openSettings(invocation.io);
  return reportImport(await importAll(invocation, settings), invocation, settings);
};

/** What an import has come to so far. */
interface Taking {
  readonly taken: Taken[];
  readonly failed: FailedSource[];
  /** What could not be brought along, and of how many articles. */
  readonly problems: Map<string, number>;
  readonly subscriptions: Subscription[];
  readonly libraries: string[];
}

/** @throws {AppError} for a library that cannot be written into */
export const importAll = async (invocation: Invocation, settings: Settings): Promise<Outcome> => {
  const {io, options} = invocation;
  const isDry = hasOption(options, 'dry-run');
  const target = chooseTarget(invocation, settings);
  const taking: Taking = {taken: [], failed: [], problems: new Map(), subscriptions: [], libraries: []};
  const sources = await allSources(invocation, taking);
  if (sources.length > 0 && !isDry) target.make();
  const session = target.open();
  const intake = createIntake({library: target.path, known: createKnownArticles(session), isDry});
  let network: Network | undefined;
  const openedNetwork = (): Network => {
    network ??= openNetwork({env: io.env, version: io.version, now: () => io.now()});
    return network;
  };
  const bar = createProgressBar('importing', io);
  let [done, total] = [0, 0];
  try {
    const deliveries = deliveriesOf(sources, {
      stdin: io.stdin,
      as: importKinds.find(kind => kind === textOption(options, 'as')),
      fetch: address => fetchContent(address, openedNetwork()),
      counted: count => {
        total = count;
      },
    });
    for await (const delivery of deliveries) {
      take(delivery, {intake, taking, invocation});
      bar.show({done: ++done, total: Math.max(done, total)});
    }
  } finally {
    bar.hide();
    await network?.close();
  }
  if (!isDry) {
    const name = session?.listing.libraries.find(({path}) => path === target.path)?.name ?? '';
    keepMarks(taking.taken, name, settings, io);
  }
  const feeds =
    isDry || taking.subscriptions.length === 0
      ? taking.subscriptions
      : await addNew(taking.subscriptions, openFeeds(io, settings));
  return {...taking, feeds, isDry};
};

/** Those of all arguments; one that names nothing is told of, and stops no other. */
const allSources = async ({args, io}: Invocation, {failed}: Taking): Promise<readonly Source[]> => {
  const sources: Source[] = [];
  for (const argument of args) {
    try {
      sources.push(...(await sourcesOf(argument, io.cwd)));
    } catch (error) {
      failed.push({source: argument, error: expected(error)});
    }
  }
  return sources;
};

/** @throws what is a bug */
const expected = (error: unknown): AppError => {
  if (error instanceof AppError) return error;
  if (systemErrorCode(error) === undefined) throw error;
  return new AppError('io', systemReason(error), {cause: error});
};

const fetchContent = async (address: string, network: Network): Promise<Content> => {
  const {status, contentType, bytes, address: found} = await network.fetchAddress(address);
  const error = statusError(status, found);
  if (error !== undefined) throw error;
  return {name: address, bytes, address: found, ...(contentType !== undefined && {contentType})};
};

interface TakeContext {
  readonly intake: Intake;
  readonly taking: Taking;
  readonly invocation: Invocation;
}

/** A disk that does not let it stops one article, and as it is the next one is tried. */
const take = (delivery: Delivery, context: TakeContext): void => {
  const {intake, taking, invocation} = context;
  const {source} = delivery;
  try {
    switch (delivery.kind) {
      case 'article':
        taking.taken.push(intake.add(wanted(delivery.article, invocation)));
        if (delivery.problem !== undefined) count(taking.problems, delivery.problem);
        break;
      case 'file':
        takeFile(delivery, context);
        break;
      case 'feed':
        taking.subscriptions.push(subscriptionOf(delivery.subscription, invocation));
        break;
      case 'library':
        taking.libraries.push(source);
        break;
      case 'failed':
        taking.failed.push({source, error: delivery.error});
        break;
      default:
        delivery satisfies never;
    }
  } catch (error) {
    taking.failed.push({source, error: expected(error)});
  }
};

const takeFile = (
  {bytes, path}: Extract<Delivery, {kind: 'file'}>,
  {intake, taking, invocation}: TakeContext,
): void => {
  const {attachments, isIncomplete} = path === undefined ? noNeighbours : neighboursOf(path, bytes);
  const taken = intake.addFile(wantedBytes(bytes, invocation), path, attachments);
  taking.taken.push(taken);
  if (taken.kind === 'written' && (isIncomplete || taken.isIncomplete))
    count(taking.problems, 'pictures stay behind: they are not below its folder, or others have their names');
};

const noNeighbours: Neighbours = {attachments: [], isIncomplete: false};

const count = (counts: Map<string, number>, what: string): void => {
  counts.set(what, (counts.get(what) ?? 0) + 1);
};

/** What `--section` and `--tag` say of all that is imported. */
const saidOf = ({options}: Invocation) => ({section: textOption(options, 'section'), tags: listOption(options, 'tag')});

/** In whole seconds. */
const moment = (date: Date): string => date.toISOString().replace(/\.\d+/, '');

const wanted = (article: ImportedArticle, invocation: Invocation): ImportedArticle => {
  const {section = article.section, tags} = saidOf(invocation);
  return {
    ...article,
    ...(section !== undefined && {section}),
    tags: [...tags, ...article.tags],
    saved: article.saved ?? moment(invocation.io.now()),
  };
};

/** Without a wish the bytes stay what they are. */
const wantedBytes = (bytes: Uint8Array, invocation: Invocation): Uint8Array => {
  const said = saidOf(invocation);
  if (said.section === undefined && said.tags.length === 0) return bytes;
  return Buffer.from(withFields(decodeText(bytes).text, said));
};

/** @throws {AppError} for what is no address of the web */
const subscriptionOf = ({address, ...subscription}: ExportedSubscription, invocation: Invocation): Subscription => {
  if (!isWebAddress(address)) throw new AppError('usage', `${address} is no address of a feed`);
  const {section = subscription.section, tags} = saidOf(invocation);
  return {
    ...subscription,
    url: address,
    ...(section !== undefined && {section}),
    tags: [...tags, ...subscription.tags],
  };
};
