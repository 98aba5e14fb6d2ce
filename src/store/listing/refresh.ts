/**
 * Brings a listing up to date with the disk: folders that are as they were are not read, files that are as they were are
 * not opened. The reading is done file by file, so that a caller can show progress, keep what there is, or stop.
 */
import {statSync} from 'node:fs';
import {join} from 'node:path';
import type {Failure} from '../../core/library.ts';
import {composeListing, type KeptFile, type ReadFile} from '../../core/listing/compose.ts';
import {
  entryAt,
  flags,
  hasFlag,
  type ListedFolder,
  type ListedLibrary,
  type Listing,
  nameAt,
} from '../../core/listing/listing.ts';
import {field, type SafeField} from '../../core/sanitize.ts';
import {giveIds, usualId} from '../article-ids.ts';
import {scanLibrary} from '../places.ts';
import type {FoundFile, KnownFolders, Scan} from '../scan.ts';
import {readListedFile} from './file-reader.ts';
import {createRows} from './rows.ts';

/** A file whose time is this near to now may be written again without its time telling so. Milliseconds; FAT counts in twos of seconds. */
const unsettled = 2000;

export interface RefreshOptions {
  /** Milliseconds since 1970. */
  now(): number;
  /** Whether to look at the files too, for those that were written in place; folders tell of all others. */
  readonly looksAtFiles: boolean;
}

export interface Refresh {
  /** Files to be read. */
  readonly total: number;
  /** Files that were. */
  readonly done: number;
  /** Reads the next file. @returns whether there was one */
  step(): boolean;
  /** What is known by now; `from` itself where nothing is otherwise than there. */
  listing(): Listing;
  /** Positions in `from` of files that are gone, or changed. */
  readonly gone: readonly number[];
}

/** A file that has to be read. */
interface Wanted {
  readonly file: FoundFile;
  readonly folder: number;
  readonly library: ListedLibrary;
  id: SafeField;
  /** What was known of it. */
  readonly before: number | undefined;
}

interface Survey {
  readonly folders: ListedFolder[];
  readonly failures: Failure[];
  readonly kept: KeptFile[];
  readonly wanted: Wanted[];
}

/** The name of a file as a listing keeps it. */
const keptName = (file: FoundFile): string => {
  const {rawPath, relativePath} = file;
  if (rawPath === undefined) return relativePath.slice(relativePath.lastIndexOf('/') + 1);
  return `/${rawPath.subarray(rawPath.lastIndexOf(0x2f) + 1).toString('hex')}`;
};

const folderOf = (relativePath: string): string => relativePath.slice(0, Math.max(0, relativePath.lastIndexOf('/')));

const sameLibraries = (from: Listing, libraries: readonly ListedLibrary[]): boolean =>
  JSON.stringify(from.libraries) === JSON.stringify(libraries);

const keyOf = (library: number, path: string): string => `${library}/${path}`;

/** The folders of a listing by their libraries and paths. */
const indexOfFolders = (from: Listing) => {
  const byPath = new Map<string, number>();
  const children: {name: string; isLink: boolean}[][] = from.folders.map(() => []);
  for (const [index, {library, path}] of from.folders.entries()) byPath.set(keyOf(library, path), index);
  for (const {library, path, isLink} of from.folders) {
    const parent = path === '' ? undefined : byPath.get(keyOf(library, folderOf(path)));
    if (parent !== undefined) {
      children[parent]?.push({name: path.slice(path.lastIndexOf('/') + 1), isLink: isLink ?? false});
    }
  }
  return {
    find: (library: number, path: string): number | undefined => byPath.get(keyOf(library, path)),
    childrenOf: (folder: number) => children[folder] ?? [],
  };
};

/** The positions of the files in each folder of a listing, by a counting sort. */
const indexOfFiles = (from: Listing) => {
  const byPath = new Map<string, number>();
  for (const [index, {library, path}] of from.folders.entries()) byPath.set(keyOf(library, path), index);
  const starts = new Uint32Array(from.folders.length + 1);
  for (const folder of from.columns.folder) starts[folder + 1] = (starts[folder + 1] ?? 0) + 1;
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const next = starts.slice();
  const positions = new Uint32Array(from.length);
  for (const [position, folder] of from.columns.folder.entries()) {
    positions[next[folder] ?? 0] = position;
    next[folder] = (next[folder] ?? 0) + 1;
  }
  return (library: number, path: string): Uint32Array => {
    const folder = byPath.get(keyOf(library, path));
    return folder === undefined ? new Uint32Array() : positions.subarray(starts[folder], starts[folder + 1]);
  };
};

