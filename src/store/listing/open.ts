/** The listing of some libraries as they are on the disk now: from the file that keeps it, brought up to date. */
import {rmSync} from 'node:fs';
import type {ListedLibrary, Listing} from '../../core/listing/listing.ts';
import {cacheNameOf, lastChecked, loadListing, noteChecked, saveListing} from './file.ts';
import {beginRefresh, type Refresh} from './refresh.ts';

/** Of so few files each is looked at every time: it takes some milliseconds. */
const always = 2000;

/** Of more files the folders are looked at every time, and each file when that was not done for so long. Milliseconds. */
const patience = 60_000;

/** A listing in the making is kept this often, so that little of the reading is lost when it is stopped. Milliseconds. */
const keepEvery = 5000;

export interface ListingOptions {
  /** Absolute. */
  readonly cacheFolder: string;
  /** Of newsprint: what another version read may be read otherwise now. */
  readonly version: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Looks at every file, however recently that was done. */
  readonly isThorough?: boolean;
}

export interface OpenedListing {
  readonly listing: Listing;
  /** Whether it is kept, so that the next run finds it. */
  readonly isKept: boolean;
  /** Whether it is otherwise than what was kept or known. */
  readonly isNew: boolean;
  /** Whether files came, and others went: some may have been renamed. */
  readonly mayBeRenamed: boolean;
}

export interface ReadingProgress {
  readonly done: number;
  readonly total: number;
  /** What is known by now. */
  listing(): Listing;
}

const isDue = ({length}: Listing, checked: number, {now, isThorough = false}: ListingOptions): boolean => {
  const age = now() - checked;
  // A check in the future was made by another clock.
  return isThorough || length <= always || age < 0 || age > patience;
};

type FileOptions = Pick<ListingOptions, 'cacheFolder' | 'version'>;

/** The file it is kept in, whether or not there is one. */
export const listingFileOf = (libraries: readonly ListedLibrary[], {cacheFolder, version}: FileOptions): string =>
  `${cacheNameOf(cacheFolder, libraries, version)}.list`;

/** What was kept, whether or not it still holds. */
export const keptListing = (libraries: readonly ListedLibrary[], options: ListingOptions): Listing | undefined =>
  loadListing(listingFileOf(libraries, options))?.listing;

/** Throws away what was kept, so that every file is read again. */
export const forgetListing = (libraries: readonly ListedLibrary[], options: FileOptions): void =>
  rmSync(listingFileOf(libraries, options), {force: true});

/**
 * Yields after every file that is read.
 * @param known what is known already, in place of what is kept
 * @throws {AppError} `io` for a library that may not be read
 */
export function* openListing(
  libraries: readonly ListedLibrary[],
  options: ListingOptions,
  known?: Listing,
): Generator<ReadingProgress, OpenedListing> {
  const {now} = options;
  const file = listingFileOf(libraries, options);
  const kept = known === undefined ? loadListing(file) : {listing: known, checked: lastChecked(file)};
  const looksAtFiles = kept !== undefined && isDue(kept.listing, kept.checked, options);
  const began = now();
  const refresh = beginRefresh(libraries, kept?.listing, {now, looksAtFiles});
  yield* read(refresh, {file, now});
  const listing = refresh.listing();
  if (listing === kept?.listing) {
    if (looksAtFiles) noteChecked(file, began);
    return {listing, isKept: true, isNew: false, mayBeRenamed: false};
  }
  const checked = looksAtFiles || kept === undefined ? began : kept.checked;
  const {mayBeRenamed} = refresh;
  return {listing, isKept: saveListing(file, listing, checked), isNew: true, mayBeRenamed};
}

function* read(
  refresh: Refresh,
  {file, now}: {readonly file: string; now(): number},
): Generator<ReadingProgress, void> {
  let keepAt = now() + keepEvery;
  while (refresh.step()) {
    yield refresh;
    if (now() < keepAt || refresh.done === refresh.total) continue;
    saveListing(file, refresh.listing(), 0);
    keepAt = now() + keepEvery;
  }
}
