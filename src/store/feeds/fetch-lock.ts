/** One fetch at a time: two would write the same articles twice, and each other's notes over. */
import {join} from 'node:path';
import {AppError} from '../../core/errors.ts';
import {type Processes, takeLock} from '../lock.ts';
import {makeFolder} from '../make-folder.ts';
import {systemReason} from '../system-error.ts';

/**
 * @param stateFolder `Paths.stateFolder`
 * @returns what gives the lock back
 * @throws {AppError} `io` where another fetch is running, or the disk does not let it
 */
export const lockFetch = (stateFolder: string, processes: Processes): (() => void) => {
  try {
    makeFolder(stateFolder);
    const path = join(stateFolder, 'fetch.lock');
    const lock = takeLock(path, processes);
    if (lock.kind === 'taken') return lock.release;
    const who = lock.pid === undefined ? '' : ` (pid ${lock.pid})`;
    throw new AppError('io', `another fetch is running${who}`, {hint: `if there is none, remove ${path}`});
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('io', `${stateFolder} cannot be written: ${systemReason(error)}`, {
      hint: 'see who may write there with "ls -ld"',
      cause: error,
    });
  }
};
