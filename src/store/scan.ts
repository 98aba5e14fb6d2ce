/** Finds the files of a library: what is an article by its name, below a folder, in an order that is always the same. */
import {type Dirent, readdirSync, realpathSync, statSync} from 'node:fs';
import {sep} from 'node:path';
import {articleExtension} from '../core/article-path.ts';
import type {Failure} from '../core/library.ts';
import {field} from '../core/sanitize.ts';
import {systemReason} from './system-error.ts';

export interface FoundFile {
  /** Absolute; with U+FFFD for bytes that are no UTF-8. */
  readonly path: string;
  /** Below the folder, `/` between segments. */
  readonly relativePath: string;
  /** The path as bytes, where text can't say it. */
  readonly rawPath?: Buffer;
}

/** A folder that was looked into. */
export interface FoundFolder {
  /** Below the library, `/` between segments; empty for the library itself. */
  readonly relativePath: string;
  /**
   * When an entry of it was last added, removed or renamed, in milliseconds since 1970; 0 where that does not tell all:
   * something in it could not be read, has a name that text can't say, or is a link to a folder that was met elsewhere.
   */
  readonly modified: number;
  /** Whether it is as it was known to be; then its files are not among those found. */
  readonly isKnown: boolean;
  readonly isLink: boolean;
}

/** What an earlier scan found: the folders below a folder, if that is as it was. */
export type KnownFolders = (
  relativePath: string,
  modified: number,
) => readonly {readonly name: string; readonly isLink: boolean}[] | undefined;

export interface Scan {
  readonly files: readonly FoundFile[];
  readonly folders: readonly FoundFolder[];
  readonly failures: readonly Failure[];
}

interface Folder {
  readonly path: string;
  readonly relativePath: string;
  /** Without links: the same folder has the same one, wherever it is met. */
  readonly realPath: string;
  readonly rawPath?: Buffer;
  readonly isLink: boolean;
}

interface Walk {
  readonly root: Folder;
  readonly known: KnownFolders | undefined;
  readonly files: FoundFile[];
  readonly found: FoundFolder[];
  readonly failures: Failure[];
  /** Real paths of the folders that were entered. */
  readonly entered: Set<string>;
  /** Folders with a link that was not followed, since its goal was entered already: it is when the other way there is gone. */
  readonly waiting: Set<string>;
  /** Folders to enter, and those that links lead to, which come last: a folder is listed where it is, not where it is linked. */
  readonly folders: Folder[];
  readonly linked: Folder[];
}

/** What an entry of a folder is, links followed; `'lost'` is a link that leads nowhere, which was told. */
type EntryKind = 'file' | 'folder' | 'other' | 'lost';

interface Entry {
  readonly name: string;
  /** As bytes, where the name is no UTF-8. */
  readonly rawName?: Buffer;
  readonly kind: EntryKind;
  readonly isLink: boolean;
}

const unreadable = '\ufffd';

const kindOf = (entry: {isFile(): boolean; isDirectory(): boolean}): EntryKind =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';

const fail = ({failures}: Walk, path: string, message: string): void => {
  failures.push({path: field(path), message: field(message)});
};

/**
 * Where something below a folder is. Not `join`, which looks at every letter for what is not there.
 * @param folder absolute and normal, as `resolve` gives it
 * @param relativePath without `.` and `..`, `/` between segments
 */
export const pathBelow = (folder: string, relativePath: string): string =>
  (folder.endsWith(sep) ? folder : folder + sep) + (sep === '/' ? relativePath : relativePath.replaceAll('/', sep));

const joinRaw = (folder: Folder, rawName: Buffer): Buffer =>
  Buffer.concat([folder.rawPath ?? Buffer.from(folder.path), Buffer.from(sep), rawName]);

const locate = (
  folder: Folder,
  entry: {readonly name: string; readonly rawName?: Buffer},
): Omit<Folder, 'realPath' | 'isLink'> => {
  const rawName = entry.rawName ?? (folder.rawPath && Buffer.from(entry.name));
  return {
    path: pathBelow(folder.path, entry.name),
    relativePath: folder.relativePath === '' ? entry.name : `${folder.relativePath}/${entry.name}`,
    ...(rawName && {rawPath: joinRaw(folder, rawName)}),
  };
};

/** Hidden files and folders, those of Obsidian and git among them, and other people's readmes. */
const isSkipped = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

const linkFault = (error: unknown): string => {
  const reason = systemReason(error);
  return reason === 'there is no such file' ? 'the link leads nowhere' : reason;
};

/** Follows a link far enough to say what it leads to. */
const followed = (walk: Walk, folder: Folder, name: string, rawName: Buffer | undefined): EntryKind => {
  const {path, rawPath} = locate(folder, {name, ...(rawName && {rawName})});
  try {
    return kindOf(statSync(rawPath ?? path));
  } catch (error) {
    fail(walk, path, linkFault(error));
    return 'lost';
  }
};

