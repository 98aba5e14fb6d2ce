/** Whether this newsprint keeps an index, and how to have it made. */
import {join} from 'node:path';
import {commands} from '../../src/commands/table.ts';
import {type Environment, timeIntoPipe} from './program-runs.ts';

export const hasIndex: boolean = commands.some(({name}) => name === 'index');

export const noIndex = 'this newsprint has no command "index"';

/** @returns milliseconds until the index of the library is complete */
export const makeIndex = (root: string, folder: string, env: Environment): Promise<number> =>
  timeIntoPipe([join(root, 'bin', 'newsprint.js'), 'index', '--library', folder], env);
