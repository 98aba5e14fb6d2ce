/** The thread in which the reader's feeds are fetched. Started by `feeds.ts`. */
import {PassThrough} from 'node:stream';
import {parentPort} from 'node:worker_threads';
import {AppError} from '../../core/errors.ts';
import type {Io} from '../command.ts';
import {counted} from '../counted.ts';
import {summaryLine} from '../feeds/fetch-report.ts';
import {runFetches} from '../feeds/fetch-run.ts';
import {openSettings} from '../settings.ts';
import type {FetchSaid, FetchThreadData} from './feeds.ts';

export const runFetchThread = async ({options}: FetchThreadData, io: Io): Promise<void> => {
  const say = (said: FetchSaid): void => parentPort?.postMessage(said);
  // The terminal is the reader's. What would be told of the library the reader tells itself.
  const quiet: Io = {...io, stderr: new PassThrough().resume() as never};
  let [done, total] = [0, 0];
  const tell = (): void => say({type: 'progress', text: `fetching ${counted(done)} of ${counted(total)}`});
  try {
    const results = await runFetches({args: [], options, io: quiet}, await openSettings(quiet), {
      names: [],
      began: count => {
        total = count;
        tell();
      },
      onEvent: ({kind}) => {
        if (kind !== 'started') done++;
        tell();
      },
    });
    const text = results.length === 0 ? 'there are no feeds yet' : summaryLine(results);
    say({type: 'done', text, hasFailed: results.some(({kind}) => kind === 'failed')});
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const {code, message, hint} = error;
    say({type: 'failure', error: {code, message, hint}});
  }
};
