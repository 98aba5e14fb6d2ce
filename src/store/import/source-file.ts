/** Reads a file that is to be imported: exports are larger than articles may be. */
import {closeSync, constants, fstatSync, openSync, readFileSync} from 'node:fs';
import {AppError} from '../../core/errors.ts';

/** Beyond it a text would be longer than Node can hold. */
const largestSource = 400 * 1024 * 1024;

/**
 * @param path absolute
 * @throws {AppError} `usage` for what is no regular file, or too large; errors of the file system
 */
export const readSourceFile = (path: string): Uint8Array => {
  // A pipe without a writer would keep us waiting at `open`; not so with O_NONBLOCK, which regular files don't mind.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new AppError('usage', 'it is no regular file', {hint: 'hand a pipe in as -'});
    if (stat.size > largestSource) {
      throw new AppError('usage', `it is larger than ${largestSource / 1024 / 1024} MB`, {hint: 'import it in parts'});
    }
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
};
