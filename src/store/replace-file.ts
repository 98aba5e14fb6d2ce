/** Replaces a file as a whole: whoever reads it sees what was there or what is there now, also after a crash. */
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import {basename, dirname, join, resolve} from 'node:path';

/** Links behind links. */
const mostLinks = 40;

/** The file that a path leads to, which need not be there: a link of the user stays one. */
const goalOf = (path: string): string => {
  let goal = path;
  for (let links = 0; links < mostLinks; links++) {
    if (lstatSync(goal, {throwIfNoEntry: false})?.isSymbolicLink() !== true) return goal;
    goal = resolve(dirname(goal), readlinkSync(goal));
  }
  // Reading it tells that it leads in a circle.
  statSync(path);
  return goal;
};

/** Who may read it stays as it was. */
const modeOf = (path: string): number | undefined => {
  const mode = statSync(path, {throwIfNoEntry: false})?.mode;
  return mode === undefined ? undefined : mode & 0o777;
};

/**
 * Only one at a time may replace a file: the draft has always the same name, so that what a killed program left is not
 * there twice.
 * @param path absolute; its folder is there
 * @throws errors of the file system; then the file is as it was
 */
export const replaceFile = (path: string, content: string | Uint8Array): void => {
  const goal = goalOf(path);
  const draft = join(dirname(goal), `.${basename(goal)}.draft`);
  rmSync(draft, {force: true});
  try {
    writeWhole(draft, typeof content === 'string' ? Buffer.from(content) : content, modeOf(goal) ?? 0o600);
    renameSync(draft, goal);
  } catch (error) {
    rmSync(draft, {force: true});
    throw error;
  }
};

const writeWhole = (path: string, bytes: Uint8Array, mode: number): void => {
  const file = openSync(path, 'wx', mode);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};
