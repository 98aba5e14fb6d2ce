/**
 * The trash of the system: that of the freedesktop.org Trash specification 1.0, or that of macOS. Files are moved there, and
 * can be put back with whatever the desktop has for it.
 */
import {closeSync, lstatSync, openSync, realpathSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {userInfo} from 'node:os';
import {dirname, join} from 'node:path';
import {AppError} from '../core/errors.ts';
import {makeFolder} from './make-folder.ts';
import {type FilePath, moveFile} from './move-file.ts';
import {systemErrorCode} from './system-error.ts';

export interface TrashOptions {
  /** `$XDG_DATA_HOME`; absolute. */
  readonly dataHome: string;
  readonly home: string;
  readonly platform: string;
  now(): Date;
}

/**
 * Moves a file to the trash.
 * @param path absolute
 * @throws an error of the file system, `AppError` for a trash of somebody else; then the file is where it was
 */
export type Trash = (path: FilePath) => void;

/** How many names are tried for a file before something else must be wrong. */
const mostNames = 10_000;

/** A name with what the trash adds to it fits into the 255 bytes that a name may have. */
const longestName = 220;

const joined = (folder: string, name: Buffer): Buffer => Buffer.concat([Buffer.from(`${folder}/`), name]);

/** A path in its folder and its name, links in the folder followed: the trash outlives them. */
const placeOf = (path: FilePath): {readonly folder: string; readonly name: Buffer} => {
  const bytes = Buffer.from(path as string);
  const slash = bytes.lastIndexOf(0x2f);
  return {folder: realpathSync(bytes.subarray(0, slash).toString() || '/'), name: bytes.subarray(slash + 1)};
};

/** Cut before a character that would not fit whole. */
const shortened = (name: Buffer): Buffer => {
  if (name.length <= longestName) return name;
  let end = longestName;
  while (end > 0 && ((name[end] ?? 0) & 0xc0) === 0x80) end--;
  return name.subarray(0, end);
};

/** The name, then others like it: `rules.md`, `rules 2.md`. */
function* namesLike(name: Buffer): Generator<Buffer> {
  const short = shortened(name);
  yield short;
  const dot = short.lastIndexOf(0x2e);
  const end = dot > 0 ? dot : short.length;
  for (let number = 2; number < mostNames; number++) {
    yield Buffer.concat([short.subarray(0, end), Buffer.from(` ${number}`), short.subarray(end)]);
  }
}

const isThere = (path: FilePath): boolean => lstatSync(path, {throwIfNoEntry: false}) !== undefined;

const isTaken = (error: unknown): boolean => systemErrorCode(error) === 'EEXIST';

/** Tries names until one is free. @throws what `use` throws, unless it is that the name is taken */
const withFreeName = (name: Buffer, use: (free: Buffer) => void): void => {
  let taken: unknown;
  for (const free of namesLike(name)) {
    try {
      use(free);
      return;
    } catch (error) {
      if (!isTaken(error)) throw error;
      taken = error;
    }
  }
  throw taken;
};

const unreserved = /[A-Za-z0-9\-_.~/]/;

/** As a URL writes it, byte by byte. */
const encoded = (path: Buffer): string =>
  Array.from(path, byte => {
    const char = String.fromCharCode(byte);
    return unreserved.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');

/** `2022-07-10T12:00:00`, local time, as the specification asks for. */
const localTime = (time: Date): string => {
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day}T${[time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':')}`;
};

/** The nearest folder that is there: what is made below it comes onto the same disk. */
const existingAbove = (folder: string): string => {
  let above = folder;
  while (!isThere(above) && above !== dirname(above)) above = dirname(above);
  return above;
};

/** The highest folder of the disk that a folder is on. */
const topOf = (folder: string): string => {
  const {dev} = statSync(folder);
  let top = folder;
  while (top !== dirname(top) && statSync(dirname(top)).dev === dev) top = dirname(top);
  return top;
};

interface TrashFolder {
  readonly path: string;
  /** What the paths in it begin below; absent where they are absolute. */
  readonly top?: string;
}

/** The trash of a disk: in a folder that an administrator made for all, where that is safe, else in one of the user. */
const trashOfDisk = (folder: string): TrashFolder => {
  const top = topOf(folder);
  const {uid} = userInfo();
  const shared = join(top, '.Trash');
  const found = lstatSync(shared, {throwIfNoEntry: false});
  const isSafe = found?.isDirectory() === true && (found.mode & 0o1000) !== 0;
  return {path: isSafe ? join(shared, String(uid)) : join(top, `.Trash-${uid}`), top};
};

const trashFor = (folder: string, {dataHome}: TrashOptions): TrashFolder => {
  const isNear = statSync(existingAbove(dataHome)).dev === statSync(folder).dev;
  return isNear ? {path: join(dataHome, 'Trash')} : trashOfDisk(folder);
};

const pathBelow = (top: string | undefined, path: Buffer): Buffer =>
  top === undefined ? path : path.subarray(Buffer.byteLength(top === '/' ? top : `${top}/`));

/** Where others may write, too, somebody may have put something else in the place of our trash. @throws {AppError} */
const checkOwn = ({path, top}: TrashFolder): void => {
  if (top === undefined) return;
  const found = lstatSync(path);
  if (found.isDirectory() && found.uid === userInfo().uid) return;
  throw new AppError('io', `the trash ${path} is not yours`);
};

const freedesktopTrash =
  (options: TrashOptions): Trash =>
  path => {
    const {folder, name} = placeOf(path);
    const trash = trashFor(folder, options);
    const [files, infos] = ['files', 'info'].map(part => join(trash.path, part)) as [string, string];
    makeFolder(trash.path);
    checkOwn(trash);
    for (const part of [files, infos]) makeFolder(part);
    const origin = encoded(pathBelow(trash.top, joined(folder, name)));
    const text = `[Trash Info]\nPath=${origin}\nDeletionDate=${localTime(options.now())}\n`;
    withFreeName(name, free => {
      const info = Buffer.concat([joined(infos, free), Buffer.from('.trashinfo')]);
      // Whoever makes this file has the name, so it comes first.
      const opened = openSync(info, 'wx', 0o600);
      try {
        writeFileSync(opened, text);
        moveFile(path, joined(files, free));
      } catch (error) {
        rmSync(info, {force: true});
        throw error;
      } finally {
        closeSync(opened);
      }
    });
  };

const macTrash =
  ({home}: TrashOptions): Trash =>
  path =>
    withFreeName(placeOf(path).name, free => moveFile(path, joined(join(home, '.Trash'), free)));

export const createTrash = (options: TrashOptions): Trash =>
  options.platform === 'darwin' ? macTrash(options) : freedesktopTrash(options);