/** Whether a file is as it is known to be. */
const isAsKnown = (from: Listing, position: number, path: string | Buffer): boolean => {
  try {
    const stat = statSync(path, {throwIfNoEntry: false});
    return (
      stat !== undefined &&
      stat.mtimeMs === from.columns.modified[position] &&
      stat.size === from.columns.size[position]
    );
  } catch {
    return false;
  }
};

/** What the folders of each library say. */
const scanAll = (libraries: readonly ListedLibrary[], from: Listing | undefined): Scan[] => {
  const index = from && indexOfFolders(from);
  return libraries.map((library, number) => {
    const known: KnownFolders | undefined =
      index &&
      ((path, modified) => {
        const folder = index.find(number, path);
        return folder !== undefined && from?.folders[folder]?.modified === modified
          ? index.childrenOf(folder)
          : undefined;
      });
    return scanLibrary(library, known);
  });
};

/** Whether the folders alone tell that nothing has changed. */
const isUntouched = (scans: readonly Scan[], from: Listing | undefined): from is Listing =>
  from !== undefined &&
  scans.every(({folders}) => folders.every(({isKnown}) => isKnown)) &&
  scans.reduce((sum, {folders}) => sum + folders.length, 0) === from.folders.length &&
  from.columns.modified.every(modified => modified !== 0);

const surveyOf = (
  libraries: readonly ListedLibrary[],
  {scans, from}: {readonly scans: readonly Scan[]; readonly from: Listing | undefined},
  options: RefreshOptions,
): Survey => {
  const files = from && indexOfFiles(from);
  const now = options.now();
  const survey: Survey = {folders: [], failures: [], kept: [], wanted: []};
  for (const [number, library] of libraries.entries()) {
    const scan = scans[number] as Scan;
    survey.failures.push(...scan.failures);
    const folders = new Map<string, number>();
    for (const {relativePath, modified, isKnown, isLink} of scan.folders) {
      const folder = survey.folders.length;
      folders.set(relativePath, folder);
      const settled = now - modified < unsettled ? 0 : modified;
      survey.folders.push({library: number, path: relativePath, modified: settled, ...(isLink && {isLink})});
      if (!isKnown || files === undefined || from === undefined) continue;
      for (const position of files(number, relativePath)) {
        const isDoubtful = options.looksAtFiles || from.columns.modified[position] === 0;
        const name = nameAt(from, position);
        const file: FoundFile = {
          path: join(library.path, relativePath, name),
          relativePath: relativePath === '' ? name : `${relativePath}/${name}`,
        };
        if (!isDoubtful || isAsKnown(from, position, file.path)) survey.kept.push({position, folder});
        else survey.wanted.push({file, folder, library, id: entryAt(from, position).id, before: position});
      }
    }
    const knownNames = new Map<string, number>();
    for (const {relativePath, isKnown} of scan.folders) {
      if (isKnown || files === undefined || from === undefined) continue;
      for (const position of files(number, relativePath)) {
        knownNames.set(`${relativePath}/${nameAt(from, position)}`, position);
      }
    }
    for (const file of scan.files) {
      const path = folderOf(file.relativePath);
      const folder = folders.get(path) ?? 0;
      const before = knownNames.get(`${path}/${keptName(file)}`);
      if (before !== undefined && from && isAsKnown(from, before, file.rawPath ?? file.path)) {
        survey.kept.push({position: before, folder});
      } else {
        const id = before === undefined || from === undefined ? usualId(file) : entryAt(from, before).id;
        survey.wanted.push({file, folder, library, id, before});
      }
    }
  }
  survey.kept.sort((a, b) => a.position - b.position);
  return survey;
};

/** Whether no file that is new can want an id that another one has. */
const areIdsFree = (from: Listing, wanted: readonly Wanted[]): boolean => {
  if (from.libraries.length > 1) return false;
  for (let position = 0; position < from.length; position++) {
    if (hasFlag(from, position, flags.unusualId)) return false;
  }
  const lines = Buffer.from(from.lines.buffer, from.lines.byteOffset, from.lines.length);
  const seen = new Set<string>();
  return wanted.every(({id, before}) => {
    if (before !== undefined) return true;
    const isTaken = id === '' || seen.has(id) || lines.indexOf(`\n${id}\t`) !== -1 || lines.indexOf(`${id}\t`) === 0;
    seen.add(id);
    return !isTaken;
  });
};

