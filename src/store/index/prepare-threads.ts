/**
 * Prepares articles in other threads, ahead of the one that writes them: to work out what is kept of an article takes longer
 * than to write it. Who asks for the next article waits for it, as for a file.
 */
import {availableParallelism} from 'node:os';
import {MessageChannel, receiveMessageOnPort, Worker} from 'node:worker_threads';
import type {ListedFile} from '../listing/article-at.ts';
import type {Preparation} from './prepare.ts';
import type {PreparedFiles, PrepareThreadData, WantedFile} from './prepare-thread.ts';

export interface PrepareThreads {
  /** The file that runs the program once more. */
  readonly file: string;
  /** How many threads have work of their own meanwhile. */
  readonly busy: number;
}

/** More are not faster: one thread writes what they prepare. */
const mostThreads = 2;

/** Fewer articles are prepared by the time that a thread takes to begin. */
const fewest = 500;

/** Files that go to a thread together: at most so many, and of so many bytes unless it is one alone. */
const together = {files: 32, bytes: 256_000} as const;

/** Lists of files that a thread has before it: as many as it prepares while a transaction is written. */
const ahead = 20;

/** A thread that is silent for longer is given up: it has died, or its disk is so slow that it is no help. Milliseconds. */
const patience = 5000;

interface Thread {
  /** What it was asked for and has not answered, in order. */
  readonly asked: readonly (readonly number[])[];
  ask(positions: readonly number[]): void;
  /** Whether it has answered, or never will. */
  isReady(): boolean;
  /** Waits until it is ready. */
  wait(): void;
  /** The answer to what was asked first; undefined when there is none, and the files are to be prepared without it. */
  answer(): PreparedFiles;
  stop(): void;
}

/** @throws where the system has no more threads to give */
const startThread = (file: string, fileAt: (position: number) => ListedFile): Thread => {
  const {port1: port, port2} = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: PrepareThreadData = {task: 'prepare', port: port2, answered};
  const worker = new Worker(file, {workerData, transferList: [port2]});
  const asked: (readonly number[])[] = [];
  let taken = 0;
  let isLost = false;
  const lose = (): void => {
    isLost = true;
  };
  worker.on('error', lose);
  worker.unref();
  return {
    asked,
    ask: positions => {
      asked.push(positions);
      const files: readonly WantedFile[] = positions.map(position => ({...fileAt(position), position}));
      port.postMessage(files);
    },
    isReady: () => isLost || Atomics.load(answered, 0) > taken,
    wait: () => {
      if (!isLost && Atomics.wait(answered, 0, taken, patience) === 'timed-out') lose();
    },
    answer: () => {
      asked.shift();
      taken++;
      const received: {readonly message: PreparedFiles} | undefined = isLost ? undefined : receiveMessageOnPort(port);
      return received?.message;
    },
    stop: () => {
      port.close();
      void worker.terminate();
    },
  };
};

/** Few enough to go together. */
const listsOf = (positions: readonly number[], sizeAt: ThreadedOptions['sizeAt']): (readonly number[])[] => {
  const lists: number[][] = [];
  let bytes = 0;
  for (const position of positions) {
    const size = sizeAt(position);
    const list = lists.at(-1);
    if (list === undefined || list.length === together.files || bytes + size > together.bytes) {
      lists.push([position]);
      bytes = size;
    } else {
      list.push(position);
      bytes += size;
    }
  }
  return lists;
};

/** As many as there are to be had, at most `count`. */
const startThreads = (count: number, start: () => Thread): readonly Thread[] => {
  const threads: Thread[] = [];
  try {
    while (threads.length < count) threads.push(start());
  } catch {
    // What is missing is done in place.
  }
  return threads;
};

export interface ThreadedOptions {
  readonly threads: PrepareThreads;
  fileAt(position: number): ListedFile;
  /** In bytes. */
  sizeAt(position: number): number;
  /** For what threads can't, what is not worth one, and for what there is time while none has answered. */
  readonly inPlace: Preparation;
}

export const prepareInThreads = ({threads: {file, busy}, fileAt, sizeAt, inPlace}: ThreadedOptions): Preparation =>
  function* (positions) {
    const count = Math.min(mostThreads, availableParallelism() - busy);
    if (positions.length < fewest || count < 1) return yield* inPlace(positions);
    const lists = listsOf(positions, sizeAt).values();
    const threads = startThreads(count, () => startThread(file, fileAt));
    const fill = (thread: Thread): void => {
      while (thread.asked.length < ahead) {
        const {value} = lists.next();
        if (value === undefined) return;
        thread.ask(value);
      }
    };
    try {
      for (;;) {
        for (const thread of threads) fill(thread);
        const waiting = threads.filter(({asked}) => asked.length > 0);
        const ready = waiting.find(thread => thread.isReady());
        if (ready !== undefined) {
          const [asked = []] = ready.asked;
          yield* ready.answer() ?? inPlace(asked);
          continue;
        }
        const {value} = lists.next();
        if (value !== undefined) yield* inPlace(value);
        else if (waiting[0] !== undefined) waiting[0].wait();
        else return;
      }
    } finally {
      for (const thread of threads) thread.stop();
    }
  };
