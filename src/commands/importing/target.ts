/** The library that an import writes into. */
import {existsSync} from 'node:fs';
import {basename, resolve} from 'node:path';
import type {LibraryFolder} from '../../core/config.ts';
import {AppError} from '../../core/errors.ts';
import {makeFolder} from '../../store/make-folder.ts';
import {isFolder} from '../../store/paths.ts';
import {systemReason} from '../../store/system-error.ts';
import type {Invocation} from '../command.ts';
import {textOption} from '../options.ts';
import {chooseLibrary, openLibrary, type Session} from '../session.ts';
import type {Settings} from '../settings.ts';

export interface Target {
  /** Its folder, absolute. */
  readonly path: string;
  /** Makes it where it is not there. @throws {AppError} `io` where the disk does not let it */
  make(): void;
  /** The libraries among which a duplicate is looked for: those of the run, if it is one of them, else itself. Undefined while it is not there. */
  open(): Session | undefined;
}

/** @throws {AppError} for one that is not there, or is a file */
export const chooseTarget = (invocation: Invocation, settings: Settings): Target => {
  const {origin, folders} = chooseLibrary(invocation, settings);
  // What comes with the program belongs to it: who reads that has no library yet, and now gets one.
  const own: readonly LibraryFolder[] = origin === 'bundled articles' ? [{path: settings.paths.articles}] : folders;
  const into = textOption(invocation.options, 'into');
  const named = into === undefined ? own[0] : own.find(({name, path}) => into === (name ?? basename(path)));
  const path = named?.path ?? resolve(invocation.io.cwd, into ?? '');
  if (existsSync(path) ? !isFolder(path) : named === undefined) {
    throw new AppError('usage', `there is no library ${into ?? path}`, {
      hint: `--into takes a folder, or one of ${own.map(folder => folder.name ?? basename(folder.path)).join(', ')}`,
    });
  }
  const isOfRun = origin !== 'bundled articles' && folders.some(folder => folder.path === path);
  const {options} = invocation;
  const looked = isOfRun ? invocation : {...invocation, options: {...options, library: [path]}};
  return {
    path,
    make: () => makeLibrary(path),
    open: () => (existsSync(path) ? openLibrary(looked, settings) : undefined),
  };
};

const makeLibrary = (path: string): void => {
  try {
    makeFolder(path);
  } catch (error) {
    throw new AppError('io', `the library ${path} cannot be made: ${systemReason(error)}`, {cause: error});
  }
};
