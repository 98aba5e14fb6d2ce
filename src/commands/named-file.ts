/** The bytes of what an argument names: a file, or stdin for `-`. */
import {resolve} from 'node:path';
import {AppError} from '../core/errors.ts';
import {readArticleFile} from '../store/read-file.ts';
import {systemErrorCode, systemReason} from '../store/system-error.ts';
import {readAll} from './article-source.ts';
import type {Io} from './command.ts';

/** @throws {AppError} `nothing-found` for a file that is not there, `io` for one that can't be read */
export const readNamed = async (name: string, {cwd, stdin}: Io): Promise<Uint8Array> =>
  name === '-' ? readAll(stdin) : readFrom(resolve(cwd, name));

const readFrom = (path: string): Uint8Array => {
  try {
    const reading = readArticleFile(path);
    if ('bytes' in reading) return Uint8Array.from(reading.bytes);
    throw new AppError('io', `${path} cannot be read: ${reading.refused}`);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = systemErrorCode(error) === 'ENOENT' ? 'nothing-found' : 'io';
    throw new AppError(code, `${path} cannot be read: ${systemReason(error)}`, {cause: error});
  }
};
