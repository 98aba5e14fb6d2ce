/** What `newsprint feeds export` and `import` do: the list of feeds as OPML, out and in again. */
import {writeFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {nearestWord} from '../../core/edit-distance.ts';
import {AppError, type ExitCode, exitCodes} from '../../core/errors.ts';
import {escapeJson, field, url} from '../../core/sanitize.ts';
import {decodeBytes} from '../../import/charset.ts';
import {readOpml, writeOpml} from '../../import/feed/opml.ts';
import {isWebAddress, type Subscription} from '../../store/feeds/subscription.ts';
import {subscribeTo} from '../../store/feeds/subscriptions.ts';
import {readArticleFile} from '../../store/read-file.ts';
import {systemErrorCode, systemReason} from '../../store/system-error.ts';
import {readAll} from '../article-source.ts';
import type {Invocation} from '../command.ts';
import {counted} from '../counted.ts';
import {outputForm} from '../output.ts';
import {tell} from '../report.ts';
import {openSettings} from '../settings.ts';
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
      ...{title: feedName(feed), address: url(feed.url) ?? feed.url},
      ...(feed.section !== undefined && {section: feed.section}),
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
  const bytes = file === '-' ? await readAll(io.stdin) : readFrom(resolve(io.cwd, file));
  const listed = readOpml(decodeBytes(bytes, {kind: 'xml'}).text);
  const [usable, others] = [
    listed.filter(({address}) => isWebAddress(address)),
    listed.filter(({address}) => !isWebAddress(address)),
  ];
  const context = openFeeds(io, await openSettings(io));
  // What is subscribed to stays as it was written down.
  const known = new Set(context.subscriptions().map(feed => feed.url));
  const added = [...new Map(usable.map(feed => [feed.address, feed])).values()].filter(
    feed => !known.has(feed.address),
  );
  await subscribeTo(
    added.map(
      ({address, title, section}): Subscription => ({
        ...{url: address, ...(title !== address && {title: field(title)})},
        ...(section !== undefined && {section: field(section)}),
      }),
    ),
    context.editing,
  );
  if (outputForm(invocation) === 'json') {
    const feeds = added.map(({address, title}) => ({address: field(address), title: field(title)}));
    io.output.write(
      `${escapeJson(JSON.stringify({version: 1, feeds, known: usable.length - added.length}, null, 2))}\n`,
    );
  }
  for (const {address} of others) tell(io, `${address} is no address of a feed`);
  const present = usable.length - added.length;
  tell(
    io,
    `subscribed to ${countedFeeds(added.length)}${present > 0 ? `, ${counted(present)} were there already` : ''}`,
  );
  if (listed.length === 0) return exitCodes['nothing-found'];
  return others.length > 0 ? exitCodes.partial : exitCodes.done;
};

/** @throws {AppError} for a file that is not there or can't be read */
const readFrom = (path: string): Uint8Array => {
  try {
    const reading = readArticleFile(path);
    if ('bytes' in reading) return Uint8Array.from(reading.bytes);
    throw new AppError('io', `${path} cannot be read: ${reading.refused}`);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = systemErrorCode(error) === 'ENOENT' ? 'nothing-found' : 'io';
    throw new AppError(code, `${path} cannot be read: ${systemReason(error)}`, {cause: error});
  }
};

const tasks: Readonly<Record<string, Task>> = {export: exportTo, import: importFrom};
