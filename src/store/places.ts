/** The folders and files that libraries are, each with a name of its own. */
import {realpathSync, statSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {AppError} from '../core/errors.ts';
import type {ListedLibrary} from '../core/listing/listing.ts';
import {field, type SafeField} from '../core/sanitize.ts';
import {type KnownFolders, type Scan, scanFolder} from './scan.ts';
import {systemErrorCode, systemReason} from './system-error.ts';

/** A folder of articles, or one file that is a library by itself. */
export interface LibraryPlace {
  /** Its folder's name unless given. */
  readonly name?: string;
  /** Absolute. */
  readonly path: string;
}

/** Two libraries never have the same name, or `name:id` would not tell them apart: the second is `news-2`. */
const distinctName = (wanted: SafeField, taken: ReadonlySet<SafeField>): SafeField => {
  const name = wanted || field('library');
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : field(`${name}-${number}`);
    if (!taken.has(candidate)) return candidate;
  }
};

const placeError = (path: string, error: unknown): AppError =>
  ['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')
    ? new AppError('usage', `no library at ${path}`, {hint: 'name a folder with Markdown files in it', cause: error})
    : new AppError('io', `the library ${path} cannot be read: ${systemReason(error)}`, {
        hint: 'see who may read it with "ls -ld"',
        cause: error,
      });

/** @throws {AppError} for a place that is not there, may not be read or is no library */
const reached = <Found>(path: string, find: () => Found): Found => {
  try {
    return find();
  } catch (error) {
    throw placeError(path, error);
  }
};

const isFolder = (path: string): boolean => {
  const stat = reached(path, () => statSync(path));
  if (stat.isDirectory()) return true;
  if (stat.isFile()) return false;
  throw new AppError('usage', `${path} is no folder`, {hint: 'name a folder with Markdown files in it'});
};

/**
 * Names the places. One that is given twice, by whatever path, is there once.
 * @throws {AppError} `usage` for a place that is not there or is no library, `io` for one that may not be read
 */
export const nameLibraries = (places: readonly LibraryPlace[]): ListedLibrary[] => {
  const names = new Set<SafeField>();
  const realPaths = new Set<string>();
  return places.flatMap(({name, path}) => {
    const realPath = reached(path, () => realpathSync(path));
    if (realPaths.has(realPath)) return [];
    realPaths.add(realPath);
    const distinct = distinctName(field(name ?? basename(path)), names);
    names.add(distinct);
    return [isFolder(path) ? {name: distinct, path} : {name: distinct, path: dirname(path), file: basename(path)}];
  });
};

/** The files of a library. @throws {AppError} `io` for one that may not be read */
export const scanLibrary = ({path, file}: ListedLibrary, known?: KnownFolders): Scan =>
  file === undefined
    ? reached(path, () => scanFolder(path, known))
    : {
        files: [{path: join(path, file), relativePath: file}],
        folders: [{relativePath: '', modified: 0, isKnown: false, isLink: false}],
        failures: [],
      };
