/** Moves files without ever writing over another one, and without a moment in which the file is nowhere. */
import {
  copyFileSync,
  constants as fileConstants,
  linkSync,
  lstatSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
} from 'node:fs';
import {systemErrorCode} from './system-error.ts';

/** A path; bytes for one that is no UTF-8. */
export type FilePath = string | Buffer;

/** Where a second name cannot be given to a file: another disk, or a file system without such names. */
const needsCopy: ReadonlySet<string | undefined> = new Set([
  'EXDEV',
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
]);

const copy = (from: FilePath, to: FilePath): void => {
  const {atime, mtime} = lstatSync(from);
  let isOurs = false;
  try {
    copyFileSync(from, to, fileConstants.COPYFILE_EXCL);
    isOurs = true;
    utimesSync(to, atime, mtime);
  } catch (error) {
    // What a full disk left of it; a file that was there before is not ours.
    if (isOurs || systemErrorCode(error) !== 'EEXIST') rmSync(to, {force: true});
    throw error;
  }
};

const duplicate = (from: FilePath, to: FilePath): void => {
  // The link itself, which `link` would follow on some systems.
  if (lstatSync(from).isSymbolicLink()) {
    symlinkSync(readlinkSync(from, {encoding: 'buffer'}), to);
    return;
  }
  try {
    linkSync(from, to);
  } catch (error) {
    if (!needsCopy.has(systemErrorCode(error))) throw error;
    copy(from, to);
  }
};

/**
 * Moves a file, a link itself and not what it leads to. It stays where it was when that fails.
 * @throws an error of the file system, `EEXIST` when something is at the goal
 */
export const moveFile = (from: FilePath, to: FilePath): void => {
  duplicate(from, to);
  try {
    unlinkSync(from);
  } catch (error) {
    rmSync(to, {force: true});
    throw error;
  }
};
