/** Tells what an import did: results on stdout, what failed and the sums on stderr. */
import type {AppError, ExitCode} from '../../core/errors.ts';
import {exitCodes} from '../../core/errors.ts';
import {escapeJson, field} from '../../core/sanitize.ts';
import {importedFileJson, renderImportLines, renderImports} from '../../render/import.ts';
import type {Subscription} from '../../store/feeds/subscription.ts';
import type {Invocation} from '../command.ts';
import {counted, countedArticles} from '../counted.ts';
import {worst} from '../find-all.ts';
import {outputForm, styling} from '../output.ts';
import {errorLine, tell} from '../report.ts';
import type {Settings} from '../settings.ts';
import type {Taken} from './intake.ts';

/** A source that gave no article, or a part of one that gave none. */
export interface FailedSource {
  readonly source: string;
  readonly error: AppError;
}

export interface Outcome {
  readonly isDry: boolean;
  readonly taken: readonly Taken[];
  readonly failed: readonly FailedSource[];
  /** What could not be brought along, and of how many articles. */
  readonly problems: ReadonlyMap<string, number>;
  /** That were subscribed to. */
  readonly feeds: readonly Subscription[];
  /** Folders that need no import, as they were named. */
  readonly libraries: readonly string[];
}

export const reportImport = async (outcome: Outcome, invocation: Invocation, settings: Settings): Promise<ExitCode> => {
  const {io} = invocation;
  const {isDry, taken, failed, problems, feeds, libraries} = outcome;
  const form = outputForm(invocation);
  if (form === 'json') io.output.write(`${escapeJson(JSON.stringify(outcomeJson(outcome), null, 2))}\n`);
  const shownFeeds = feeds.map(({url, title = '', section = ''}) => ({
    address: field(url),
    title: field(title),
    section: field(section),
  }));
  if (form === 'plain') io.output.write(renderImportLines(taken, shownFeeds));
  if (form === 'styled')
    io.output.write(renderImports(taken, shownFeeds, {...(await styling(invocation, settings)), isDry}));
  for (const {source, error} of failed) tell(io, `${source}: ${errorLine(error)}`);
  for (const [problem, count] of problems) tell(io, `${countedArticles(count)}: ${problem}`);
  for (const folder of libraries)
    tell(
      io,
      `${folder} needs no import: "newsprint --library ${folder}" reads it as it is, "--as markdown" imports it all the same`,
    );
  const sums = sumsOf(outcome);
  if (sums !== '') tell(io, sums);
  if (failed.length === 0) return exitCodes.done;
  return taken.length + feeds.length + libraries.length > 0 ? exitCodes.partial : worst(failed.map(({error}) => error));
};

const sumsOf = ({isDry, taken, failed, feeds}: Outcome): string => {
  const written = taken.filter(({kind}) => kind === 'written').length;
  const present = taken.length - written;
  return [
    ...(taken.length > 0 ? [`${countedArticles(written)} ${isDry ? 'would be ' : ''}imported`] : []),
    ...(present > 0 ? [`${counted(present)} already there`] : []),
    ...(feeds.length > 0
      ? [`${counted(feeds.length)} ${feeds.length === 1 ? 'feed' : 'feeds'} ${isDry ? 'would be ' : ''}subscribed to`]
      : []),
    // A single failure is told by itself.
    ...(failed.length + taken.length + feeds.length > 1 && failed.length > 0
      ? [`${counted(failed.length)} failed`]
      : []),
  ].join(', ');
};

const outcomeJson = ({isDry, taken, failed, feeds}: Outcome) => ({
  version: 1,
  dryRun: isDry,
  written: taken.filter(({kind}) => kind === 'written').map(importedFileJson),
  present: taken.filter(({kind}) => kind === 'present').map(importedFileJson),
  failed: failed.map(({source, error}) => ({source: field(source), message: field(errorLine(error))})),
  feeds: feeds.map(({url, title, section}) => ({
    address: field(url),
    title: title === undefined ? null : field(title),
    section: section === undefined ? null : field(section),
  })),
});