/** Gives every file its id anew. */
const giveIdsAnew = (survey: Survey, libraries: readonly ListedLibrary[], from: Listing | undefined): void => {
  for (const [number] of libraries.entries()) {
    const kept = survey.kept.flatMap((file, place) =>
      from !== undefined && survey.folders[file.folder]?.library === number
        ? [{relativePath: pathOf(survey, from, file), place}]
        : [],
    );
    const wanted = survey.wanted.flatMap((one, place) =>
      survey.folders[one.folder]?.library === number ? [{relativePath: one.file.relativePath, place: -1 - place}] : [],
    );
    const byPath = (a: {relativePath: string}, b: {relativePath: string}) => (a.relativePath < b.relativePath ? -1 : 1);
    for (const [{relativePath, place}, id] of giveIds([...kept, ...wanted].sort(byPath))) {
      const one = survey.wanted[-1 - place];
      if (place < 0 && one) one.id = id;
      const file = survey.kept[place];
      if (file) survey.kept[place] = {...file, id, hasUnusualId: id !== usualId({relativePath})};
    }
  }
};

const pathOf = ({folders}: Survey, from: Listing, {folder, position}: KeptFile): string => {
  const path = folders[folder]?.path ?? '';
  return path === '' ? nameAt(from, position) : `${path}/${nameAt(from, position)}`;
};

const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const nothingToDo = (from: Listing): Refresh => ({
  total: 0,
  done: 0,
  step: () => false,
  listing: () => from,
  gone: [],
});

/**
 * Finds out what there is to read; reads nothing yet.
 * @param from what is known of the same libraries
 * @throws {AppError} `io` for a library that may not be read
 */
export const beginRefresh = (
  libraries: readonly ListedLibrary[],
  known: Listing | undefined,
  options: RefreshOptions,
): Refresh => {
  const from = known !== undefined && sameLibraries(known, libraries) ? known : undefined;
  const scans = scanAll(libraries, from);
  if (!options.looksAtFiles && isUntouched(scans, from)) return nothingToDo(from);
  const survey = surveyOf(libraries, {scans, from}, options);
  const {wanted, kept, folders, failures} = survey;
  const isOtherFiles =
    wanted.some(({before}) => before === undefined) ||
    kept.length + wanted.filter(({before}) => before !== undefined).length !== from?.length;
  if (isOtherFiles && !(from !== undefined && areIdsFree(from, wanted))) giveIdsAnew(survey, libraries, from);

  const rows = createRows(options.now, from);
  const unread = new Uint32Array(folders.length);
  for (const {folder} of wanted) unread[folder] = (unread[folder] ?? 0) + 1;
  const read: ReadFile[] = [];
  const settled: KeptFile[] = [];
  const refused: Failure[] = [];
  let done = 0;

  const step = (): boolean => {
    const next = wanted[done];
    if (next === undefined) return false;
    done++;
    const {file, folder, library, id, before} = next;
    const content = readListedFile(file, id, library.name);
    if ('refused' in content) {
      // Never counted down: its folder is looked into again the next time, and so the file.
      refused.push({path: field(file.path), message: field(content.refused)});
      return true;
    }
    unread[folder] = (unread[folder] ?? 0) - 1;
    const {article, hash, size} = content;
    const modified = options.now() - content.modified < unsettled ? 0 : content.modified;
    const hasUnusualId = id !== usualId(file);
    const isSame =
      before !== undefined &&
      from?.columns.hashHigh[before] === hash[0] &&
      from.columns.hashLow[before] === hash[1] &&
      hasFlag(from, before, flags.unusualId) === hasUnusualId;
    if (isSame) settled.push({position: before, folder, modified});
    else read.push({article, row: rows.next(), folder, name: keptName(file), size, modified, hash, hasUnusualId});
    return true;
  };

  const listing = (): Listing => {
    const all = [...kept, ...settled].sort((a, b) => a.position - b.position);
    const now = folders.map((folder, index) => (unread[index] === 0 ? folder : {...folder, modified: 0}));
    const told = [...failures, ...refused];
    const isAsItWas =
      from !== undefined &&
      read.length === 0 &&
      all.length === from.length &&
      all.every(
        ({modified, position, id}) =>
          id === undefined && (modified ?? from.columns.modified[position]) === from.columns.modified[position],
      ) &&
      sameJson(now, from.folders) &&
      sameJson(told, from.failures);
    if (isAsItWas) return from;
    const parts = {libraries, folders: now, failures: told, read, kept: all, from};
    return composeListing({stamp: rows.stamp(), ...parts});
  };

  return {
    total: wanted.length,
    get done() {
      return done;
    },
    step,
    listing,
    get gone() {
      const staying = new Set([...kept, ...settled].map(({position}) => position));
      return Array.from(from?.columns.row ?? [], (_, position) => position).filter(position => !staying.has(position));
    },
  };
};