const entryOf = (walk: Walk, folder: Folder, dirent: Dirent<string> | Dirent<Buffer>): Entry => {
  const rawName = typeof dirent.name === 'string' ? undefined : dirent.name;
  const name = String(dirent.name);
  const isLink = dirent.isSymbolicLink();
  const kind = isSkipped(name) ? 'other' : isLink ? followed(walk, folder, name, rawName) : kindOf(dirent);
  return {name, kind, isLink, ...(rawName?.equals(Buffer.from(name)) === false && {rawName})};
};

const byName = (a: Pick<Entry, 'name'>, b: Pick<Entry, 'name'>): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

/** The entries of a folder by name. Names are asked for as bytes only where one is no UTF-8: that is rare, and slower. */
const entriesOf = (walk: Walk, folder: Folder): Entry[] => {
  const path = folder.rawPath ?? folder.path;
  const dirents = readdirSync(path, {withFileTypes: true});
  const all = dirents.some(({name}) => name.includes(unreadable))
    ? readdirSync(path, {withFileTypes: true, encoding: 'buffer'}).map(dirent => entryOf(walk, folder, dirent))
    : dirents.map(dirent => entryOf(walk, folder, dirent));
  return all.filter(({name}) => !isSkipped(name)).sort(byName);
};

/** A link to a folder around the library would bring in the whole disk. */
const isAround = (realPath: string, root: Folder): boolean =>
  root.realPath === realPath || root.realPath.startsWith(realPath.endsWith(sep) ? realPath : realPath + sep);

const meetFolder = (walk: Walk, folder: Folder, entry: Pick<Entry, 'name' | 'rawName' | 'isLink'>): void => {
  const place = locate(folder, entry);
  if (!entry.isLink) {
    walk.folders.push({...place, realPath: pathBelow(folder.realPath, entry.name), isLink: false});
    return;
  }
  try {
    const realPath = String(realpathSync(place.rawPath ?? place.path));
    if (!isAround(realPath, walk.root)) walk.linked.push({...place, realPath, isLink: true});
  } catch (error) {
    fail(walk, place.path, linkFault(error));
  }
};

const meetFile = (walk: Walk, folder: Folder, entry: Entry): void => {
  if (articleExtension(entry.name) === undefined) return;
  const place = locate(folder, entry);
  if (entry.kind === 'file') walk.files.push(place);
  if (entry.kind === 'other') fail(walk, place.path, 'no regular file');
};

const enter = (walk: Walk, folder: Folder): void => {
  const {relativePath, isLink, rawPath} = folder;
  if (walk.entered.has(folder.realPath)) {
    walk.waiting.add(relativePath.slice(0, Math.max(0, relativePath.lastIndexOf('/'))));
    return;
  }
  walk.entered.add(folder.realPath);
  // Asked before it is read: what changes in between is seen the next time.
  const modified = statSync(rawPath ?? folder.path).mtimeMs;
  const known = rawPath === undefined ? walk.known?.(relativePath, modified) : undefined;
  const before = walk.failures.length;
  if (known !== undefined) {
    // In the order of a folder that is read, so that of two links to one folder always the same is followed.
    for (const entry of [...known].sort(byName)) meetFolder(walk, folder, entry);
    walk.found.push({relativePath, modified: walk.failures.length === before ? modified : 0, isKnown: true, isLink});
    return;
  }
  const entries = entriesOf(walk, folder);
  for (const entry of entries) {
    if (entry.kind === 'folder') meetFolder(walk, folder, entry);
    else meetFile(walk, folder, entry);
  }
  const tellsAll =
    rawPath === undefined && walk.failures.length === before && entries.every(({rawName}) => rawName === undefined);
  walk.found.push({relativePath, modified: tellsAll ? modified : 0, isKnown: false, isLink});
};

const tryToEnter = (walk: Walk, folder: Folder): void => {
  try {
    enter(walk, folder);
  } catch (error) {
    fail(walk, folder.path, systemReason(error));
    walk.found.push({relativePath: folder.relativePath, modified: 0, isKnown: false, isLink: folder.isLink});
  }
};

/**
 * All files below a folder that are articles by their names, sorted by path. Links are followed, each folder is entered
 * once; dot-folders and `node_modules` are not. No file is opened. What can't be looked into is a failure.
 * @param path absolute
 * @param known spares reading folders that are as they were; their files are left out
 * @throws errors of the file system for the folder itself
 */
export const scanFolder = (path: string, known?: KnownFolders): Scan => {
  const root: Folder = {path, relativePath: '', realPath: realpathSync(path), isLink: false};
  const walk: Walk = {
    ...{root, known, files: [], found: [], failures: []},
    ...{entered: new Set(), waiting: new Set(), folders: [], linked: []},
  };
  enter(walk, root);
  const next = () => walk.folders.pop() ?? walk.linked.shift();
  for (let folder = next(); folder !== undefined; folder = next()) tryToEnter(walk, folder);
  walk.files.sort((a, b) => (a.relativePath < b.relativePath ? -1 : a.relativePath > b.relativePath ? 1 : 0));
  const folders = walk.found.map(found => (walk.waiting.has(found.relativePath) ? {...found, modified: 0} : found));
  return {files: walk.files, folders, failures: walk.failures};
};
