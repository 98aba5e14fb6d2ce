/** Addresses in the place of articles: what stands there becomes articles of the library, and is read. */
import {AppError, type ExitCode} from '../../core/errors.ts';
import {isAddress} from '../address.ts';
import type {Command, Invocation} from '../command.ts';
import {withoutHost} from '../feeds/without-host.ts';
import {askingText, withNotice} from '../progress.ts';
import {showError} from '../report.ts';
import {openSettings, type Settings} from '../settings.ts';
import {createKnownArticles} from './known-articles.ts';
import type {FailedSource} from './report.ts';
import {importAll} from './run.ts';
import {chooseTarget} from './target.ts';

export interface BroughtIn {
  /** What was named, and in the place of addresses the files of their articles. */
  readonly names: readonly string[];
  /** Why some could not be had, and of what. */
  readonly errors: readonly AppError[];
}

const namedError = ({source, error}: FailedSource): AppError =>
  new AppError(error.code, `${source}: ${withoutHost(error.message, source)}`, {
    cause: error,
    ...(error.hint !== undefined && {hint: error.hint}),
  });

/** @throws {AppError} for a library that cannot be written into */
export const bringIn = async (invocation: Invocation): Promise<BroughtIn> => {
  const {args, io} = invocation;
  const settings = await openSettings(io);
  const names: string[] = [];
  const errors: AppError[] = [];
  for (const name of args) {
    if (!isAddress(name)) {
      names.push(name);
      continue;
    }
    const importing = () => importAll({...invocation, args: [name]}, settings);
    const {taken, failed} = await withNotice(askingText([name]), io, importing);
    names.push(...taken.map(({file}) => file));
    // Without the network there still is what was brought in before.
    const kept = taken.length === 0 && failed.length > 0 ? keptAt(name, invocation, settings) : undefined;
    if (kept === undefined) errors.push(...failed.map(namedError));
    else names.push(kept);
    if (taken.length + failed.length === 0) errors.push(new AppError('nothing-found', `${name}: nothing stands there`));
  }
  return {names, errors};
};

/** @returns the file of the article with this address */
const keptAt = (address: string, invocation: Invocation, settings: Settings): string | undefined =>
  createKnownArticles(chooseTarget(invocation, settings).open()).byAddresses([address]).get(address)?.path;

/**
 * `newsprint https://…` on a terminal.
 * @param reader what shows it
 * @throws {AppError} where nothing could be had
 */
export const openAddress = async (invocation: Invocation, reader: Command): Promise<ExitCode> => {
  const {names, errors} = await bringIn(invocation);
  const [first] = errors;
  if (names.length === 0 && first !== undefined) throw first;
  for (const error of errors) showError(invocation.io, error);
  // A feed brings many articles: the reader shows all, and the newest of them first.
  return reader.run({...invocation, args: names.length > 1 ? [] : names});
};
