/** The thread of a large library: reads it, keeps its index, answers questions in between. Started by `remote-service.ts`. */
import {setImmediate as nextTurn} from 'node:timers/promises';
import {type MessagePort, parentPort, workerData} from 'node:worker_threads';
import {AppError} from '../../core/errors.ts';
import {createAnswers, type LibraryAnswers} from '../../core/library-questions.ts';
import type {Listing} from '../../core/listing/listing.ts';
import {packListing} from '../../core/listing/packed.ts';
import {type OpenedLibraryIndex, openLibraryIndex} from '../../store/index/open-library.ts';
import {articleAt} from '../../store/listing/article-at.ts';
import {type ListingOptions, openListing} from '../../store/listing/open.ts';
import {faultText} from '../faults.ts';
import {progressText} from '../progress.ts';
import type {Asked, LibraryThreadData, Question, Said} from './messages.ts';

/** Milliseconds of work between two looks at the questions. */
const sliceMs = 15;
/** Milliseconds between two tellings of how far it is, and between two listings that are not whole yet. */
const [tellEvery, publishEvery] = [200, 1500];

const runThread = (port: MessagePort, {libraries, cacheFolder, version}: LibraryThreadData): void => {
  const options: ListingOptions = {cacheFolder, version, now: () => Date.now()};
  let listing: Listing | undefined;
  let opened: OpenedLibraryIndex | undefined;
  let answers: LibraryAnswers | undefined;
  let isTold = false;
  const say = (said: Said, transfer: ArrayBuffer[] = []): void => port.postMessage(said, transfer);

  const publish = (found: Listing, mayBeRenamed: boolean): void => {
    const bytes = packListing(found);
    say({type: 'listing', bytes, mayBeRenamed}, [bytes.buffer as ArrayBuffer]);
  };

  /** Does all of the work in slices, tells how far it is, and lets questions in between. */
  const run = async <Progress extends {readonly done: number; readonly total: number}, Result>(
    work: Generator<Progress, Result>,
    what: string,
    meanwhile: (progress: Progress) => void = () => {},
  ): Promise<Result> => {
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
      meanwhile(step.value);
      await nextTurn();
      until = Date.now() + sliceMs;
    }
  };

  const index = async (): Promise<LibraryAnswers> => {
    if (answers !== undefined) return answers;
    listing ??= (await run(openListing(libraries, options), 'reading')).listing;
    const present = listing;
    const before = opened;
    opened = await run(openLibraryIndex(present, options), 'indexing');
    before?.close();
    say({type: 'progress', text: undefined});
    if (opened.fault !== undefined && !isTold) say({type: 'told', text: faultText[opened.fault]});
    isTold = true;
    answers = createAnswers(present, opened.index, position => articleAt(present, position));
    return answers;
  };

  const refresh = async (isThorough: boolean): Promise<void> => {
    let publishAt = Date.now() + publishEvery;
    const work = openListing(libraries, {...options, isThorough}, listing);
    const {
      listing: found,
      mayBeRenamed,
      isNew,
    } = await run(work, 'reading', progress => {
      if (Date.now() < publishAt) return;
      publish(progress.listing(), false);
      publishAt = Date.now() + publishEvery;
    });
    const isFirst = listing === undefined;
    if (found === listing) return;
    listing = found;
    answers = undefined;
    if (!isFirst || isNew) publish(found, mayBeRenamed);
    say({type: 'progress', text: undefined});
  };

  /** One after the other: an answer that waits for the index holds up those behind it, but no key. */
  const answer = async (question: Question): Promise<unknown> => {
    if (question.name === 'refresh') {
      await refresh(question.isThorough);
      await index();
      return undefined;
    }
    const all = await index();
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

  let present: Promise<void> = Promise.resolve();
  port.on('message', ({id, question}: Asked) => {
    present = present.then(async () => {
      try {
        say({type: 'answer', id, answer: await answer(question)});
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        const {code, message, hint} = error;
        say({type: 'failure', id, error: {code, message, hint}});
      }
    });
    // Out of the promise, to where bugs are told.
    present.catch((error: unknown) => setImmediate(() => Promise.reject(error)));
  });
};

/** Within the thread, with what it was started with. */
export const runLibraryThread = (): void => {
  if (parentPort !== null) runThread(parentPort, workerData as LibraryThreadData);
};
