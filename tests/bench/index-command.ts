/** Has the index of a library made. */
import {join} from 'node:path';
import {type Environment, timeIntoPipe} from './program-runs.ts';

/** @returns milliseconds until the index of the library is complete */
export const makeIndex = (root: string, folder: string, env: Environment): Promise<number> =>
  timeIntoPipe([join(root, 'bin', 'newsprint.js'), 'index', '--library', folder], env);
