/** Compares what is on the disk with a listing: which of its files are as they were, and which have to be read. Opens none. */
import {statSync} from 'node:fs';
import type {Failure} from '../../core/library.ts';
import type {KeptFile} from '../../core/listing/compose.ts';
import {entryAt, type ListedFolder, type ListedLibrary, type Listing, nameAt} from '../../core/listing/listing.ts';
import type {SafeField} from '../../core/sanitize.ts';
import {usualId} from '../article-ids.ts';
import {scanLibrary} from '../places.ts';
import type {FoundFile, KnownFolders, Scan} from '../scan.ts';
import {fileAt} from './article-at.ts';
import {folderOf, indexOfFiles, indexOfFolders} from './known-folders.ts';

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
  /** By their positions. */
  readonly kept: readonly KeptFile[];
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

/** What the folders of each library say. */
export const scanAll = (libraries: readonly ListedLibrary[], from: Listing | undefined): Scan[] => {
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
export const isUntouched = (scans: readonly Scan[], from: Listing | undefined): from is Listing =>
  from !== undefined &&
  scans.every(({folders}) => folders.every(({isKnown}) => isKnown)) &&
  scans.reduce((sum, {folders}) => sum + folders.length, 0) === from.folders.length &&
  from.columns.modified.every(modified => modified !== 0);

interface Before {
  readonly scans: readonly Scan[];
  readonly from: Listing | undefined;
}

export interface SurveyOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly looksAtFiles: boolean;
}

/** @param scans of the libraries, see `scanAll` */
export const surveyOf = (
  libraries: readonly ListedLibrary[],
  {scans, from}: Before,
  {now, looksAtFiles}: SurveyOptions,
): Survey => {
  const filesIn = from && indexOfFiles(from);
  const folders: ListedFolder[] = [];
  const kept: KeptFile[] = [];
  const wanted: Wanted[] = [];
  const knownIn = (library: number, path: string): Iterable<number> => filesIn?.(library, path) ?? [];

  const keepOrWant = (
    from: Listing,
    position: number,
    file: FoundFile,
    place: {folder: number; library: ListedLibrary},
  ) => {
    if (isAsKnown(from, position, file)) kept.push({position, folder: place.folder});
    else wanted.push({...place, file, id: entryAt(from, position).id, before: position});
  };

  for (const [number, library] of libraries.entries()) {
    const scan = scans[number] as Scan;
    const indexes = new Map<string, number>();
    const knownByName = new Map<string, number>();
    for (const {relativePath, modified, isKnown, isLink} of scan.folders) {
      const folder = folders.length;
      indexes.set(relativePath, folder);
      folders.push({
        library: number,
        path: relativePath,
        modified: settledTime(modified, now),
        ...(isLink && {isLink}),
      });
      if (from === undefined) continue;
      for (const position of knownIn(number, relativePath)) {
        if (!isKnown) knownByName.set(`${relativePath}/${nameAt(from, position)}`, position);
        else if (!looksAtFiles && from.columns.modified[position] !== 0) kept.push({position, folder});
        else keepOrWant(from, position, fileAt(from, position), {folder, library});
      }
    }
    for (const file of scan.files) {
      const path = folderOf(file.relativePath);
      const place = {folder: indexes.get(path) ?? 0, library};
      const before = knownByName.get(`${path}/${keptName(file, library)}`);
      if (before === undefined || from === undefined)
        wanted.push({...place, file, id: usualId(file), before: undefined});
      else keepOrWant(from, before, file, place);
    }
  }
  kept.sort((a, b) => a.position - b.position);
  return {folders, failures: scans.flatMap(({failures}) => failures), kept, wanted};
};
