/** A thread that reads files and prepares them for the index. Started by `prepare-threads.ts`. */
import type {MessagePort} from 'node:worker_threads';
import {type ListedFile, readListed} from '../listing/article-at.ts';
import {indexParts} from './parts.ts';
import {createPreparer, type PreparedArticle} from './prepare.ts';

/** A file to prepare. */
export interface WantedFile extends ListedFile {
  readonly position: number;
}

/** What it is started with. */
export interface PrepareThreadData {
  readonly task: 'prepare';
  /** Brings lists of files, and takes an answer to each. */
  readonly port: MessagePort;
  /** How many answers there are: who waits for one is woken. */
  readonly answered: Int32Array;
}

/** An article or none for each file; undefined when something went wrong, which shows again where the files are prepared without a thread. */
export type PreparedFiles = readonly (PreparedArticle | undefined)[] | undefined;

/** Within the thread, with what it was started with. */
export const runPrepareThread = ({port, answered}: PrepareThreadData): void => {
  const prepare = createPreparer(indexParts);
  const preparedFiles = (files: readonly WantedFile[]): PreparedFiles => {
    try {
      return files.map(file => {
        const article = readListed(file);
        return 'refused' in article ? undefined : prepare(file.position, article);
      });
    } catch {
      return undefined;
    }
  };
  port.on('message', (files: readonly WantedFile[]) => {
    port.postMessage(preparedFiles(files));
    Atomics.add(answered, 0, 1);
    Atomics.notify(answered, 0);
  });
};
