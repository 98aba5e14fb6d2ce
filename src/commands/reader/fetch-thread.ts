/** The thread in which the reader's feeds are fetched. Started by `feeds.ts`. */
import {PassThrough} from 'node:stream';
import {parentPort} from 'node:worker_threads';
import {AppError} from '../../core/errors.ts';
import type {Io} from '../command.ts';
import {counted} from '../counted.ts';
import {newIn, summaryLine} from '../feeds/fetch-report.ts';
import {runFetches} from '../feeds/fetch-run.ts';
import {chooseLibrary} from '../session.ts';
import {openSettings} from '../settings.ts';
import type {FetchSaid, FetchThreadData} from './feeds.ts';

export const runFetchThread = async ({options}: FetchThreadData, io: Io): Promise<void> => {
  const say = (said: FetchSaid): void => parentPort?.postMessage(said);
  // The terminal is the reader's. What would be told of the library the reader tells itself.
  const quiet: Io = {...io, stderr: new PassThrough().resume() as never};
  let [done, total] = [0, 0];
  const settings = await openSettings(quiet);
  // Who reads what comes with the program has no library yet, and gets one now.
  const isElsewhere = chooseLibrary({args: [], options, io: quiet}, settings).origin === 'bundled articles';
  const tell = (): void => say({type: 'progress', text: `fetching ${counted(done)} of ${counted(total)}`});
  try {
    const results = await runFetches({args: [], options, io: quiet}, settings, {
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
    const said = results.length === 0 ? 'there are no feeds yet' : summaryLine(results);
    const text =
      isElsewhere && results.some(result => newIn(result) > 0) ? `${said}: open newsprint again to read them` : said;
    say({type: 'done', text, hasFailed: results.some(({kind}) => kind === 'failed')});
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const {code, message, hint} = error;
    say({type: 'failure', error: {code, message, hint}});
  }
};
