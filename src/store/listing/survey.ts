/** Compares what is on the disk with a listing: which of its files are as they were, and which have to be read. Opens none. */
import {statSync} from 'node:fs';
import type {Failure} from '../../core/library.ts';
import type {KeptFiles} from '../../core/listing/compose.ts';
import {entryAt, type ListedFolder, type ListedLibrary, type Listing, nameAt} from '../../core/listing/listing.ts';
import type {SafeField} from '../../core/sanitize.ts';
import {usualId} from '../article-ids.ts';
import {scanLibrary} from '../places.ts';
import type {FoundFile, KnownFolders, Scan} from '../scan.ts';
import {fileAt} from './article-at.ts';
import {type FolderIndex, folderOf} from './known-folders.ts';

/** A file whose time is this near to now may be written again without its time telling so. Milliseconds; FAT counts in twos of seconds. */
const unsettled = 2000;

/** The time of a file or folder as a listing keeps it: 0 where it may change without the time telling so. */
export const settledTime = (modified: number, now: number): number => (now - modified < unsettled ? 0 : modified);

/** A file that has to be read. */
export interface Wanted {
  readonly file: FoundFile;
  /** Index of its folder in the survey. */
  readonly folder: number;
  readonly library: ListedLibrary;
  readonly id: SafeField;
  /** Its position in the listing, where it was known. */
  readonly before: number | undefined;
}

export interface Survey {
  readonly folders: readonly ListedFolder[];
  readonly failures: readonly Failure[];
  /** Undefined where nothing was known. */
  readonly kept: KeptFiles | undefined;
  readonly wanted: readonly Wanted[];
}

/** The name of a file as a listing keeps it, see `names` there. */
export const keptName = ({rawPath, relativePath}: FoundFile, {path}: ListedLibrary): string =>
  rawPath === undefined
    ? relativePath.slice(relativePath.lastIndexOf('/') + 1)
    : `/${rawPath.subarray(Buffer.byteLength(path) + 1).toString('hex')}`;

/** Whether a file is as it is known to be. */
const isAsKnown = (from: Listing, position: number, {path, rawPath}: FoundFile): boolean => {
  try {
    const stat = statSync(rawPath ?? path, {throwIfNoEntry: false});
    return (
      stat !== undefined &&
      stat.mtimeMs === from.columns.modified[position] &&
      stat.size === from.columns.size[position]
    );
  } catch {
    return false;
  }
};

/** A listing to compare with. */
export interface Before {
  readonly from: Listing;
  readonly index: FolderIndex;
}

/** What the folders of each library say. */
export const scanAll = (libraries: readonly ListedLibrary[], before: Before | undefined): Scan[] =>
  libraries.map((library, number) => {
    const known: KnownFolders | undefined =
      before &&
      ((path, modified) => {
        const {from, index} = before;
        const folder = index.find(number, path);
        return folder !== undefined && from.folders[folder]?.modified === modified
          ? index.childrenOf(folder)
          : undefined;
      });
    return scanLibrary(library, known);
  });

/** Whether the folders alone tell that nothing has changed. */
export const isUntouched = (scans: readonly Scan[], from: Listing | undefined): from is Listing =>
  from !== undefined &&
  scans.every(({folders}) => folders.every(({isKnown}) => isKnown)) &&
  scans.reduce((sum, {folders}) => sum + folders.length, 0) === from.folders.length &&
  from.columns.modified.every(modified => modified !== 0);

export interface SurveyOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly looksAtFiles: boolean;
}

/** @param scans of the libraries, see `scanAll` */
export const surveyOf = (
  libraries: readonly ListedLibrary[],
  {scans, before}: {readonly scans: readonly Scan[]; readonly before: Before | undefined},
  {now, looksAtFiles}: SurveyOptions,
): Survey => {
  const folders: ListedFolder[] = [];
  const indexes = new Map<string, number>();
  /** Of the folders that were known: their index now, -1 for those that are gone; and whether they have to be looked into. */
  const nowAt = new Int32Array(before?.from.folders.length ?? 0).fill(-1);
  const isOpened = new Uint8Array(nowAt.length);
  for (const [library, scan] of scans.entries()) {
    for (const {relativePath, modified, isKnown, isLink} of scan.folders) {
      const known = before?.index.find(library, relativePath);
      if (known !== undefined) {
        nowAt[known] = folders.length;
        isOpened[known] = isKnown ? 0 : 1;
      }
      indexes.set(`${library}/${relativePath}`, folders.length);
      folders.push({
        ...{library, path: relativePath, modified: settledTime(modified, now)},
        ...(isLink && {isLink}),
      });
    }
  }

  const libraryOf = (folder: number) => libraries[folders[folder]?.library ?? 0] as ListedLibrary;
  const wanted: Wanted[] = [];
  const knownByName = new Map<string, number>();
  const isKept = new Uint8Array(before?.from.length ?? 0);
  const keepOrWant = (from: Listing, position: number, file: FoundFile, folder: number): void => {
    if (isAsKnown(from, position, file)) isKept[position] = 1;
    else wanted.push({file, folder, library: libraryOf(folder), id: entryAt(from, position).id, before: position});
  };

  const from = before?.from;
  for (let position = 0; from !== undefined && position < from.length; position++) {
    const known = from.columns.folder[position] ?? 0;
    const folder = nowAt[known] ?? -1;
    if (folder === -1) continue;
    if (isOpened[known] === 1) knownByName.set(`${folder}/${nameAt(from, position)}`, position);
    else if (!looksAtFiles && from.columns.modified[position] !== 0) isKept[position] = 1;
    else keepOrWant(from, position, fileAt(from, position), folder);
  }
  for (const [number, library] of libraries.entries()) {
    for (const file of scans[number]?.files ?? []) {
      const folder = indexes.get(`${number}/${folderOf(file.relativePath)}`) ?? 0;
      const position = knownByName.get(`${folder}/${keptName(file, library)}`);
      if (from !== undefined && position !== undefined) keepOrWant(from, position, file, folder);
      else wanted.push({file, folder, library, id: usualId(file), before: undefined});
    }
  }
  const kept = from && {from, positions: positionsOf(isKept), folders: nowAt, modified: new Map<number, number>()};
  return {folders, failures: scans.flatMap(({failures}) => failures), kept, wanted};
};

/** Those that are marked. */
export const positionsOf = (marks: Uint8Array): Int32Array => {
  const positions = new Int32Array(marks.length);
  let size = 0;
  for (let position = 0; position < marks.length; position++) if (marks[position] === 1) positions[size++] = position;
  return positions.slice(0, size);
};
