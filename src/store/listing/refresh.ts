/**
 * Brings a listing up to date with the disk: folders that are as they were are not read, files that are as they were are
 * not opened. The reading is done file by file, so that a caller can show progress, keep what there is, or stop.
 */
import type {Failure} from '../../core/library.ts';
import {composeListing, type KeptFiles, type ReadFile} from '../../core/listing/compose.ts';
import {entryAt, type ListedLibrary, type Listing} from '../../core/listing/listing.ts';
import {field, type SafeField} from '../../core/sanitize.ts';
import {usualId} from '../article-ids.ts';
import {type Hash, readListedFile} from './file-reader.ts';
import {withIds} from './ids-anew.ts';
import {indexOfFolders} from './known-folders.ts';
import {createRows} from './rows.ts';
import {isUntouched, keptName, positionsOf, scanAll, settledTime, surveyOf, type Wanted} from './survey.ts';

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
  /** Whether there is something to be read, and an article that was known is no longer there: that may be a renamed one. */
  readonly mayBeRenamed: boolean;
}

const sameLibraries = (from: Listing, libraries: readonly ListedLibrary[]): boolean =>
  JSON.stringify(from.libraries) === JSON.stringify(libraries);

const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether a file that was read says what was known of it. */
const isSameVersion = (
  from: Listing,
  position: number,
  {hash, id}: {readonly hash: Hash; readonly id: SafeField},
): boolean =>
  from.columns.hashHigh[position] === hash[0] &&
  from.columns.hashLow[position] === hash[1] &&
  entryAt(from, position).id === id;

const nothingToDo = (from: Listing): Refresh => ({
  total: 0,
  done: 0,
  step: () => false,
  listing: () => from,
  mayBeRenamed: false,
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
  const before = from && {from, index: indexOfFolders(from)};
  const scans = scanAll(libraries, before);
  if (!options.looksAtFiles && isUntouched(scans, from)) return nothingToDo(from);
  const survey = surveyOf(libraries, {scans, before}, {now: options.now(), looksAtFiles: options.looksAtFiles});
  const {wanted, kept, folders, failures} = withIds(survey, libraries);

  const rows = createRows(options.now, from);
  const unread = new Uint32Array(folders.length);
  for (const {folder} of wanted) unread[folder] = (unread[folder] ?? 0) + 1;
  const read: ReadFile[] = [];
  /** Files that were read again and say what they said, by their positions; and when they were modified. */
  const settled = new Map<number, number>();
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
    const modified = settledTime(content.modified, options.now());
    if (from !== undefined && before !== undefined && isSameVersion(from, before, {hash, id})) {
      settled.set(before, modified);
    } else {
      const [name, hasUnusualId] = [keptName(file, library), id !== usualId(file)];
      read.push({article, row: rows.next(), folder, name, size, modified, hash, hasUnusualId});
    }
    return true;
  };

  const keptNow = (): KeptFiles | undefined => {
    if (kept === undefined || settled.size === 0) return kept;
    const isKept = new Uint8Array(kept.from.length);
    for (const position of kept.positions) isKept[position] = 1;
    for (const position of settled.keys()) isKept[position] = 1;
    return {...kept, positions: positionsOf(isKept), modified: settled};
  };

  const listing = (): Listing => {
    const all = keptNow();
    const now = folders.map((folder, index) => (unread[index] === 0 ? folder : {...folder, modified: 0}));
    const told = [...failures, ...refused];
    const isAsItWas =
      from !== undefined &&
      read.length === 0 &&
      all?.positions.length === from.length &&
      [...settled].every(([position, modified]) => modified === from.columns.modified[position]) &&
      sameJson(now, from.folders) &&
      sameJson(told, from.failures);
    if (isAsItWas) return from;
    return composeListing({stamp: rows.stamp(), libraries, folders: now, failures: told, read, kept: all});
  };

  return {
    total: wanted.length,
    get done() {
      return done;
    },
    step,
    listing,
    mayBeRenamed: kept !== undefined && wanted.length > 0 && losesIds(kept, wanted),
  };
};

/** Whether an id that was known is no longer there. */
const losesIds = ({from, positions}: KeptFiles, wanted: readonly Wanted[]): boolean => {
  const again = wanted.filter(({before}) => before !== undefined);
  return (
    positions.length + again.length < from.length || again.some(({before, id}) => entryAt(from, before ?? 0).id !== id)
  );
};
