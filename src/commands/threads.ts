/** What a further thread of the program does, by what it is started with. */
import type {PrepareThreadData} from '../store/index/prepare-thread.ts';
import type {Io} from './command.ts';
import type {FetchThreadData} from './reader/feeds.ts';
import type {LibraryThreadData} from './reader/messages.ts';

export const runThread = async (
  data: LibraryThreadData | PrepareThreadData | FetchThreadData,
  io: Io,
): Promise<void> => {
  if (data.task === 'library') (await import('./reader/library-thread.ts')).runLibraryThread(data);
  else if (data.task === 'fetch') await (await import('./reader/fetch-thread.ts')).runFetchThread(data, io);
  else (await import('../store/index/prepare-thread.ts')).runPrepareThread(data);
};
