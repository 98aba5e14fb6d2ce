/** The thread of a large library: reads it, keeps its index, answers questions in between. Started by `remote-service.ts`. */
import {setImmediate as nextTurn} from 'node:timers/promises';
import {type MessagePort, parentPort} from 'node:worker_threads';
import {AppError} from '../../core/errors.ts';
import type {LibraryIndex} from '../../core/library-index.ts';
import {createAnswers, type LibraryAnswers} from '../../core/library-questions.ts';
import type {Listing} from '../../core/listing/listing.ts';
import {packListing} from '../../core/listing/packed.ts';
import {
  forgetIndex,
  type LibraryOptions,
  type OpenedLibraryIndex,
  openLibraryIndex,
} from '../../store/index/open-library.ts';
import {tellsOfDamage} from '../../store/index/repaired-index.ts';
import {articleAt} from '../../store/listing/article-at.ts';
import {type ListingOptions, openListing} from '../../store/listing/open.ts';
import {faultText} from '../faults.ts';
import {progressText} from '../progress.ts';
import type {Asked, LibraryThreadData, Question, Said} from './messages.ts';

/** Milliseconds of work between two looks at the questions. */
const sliceMs = 15;
/** Milliseconds between two tellings of how far it is, and between two listings that are not whole yet. */
const [tellEvery, publishEvery] = [200, 1500];

/** A value that may have to be waited for, the first time. */
const createWaiting = <Value>() => {
  let value: Value | undefined;
  let waiting: ((value: Value) => void)[] = [];
  return {
    get: (): Promise<Value> =>
      value === undefined ? new Promise(resolve => waiting.push(resolve)) : Promise.resolve(value),
    set: (next: Value): void => {
      value = next;
      for (const resolve of waiting) resolve(next);
      waiting = [];
    },
    clear: (): void => {
      value = undefined;
    },
  };
};

const runThread = (port: MessagePort, {libraries, cacheFolder, version, threads}: LibraryThreadData): void => {
  const options: ListingOptions & LibraryOptions = {cacheFolder, version, threads, now: () => Date.now()};
  const answers = createWaiting<LibraryAnswers>();
  let listing: Listing | undefined;
  let opened: OpenedLibraryIndex | undefined;
  /** Counts the indexings that were begun: only the last one goes on. */
  let indexing = 0;
  let isTold = false;
  let isRepaired = false;
  const say = (said: Said, transfer: ArrayBuffer[] = []): void => port.postMessage(said, transfer);

  const publish = (found: Listing, mayBeRenamed: boolean): void => {
    const bytes = packListing(found);
    say({type: 'listing', bytes, mayBeRenamed}, [bytes.buffer as ArrayBuffer]);
  };

  /** Does the work in slices, tells how far it is, and lets questions in between. @returns undefined when it was given up */
  const run = async <Progress extends {readonly done: number; readonly total: number}, Result>(
    work: Generator<Progress, Result>,
    what: string,
    meanwhile: (progress: Progress) => boolean,
  ): Promise<Result | undefined> => {
    const began = Date.now();
    let until = began + sliceMs;
    let tellAt = began + tellEvery;
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      const now = Date.now();
      if (now < until) continue;
      if (now >= tellAt) {
        say({type: 'progress', text: progressText(what, step.value, (now - began) / 1000)});
        tellAt = now + tellEvery;
      }
      if (!meanwhile(step.value)) {
        work.return(undefined as never);
        return undefined;
      }
      await nextTurn();
      until = Date.now() + sliceMs;
    }
  };

  /** Takes the library in; questions are answered from what is there by then. */
  const takeIn = async (present: Listing): Promise<void> => {
    const own = ++indexing;
    const answer = (index: LibraryIndex): void =>
      answers.set(createAnswers(present, index, position => articleAt(present, position)));
    let isAnswering = false;
    const found = await run(openLibraryIndex(present, options), 'indexing', ({index}) => {
      if (own === indexing && !isAnswering) answer(index);
      isAnswering = true;
      return own === indexing;
    });
    if (found === undefined) return;
    opened?.close();
    opened = found;
    answer(found.index);
    say({type: 'progress', text: undefined});
    if (found.fault !== undefined && !isTold) say({type: 'told', text: faultText[found.fault]});
    isTold = true;
  };

  const refresh = async (isThorough: boolean): Promise<void> => {
    let publishAt = Date.now() + publishEvery;
    const work = openListing(libraries, {...options, isThorough}, listing);
    const found = await run(work, 'reading', progress => {
      if (Date.now() < publishAt) return true;
      publish(progress.listing(), false);
      publishAt = Date.now() + publishEvery;
      return true;
    });
    if (found === undefined || found.listing === listing) return;
    const isFirst = listing === undefined;
    ({listing} = found);
    if (!isFirst || found.isNew) publish(found.listing, found.mayBeRenamed);
    say({type: 'progress', text: undefined});
    // Not waited for: questions come first.
    takeIn(found.listing).catch(fail);
  };

  // Out of the promise, to where bugs are told.
  const fail = (error: unknown): void => void setImmediate(() => Promise.reject(error));

  /** A question may be what finds out that the index is damaged: it is asked again of one made anew. */
  const answer = async (question: Question): Promise<unknown> => {
    if (question.name === 'refresh') return refresh(question.isThorough);
    const all = await answers.get();
    try {
      return answerOf(question, all);
    } catch (error) {
      if (isRepaired || listing === undefined || !tellsOfDamage(error)) throw error;
      isRepaired = true;
      opened?.close();
      opened = undefined;
      answers.clear();
      forgetIndex(listing.libraries, options);
      say({type: 'told', text: faultText.damaged});
      takeIn(listing).catch(fail);
      return answerOf(question, await answers.get());
    }
  };

  const answerOf = (question: Exclude<Question, {name: 'refresh'}>, all: LibraryAnswers): unknown => {
    switch (question.name) {
      case 'find':
        return all.find(question.question);
      case 'belonging':
        return all.belonging(question.article, question.counts);
      case 'linkedBy':
        return all.linkedBy(question.article);
      case 'names':
        return all.names(question.article, question.position);
      case 'naming':
        return all.naming(question.key, question.limit);
      default:
        return question satisfies never;
    }
  };

  let refreshing: Promise<unknown> = Promise.resolve();
  port.on('message', ({id, question}: Asked) => {
    const reply = async (): Promise<void> => {
      try {
        say({type: 'answer', id, answer: await answer(question)});
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        const {code, message, hint} = error;
        say({type: 'failure', id, error: {code, message, hint}});
      }
    };
    if (question.name !== 'refresh') return void reply().catch(fail);
    // One look at the disk after the other.
    refreshing = refreshing.then(reply).catch(fail);
  });
};

/** Within the thread, with what it was started with. */
export const runLibraryThread = (data: LibraryThreadData): void => {
  if (parentPort !== null) runThread(parentPort, data);
};
