/** Tells what came of a fetch: while it goes on to who watches, at the end to programs, and of failures to everybody. */
import {type ExitCode, exitCodes} from '../../core/errors.ts';
import {escapeJson, field} from '../../core/sanitize.ts';
import {momentText, withoutPageText} from '../../render/feeds.ts';
import {tabbedLines} from '../../render/list.ts';
import type {Io} from '../command.ts';
import {counted, countedArticles} from '../counted.ts';
import {errorLine} from '../report.ts';
import {feedName} from './feeds-context.ts';
import type {FetchResult} from './fetch-events.ts';
import {withoutHost} from './without-host.ts';

export const newIn = (result: FetchResult): number => ('written' in result ? result.written.length : 0);

const nameOf = (result: FetchResult): string => {
  const ownTitle = 'title' in result ? result.title : '';
  return feedName(ownTitle === '' ? result.feed : {...result.feed, ownTitle});
};

/** `Harbour News: 3 new`, a line for each feed. */
export const resultLine = (result: FetchResult): string => {
  const name = nameOf(result);
  switch (result.kind) {
    case 'unchanged':
      return `${name}: nothing new`;
    case 'put off':
      return `${name}: wants to be left alone until ${momentText(result.until)}`;
    case 'failed': {
      // Which host it is about is told where it is another one than the feed's.
      const reason = withoutHost(errorLine(result.error), result.feed.url);
      return `${name}: ${newIn(result) > 0 ? `${counted(newIn(result))} new, then ` : ''}${reason}`;
    }
    case 'fetched': {
      const [count, lacking] = [result.written.length, result.withoutPage];
      const pages = lacking === 0 ? '' : `, ${withoutPageText(lacking, count)}`;
      const skipped = result.skipped > 0 ? `, ${counted(result.skipped)} could not be read` : '';
      const waiting = result.waiting > 0 ? `, ${counted(result.waiting)} left for the next fetch` : '';
      return `${name}: ${count > 0 ? `${counted(count)} new` : 'nothing new'}${pages}${skipped}${waiting}`;
    }
    default:
      return result satisfies never;
  }
};

/** `12 new articles from 3 of 7 feeds, 1 failed`. */
export const summaryLine = (results: readonly FetchResult[]): string => {
  const count = results.reduce((sum, result) => sum + newIn(result), 0);
  const giving = results.filter(result => newIn(result) > 0).length;
  const failed = results.filter(({kind}) => kind === 'failed').length;
  const put = results.filter(({kind}) => kind === 'put off').length;
  const feeds = `${counted(results.length)} ${results.length === 1 ? 'feed' : 'feeds'}`;
  return [
    count === 0
      ? `nothing new in ${feeds}`
      : `${countedNew(count)} from ${giving === results.length ? feeds : `${counted(giving)} of ${feeds}`}`,
    ...(failed > 0 ? [`${counted(failed)} failed`] : []),
    ...(put > 0 ? [`${counted(put)} put off`] : []),
  ].join(', ');
};

const countedNew = (count: number): string => countedArticles(count).replace(' ', ' new ');

/** `kind TAB new TAB known TAB address TAB title TAB error`, a line for each feed. */
export const resultLines = (results: readonly FetchResult[]): string =>
  tabbedLines(
    results.map(result => [
      ...[result.kind, String(newIn(result)), String('known' in result ? result.known : 0)],
      ...[field(result.feed.url), field(nameOf(result)), field('error' in result ? errorLine(result.error) : '')],
    ]),
  );

export const resultsJson = (results: readonly FetchResult[]): string => {
  const feeds = results.map(result => ({
    ...{address: field(result.feed.url), title: field(nameOf(result)), kind: result.kind},
    ...{
      new: newIn(result),
      known: 'known' in result ? result.known : 0,
      waiting: 'waiting' in result ? result.waiting : 0,
    },
    skipped: 'skipped' in result ? result.skipped : 0,
    withoutPage: 'withoutPage' in result ? result.withoutPage : 0,
    ...('error' in result && {error: field(errorLine(result.error))}),
    ...('until' in result && {until: result.until.toISOString()}),
    articles: 'written' in result ? result.written.map(({id, path, title}) => ({id, path, title})) : [],
  }));
  return `${escapeJson(JSON.stringify({version: 1, feeds}, null, 2))}\n`;
};

/** Of those that were asked. */
export const exitOf = (results: readonly FetchResult[]): ExitCode => {
  const asked = results.filter(({kind}) => kind !== 'put off');
  const failed = asked.filter(({kind}) => kind === 'failed');
  if (failed.length === 0) return exitCodes.done;
  return failed.length === asked.length && failed.every(result => newIn(result) === 0)
    ? exitCodes.io
    : exitCodes.partial;
};

/** Whether somebody watches; cron does not, and sends what is told by mail. */
export const isWatched = ({stderr}: Pick<Io, 'stderr'>): boolean => stderr.isTTY === true;
