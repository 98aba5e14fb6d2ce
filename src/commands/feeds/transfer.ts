/** What `newsprint feeds export` and `import` do: the list of feeds as OPML, out and in again; lists of others, too. */
import {writeFileSync} from 'node:fs';
import {basename, resolve} from 'node:path';
import {nearestWord} from '../../core/edit-distance.ts';
import {AppError, type ExitCode, exitCodes} from '../../core/errors.ts';
import {escapeJson, field, url} from '../../core/sanitize.ts';
import {decodeBytes} from '../../import/charset.ts';
import {detectKind} from '../../import/detect.ts';
import type {ExportedItem, ExportedSubscription} from '../../import/exports/exported-item.ts';
import {itemsOfNewsboatUrls} from '../../import/exports/newsboat-urls.ts';
import {readOpml, writeOpml} from '../../import/feed/opml.ts';
import {isWebAddress, type Subscription} from '../../store/feeds/subscription.ts';
import {systemReason} from '../../store/system-error.ts';
import type {Invocation} from '../command.ts';
import {counted} from '../counted.ts';
import {readNamed} from '../named-file.ts';
import {outputForm} from '../output.ts';
import {tell} from '../report.ts';
import {openSettings} from '../settings.ts';
import {addNew} from './adding.ts';
import {feedName, knownFeeds, openFeeds} from './feeds-context.ts';

type Task = (file: string, invocation: Invocation) => Promise<ExitCode>;

export const transferFeeds = async (invocation: Invocation): Promise<ExitCode> => {
  const [name = '', file = '-'] = invocation.args;
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  if (task !== undefined) return task(file, invocation);
  const near = nearestWord(name, Object.keys(tasks));
  throw new AppError('usage', `feeds has no use for "${name}"`, {
    hint: near === undefined ? 'say export or import, or nothing for a list' : `did you mean ${near}?`,
  });
};

const countedFeeds = (count: number): string => `${counted(count)} ${count === 1 ? 'feed' : 'feeds'}`;

/** A user and a password stay here. */
const exportTo: Task = async (file, invocation) => {
  const {io} = invocation;
  const feeds = knownFeeds(openFeeds(io, await openSettings(io)));
  const text = writeOpml(
    feeds.map(feed => ({
      ...feed,
      ...{title: feedName(feed), address: url(feed.url) ?? feed.url},
    })),
  );
  if (file === '-') {
    io.output.write(text);
    return exitCodes.done;
  }
  const path = resolve(io.cwd, file);
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new AppError('io', `${path} cannot be written: ${systemReason(error)}`, {cause: error});
  }
  tell(io, `wrote ${countedFeeds(feeds.length)} to ${file}`);
  return exitCodes.done;
};

const importFrom: Task = async (file, invocation) => {
  const {io} = invocation;
  const listed = listedIn(await readNamed(file, io), file);
  const usable = listed.flatMap(item => (item.kind === 'feed' ? [item.subscription] : []));
  const others = listed.flatMap(item => (item.kind === 'failed' ? [item] : []));
  const added = await addNew(usable.map(subscriptionOf), openFeeds(io, await openSettings(io)));
  if (outputForm(invocation) === 'json') {
    const feeds = added.map(({url, title = url}) => ({address: field(url), title: field(title)}));
    io.output.write(
      `${escapeJson(JSON.stringify({version: 1, feeds, known: usable.length - added.length}, null, 2))}\n`,
    );
  }
  for (const {what, why} of others) tell(io, `${what}: ${why}`);
  const present = usable.length - added.length;
  tell(
    io,
    `subscribed to ${countedFeeds(added.length)}${present > 0 ? `, ${counted(present)} were there already` : ''}`,
  );
  if (listed.length === 0) return exitCodes['nothing-found'];
  return others.length > 0 ? exitCodes.partial : exitCodes.done;
};

/** @throws {AppError} `usage` for what is no list of feeds */
const listedIn = (bytes: Uint8Array, file: string): readonly ExportedItem[] => {
  const {kind} = detectKind(bytes, {name: basename(file)});
  const {text} = decodeBytes(bytes, {kind: 'xml'});
  if (kind === 'newsboat-urls' || kind === 'addresses') return [...itemsOfNewsboatUrls(text)];
  try {
    return readOpml(text).map(itemOf);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const hint = 'OPML is one, and so is the file "urls" of newsboat; "newsprint import" takes articles';
    throw new AppError('usage', `${file} is no list of feeds`, {hint, cause: error});
  }
};

const itemOf = (feed: ReturnType<typeof readOpml>[number]): ExportedItem =>
  isWebAddress(feed.address)
    ? {kind: 'feed', subscription: {...feed, tags: feed.tags ?? []}}
    : {kind: 'failed', what: feed.address, why: 'it is no address of a feed'};

const subscriptionOf = ({address, title, section, ...settings}: ExportedSubscription): Subscription => ({
  ...settings,
  ...{url: address, ...(title !== undefined && title !== address && {title: field(title)})},
  ...(section !== undefined && {section: field(section)}),
});

const tasks: Readonly<Record<string, Task>> = {export: exportTo, import: importFrom};
