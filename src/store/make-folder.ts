/** Makes folders for what newsprint keeps. */
import {mkdirSync, statSync} from 'node:fs';
import {dirname} from 'node:path';
import {systemErrorCode} from './system-error.ts';

/**
 * With all folders above it, for nobody else to look into; one that is there stays as it is. Step by step: where a parent
 * is there and still nothing can be made in it (below `/proc`, or a home that is not mounted), Node's own way tries for ever.
 * @param path absolute
 * @throws errors of the file system
 */
export const makeFolder = (path: string): void => {
  try {
    makeOne(path);
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    makeFolder(dirname(path));
    makeOne(path);
  }
};

const makeOne = (path: string): void => {
  try {
    mkdirSync(path, {mode: 0o700});
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST' || !statSync(path).isDirectory()) throw error;
  }
};
