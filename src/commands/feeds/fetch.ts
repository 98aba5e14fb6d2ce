/** What `newsprint fetch` does: fetches feeds, and tells of it. */
import {type ExitCode, exitCodes} from '../../core/errors.ts';
import type {Invocation} from '../command.ts';
import {countedArticles} from '../counted.ts';
import {hasOption} from '../options.ts';
import {createProgressBar} from '../progress.ts';
import {tell} from '../report.ts';
import {openSettings} from '../settings.ts';
import {exitOf, isWatched, resultLine, resultLines, resultsJson, summaryLine} from './fetch-report.ts';
import {runFetches} from './fetch-run.ts';

export const runFetch = async (invocation: Invocation): Promise<ExitCode> => {
  const {args, io, options} = invocation;
  const bar = createProgressBar('fetching', io);
  let [done, total] = [0, 0];
  const say = (text: string): void => {
    bar.hide();
    tell(io, text);
  };
  const results = await runFetches(invocation, await openSettings(io), {
    names: args,
    began: count => {
      total = count;
    },
    onEvent: event => {
      if (event.kind !== 'started') done++;
      if (event.kind === 'failed' || (event.kind !== 'started' && isWatched(io))) say(resultLine(event));
      if (done < total) bar.show({done, total});
    },
    onMovedOut: paths => {
      if (isWatched(io))
        say(`moved ${countedArticles(paths.length)} to the trash that were read, and kept long enough`);
    },
  }).finally(() => bar.hide());
  if (results.length === 0) {
    tell(io, 'there are no feeds: "newsprint subscribe <address>" adds one');
    return exitCodes['nothing-found'];
  }
  // Lines only for who asked for them: what a program that runs every hour writes is mail.
  if (hasOption(options, 'plain')) io.output.write(resultLines(results));
  else if (hasOption(options, 'json')) io.output.write(resultsJson(results));
  if (isWatched(io)) tell(io, summaryLine(results));
  return exitOf(results);
};
