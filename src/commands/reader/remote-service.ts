/** Answers the reader about a large library, from another thread, so that no question holds up the keys. */
import {Worker} from 'node:worker_threads';
import {AppError, type ErrorCode} from '../../core/errors.ts';
import type {Listing} from '../../core/listing/listing.ts';
import {unpackListing} from '../../core/listing/packed.ts';
import {field} from '../../core/sanitize.ts';
import type {LibraryListener, LibraryService} from '../../tui/services.ts';
import type {ServiceOptions} from './local-service.ts';
import type {AnswerOf, Asked, LibraryThreadData, Question, Said} from './messages.ts';

/** What is made in passing goes soon; more room for it would only be kept. */
const maxYoungGenerationSizeMb = 6;

interface Waiting {
  resolve(answer: never): void;
  reject(error: Error): void;
}

/** @param file what the thread runs */
export const createRemoteService = (
  file: string,
  {libraries, listingOptions: {cacheFolder, version}, published}: Omit<ServiceOptions, 'listing'>,
  onRenamed: (listing: Listing) => void,
): LibraryService => {
  const waiting = new Map<number, Waiting>();
  let listener: LibraryListener | undefined;
  let worker: Worker | undefined;
  let next = 0;

  const onSaid = (said: Said): void => {
    switch (said.type) {
      case 'answer':
        waiting.get(said.id)?.resolve(said.answer as never);
        waiting.delete(said.id);
        break;
      case 'failure': {
        const {code, message, hint} = said.error;
        waiting.get(said.id)?.reject(new AppError(code as ErrorCode, message, hint === undefined ? {} : {hint}));
        waiting.delete(said.id);
        break;
      }
      case 'listing': {
        const listing = unpackListing(said.bytes);
        if (listing !== undefined && said.mayBeRenamed) onRenamed(listing);
        if (listing !== undefined && listener !== undefined) published(listing, listener);
        break;
      }
      case 'progress':
        listener?.progressed(said.text === undefined ? undefined : field(said.text));
        break;
      case 'told':
        listener?.told(said.text);
        break;
      default:
        said satisfies never;
    }
  };

  const start = (): Worker => {
    const workerData: LibraryThreadData = {
      task: 'library',
      ...{libraries, cacheFolder, version},
      // The reader has keys to answer, and the thread its own work.
      threads: {file, busy: 2},
    };
    const started = new Worker(file, {workerData, resourceLimits: {maxYoungGenerationSizeMb}});
    started.on('message', onSaid);
    // A bug there is a bug of the program.
    started.on('error', error => {
      throw error;
    });
    started.unref();
    return started;
  };

  const ask = <Asking extends Question>(question: Asking): Promise<AnswerOf<Asking['name']>> => {
    worker ??= start();
    const asked: Asked = {id: next++, question};
    return new Promise((resolve, reject) => {
      waiting.set(asked.id, {resolve: resolve as Waiting['resolve'], reject});
      worker?.postMessage(asked);
    });
  };

  return {
    refresh: async ({isThorough = false} = {}) => void (await ask({name: 'refresh', isThorough})),
    find: question => ask({name: 'find', question}),
    belonging: (article, counts) => ask({name: 'belonging', article, counts}),
    linkedBy: article => ask({name: 'linkedBy', article}),
    names: (article, position) => ask({name: 'names', article, position}),
    naming: (key, limit) => ask({name: 'naming', key, limit}),
    listen: one => {
      listener = one;
      // What was kept is on screen already; whether it still holds is looked at now.
      void ask({name: 'refresh', isThorough: false}).catch((error: unknown) => one.told(String(error)));
      return () => {
        listener = undefined;
        void worker?.terminate();
      };
    },
  };
};
