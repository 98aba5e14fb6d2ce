/** Puts new files into a library: whole or not at all, over nothing that is there, and nowhere outside. */
import {randomUUID} from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import {join, sep} from 'node:path';
import {AppError} from '../../core/errors.ts';
import {moveFile} from '../move-file.ts';
import {systemErrorCode} from '../system-error.ts';

/** What a file is called until it is whole. */
const draftName = /^\.newsprint-[\da-f-]{36}$/;

/** How many names are tried before something else must be wrong. */
const mostNames = 10_000;

const isThere = (path: string): boolean => lstatSync(path, {throwIfNoEntry: false}) !== undefined;

/**
 * A folder of the library, made where it is not there. One that is a link to somewhere else is refused.
 * @param names of the folders below one another, none of them `..` or with a slash
 * @throws {AppError} `io` for a folder that leads out of the library; errors of the file system
 */
export const folderWithin = (library: string, names: readonly string[]): string => {
  const root = realpathSync(library);
  let folder = library;
  for (const name of names) {
    folder = join(folder, name);
    if (!isThere(folder)) makeOne(folder);
    const place = realpathSync(folder);
    if (place !== root && !place.startsWith(root.endsWith(sep) ? root : root + sep))
      throw new AppError('io', `${folder} leads out of the library`, {hint: 'it is a link; replace it by a folder'});
    if (!statSync(place).isDirectory())
      throw new AppError('io', `${folder} is no folder`, {hint: 'a file is in the way; move it elsewhere'});
  }
  return folder;
};

/** Another program may have made it meanwhile. */
const makeOne = (folder: string): void => {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  }
};

/** On the disk before it has its name: what a file is called it also holds. A name with a dot is no article to anybody. */
const writeDraft = (path: string, content: string | Uint8Array): void => {
  const file = openSync(path, 'wx', 0o666);
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

export interface NewFileOptions {
  /** Whether a file that has a name already is as good: another program may have written the same. */
  readonly isSame?: (path: string) => boolean;
}

export interface NewFile {
  /** Absolute. */
  readonly path: string;
  /** Whether it was written now. */
  readonly isNew: boolean;
}

/**
 * Writes a file under the first of the names that is free.
 * @param folder absolute, there already
 * @throws errors of the file system; then nothing is left behind
 */
export const writeNewFile = (
  folder: string,
  names: Iterable<string>,
  content: string | Uint8Array,
  {isSame = () => false}: NewFileOptions = {},
): NewFile => {
  const draft = join(folder, `.newsprint-${randomUUID()}`);
  try {
    writeDraft(draft, content);
    for (const path of pathsOf(folder, names)) {
      if (!isThere(path) && takesName(draft, path)) return {path, isNew: true};
      if (isSame(path)) return {path, isNew: false};
    }
    throw noNameFree(folder);
  } finally {
    rmSync(draft, {force: true});
  }
};

/** @returns whether it could: somebody else may have taken the name by then */
const takesName = (draft: string, path: string): boolean => {
  try {
    moveFile(draft, path);
    return true;
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
    return false;
  }
};

/** Milliseconds after which a draft is one that a killed run left behind. */
const oldDraft = 60 * 60 * 1000;

/** Takes away what killed runs left in a folder. @param now milliseconds since 1970 */
export const sweepDrafts = (folder: string, now: number): void => {
  for (const name of readdirSync(folder)) {
    if (!draftName.test(name)) continue;
    const path = join(folder, name);
    const stat = lstatSync(path, {throwIfNoEntry: false});
    if (stat?.isFile() && now - stat.mtimeMs > oldDraft) rmSync(path, {force: true});
  }
};

/** Where `writeNewFile` would put a file now. The folder need not be there. */
export const freePath = (folder: string, names: Iterable<string>): string => {
  for (const path of pathsOf(folder, names)) if (!isThere(path)) return path;
  throw noNameFree(folder);
};

function* pathsOf(folder: string, names: Iterable<string>): Generator<string> {
  let tried = 0;
  for (const name of names) {
    if (++tried > mostNames) return;
    yield join(folder, name);
  }
}

const noNameFree = (folder: string): AppError => new AppError('io', `no name is free for another file in ${folder}`);
