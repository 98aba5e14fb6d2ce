/** What `newsprint feeds export` and `import` do: the list of feeds as OPML, out and in again. */

import {writeFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {nearestWord} from '../../core/edit-distance.ts';
import {AppError, type ExitCode, exitCodes} from '../../core/errors.ts';
import {escapeJson, field, url} from '../../core/sanitize.ts';
import {decodeBytes} from '../../import/charset.ts';
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
  const listed = readOpml(decodeBytes(await readNamed(file, io), {kind: 'xml'}).text);
  const [usable, others] = [
    listed.filter(({address}) => isWebAddress(address)),
    listed.filter(({address}) => !isWebAddress(address)),
  ];
  const added = await addNew(usable.map(subscriptionOf), openFeeds(io, await openSettings(io)));
  if (outputForm(invocation) === 'json') {
    const feeds = added.map(({url, title = url}) => ({address: field(url), title: field(title)}));
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

const subscriptionOf = ({address, title, section}: ReturnType<typeof readOpml>[number]): Subscription => ({
  ...{url: address, ...(title !== address && {title: field(title)})},
  ...(section !== undefined && {section: field(section)}),
});

const tasks: Readonly<Record<string, Task>> = {export: exportTo, import: importFrom};
