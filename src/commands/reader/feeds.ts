/** The feeds for the reader: fetched in a thread of their own, so that reading a feed holds up no key. */
import {Worker} from 'node:worker_threads';
import {AppError, type ErrorCode} from '../../core/errors.ts';
import {field, type SafeField} from '../../core/sanitize.ts';
import type {FeedService, FetchSummary} from '../../tui/services.ts';
import type {Invocation, OptionValues} from '../command.ts';
import type {Settings} from '../settings.ts';
import type {ToldError} from './messages.ts';

/** What the thread is started with. */
export interface FetchThreadData {
  readonly task: 'fetch';
  /** Those of the run: they name the library. */
  readonly options: OptionValues;
}

/** What the thread says. */
export type FetchSaid =
  | {readonly type: 'progress'; readonly text: string}
  | {readonly type: 'done'; readonly text: string; readonly hasFailed: boolean}
  | {readonly type: 'failure'; readonly error: ToldError};

export const createFeedService = ({io, options}: Invocation, settings: Settings): FeedService => ({
  fetch: progressed => fetchInThread(io.threadFile, {task: 'fetch', options}, progressed),
  add: async address => {
    const {subscribe} = await import('../feeds/subscribe.ts');
    const {done, errors} = await subscribe([address], {}, io, settings);
    const [added] = done;
    if (added === undefined) throw errors[0] ?? new AppError('nothing-found', `${address} was not found`);
    return field(added.subscription.title ?? added.subscription.url);
  },
  list: async () => {
    const {listedFeeds} = await import('../feeds/list.ts');
    return listedFeeds(io, settings);
  },
});

const fetchInThread = (
  file: string,
  workerData: FetchThreadData,
  progressed: (text: SafeField) => void,
): Promise<FetchSummary> =>
  new Promise((resolve, reject) => {
    // What newsprint tells on stderr would be drawn over.
    const worker = new Worker(file, {workerData, stdout: true, stderr: true});
    worker.on('message', (said: FetchSaid) => {
      if (said.type === 'progress') progressed(field(said.text));
      else if (said.type === 'done') resolve({text: field(said.text), hasFailed: said.hasFailed});
      else {
        const {code, message, hint} = said.error;
        reject(new AppError(code as ErrorCode, message, hint === undefined ? {} : {hint}));
      }
    });
    worker.on('error', reject);
    // Who leaves the reader waits for no feed: what is half done is not there at all.
    worker.unref();
  });
