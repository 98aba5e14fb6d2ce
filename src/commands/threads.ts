/** What a further thread of the program does, by what it is started with. */
import type {PrepareThreadData} from '../store/index/prepare-thread.ts';
import type {LibraryThreadData} from './reader/messages.ts';

export const runThread = async (data: LibraryThreadData | PrepareThreadData): Promise<void> => {
  if (data.task === 'library') (await import('./reader/library-thread.ts')).runLibraryThread(data);
  else (await import('../store/index/prepare-thread.ts')).runPrepareThread(data);
};
