/** `newsprint index`: looks at every file, and brings all that is kept about the library up to date. */
import {AppError, type ExitCode, exitCodes} from '../core/errors.ts';
import {type ListedLibrary, type Listing, relativePathAt} from '../core/listing/listing.ts';
import {
  type Fault,
  forgetIndex,
  type IndexProgress,
  type LibraryOptions,
  openLibraryIndex,
} from '../store/index/open-library.ts';
import {forgetListing, keptListing, type ListingOptions} from '../store/listing/open.ts';
import {systemReason} from '../store/system-error.ts';
import type {Command, Invocation} from './command.ts';
import {counted, countedArticles} from './counted.ts';
import {faultText} from './faults.ts';
import {hasOption} from './options.ts';
import {outputForm} from './output.ts';
import {withProgress} from './progress.ts';
import {reportProblems, tell} from './report.ts';
import {cacheOptions, openLibraries, openListed} from './session.ts';
import {openSettings} from './settings.ts';

export const index: Command = {
  name: 'index',
  summary: 'look at every file, and bring what is kept for fast answers up to date',
  args: [],
  options: [{name: 'rebuild', summary: 'throw away what is kept, and make it anew'}],
  run: async invocation => {
    const {io, options} = invocation;
    const began = io.now().getTime();
    const settings = await openSettings(io);
    const libraries = openLibraries(invocation, settings);
    const cache = cacheOptions(settings, io);
    const before = keptListing(libraries, cache);
    if (hasOption(options, 'rebuild')) forget(libraries, cache);
    const {listing, isKept} = openListed(libraries, settings, {io, isThorough: true});
    const {taken, fault} = takeIn(listing, cache, invocation);
    const counts: Counts = {
      articles: listing.length,
      read: Math.max(taken, newIn(listing, before)),
      gone: before === undefined ? 0 : goneFrom(before, listing),
    };
    if (fault === 'unwritable' || !isKept) throw new AppError('io', faultText.unwritable);
    if (fault !== undefined) tell(io, faultText[fault]);
    return report(counts, listing, {invocation, seconds: (io.now().getTime() - began) / 1000});
  },
};

interface Counts {
  readonly articles: number;
  /** Files that were new, or otherwise than they were known. */
  readonly read: number;
  /** Files that are no longer there. */
  readonly gone: number;
}

/** @throws {AppError} `io` where the disk does not let it */
const forget = (libraries: readonly ListedLibrary[], cache: ListingOptions): void => {
  try {
    forgetListing(libraries, cache);
    forgetIndex(libraries, cache);
  } catch (error) {
    throw new AppError('io', `${cache.cacheFolder} cannot be written: ${systemReason(error)}`, {cause: error});
  }
};

/** @returns how many articles the index lacked, and what is wrong with it */
const takeIn = (
  listing: Listing,
  cache: ListingOptions & LibraryOptions,
  {io}: Invocation,
): {readonly taken: number; readonly fault: Fault | undefined} => {
  let taken = 0;
  function* counting(): Generator<IndexProgress, Fault | undefined> {
    const work = openLibraryIndex(listing, cache);
    for (;;) {
      const step = work.next();
      if (step.done) {
        step.value.close();
        return step.value.fault;
      }
      taken = step.value.total;
      yield step.value;
    }
  }
  const fault = withProgress(counting(), 'indexing', io);
  return {taken, fault};
};

/** How many articles are here in a version that was not there. */
const newIn = ({columns}: Listing, before: Listing | undefined): number => {
  const known = new Set(before?.columns.row);
  return columns.row.reduce((count, row) => (known.has(row) ? count : count + 1), 0);
};

/** How many files of one listing the other has in no version. */
const goneFrom = (before: Listing, after: Listing): number => {
  const kept = new Set(after.columns.row);
  const lost = Array.from(before.columns.row, (row, position) => ({row, position})).filter(({row}) => !kept.has(row));
  if (lost.length === 0) return 0;
  const files = new Set(Array.from({length: after.length}, (_, position) => fileAt(after, position)));
  return lost.filter(({position}) => !files.has(fileAt(before, position))).length;
};

const fileAt = (listing: Listing, position: number): string =>
  `${listing.folders[listing.columns.folder[position] ?? 0]?.library}/${relativePathAt(listing, position)}`;

interface Ending {
  readonly invocation: Invocation;
  readonly seconds: number;
}

const report = (counts: Counts, {failures}: Listing, {invocation, seconds}: Ending): ExitCode => {
  const {io} = invocation;
  if (outputForm(invocation) === 'json') io.output.write(`${JSON.stringify({version: 1, ...counts})}\n`);
  const {articles, read, gone} = counts;
  tell(
    io,
    `${countedArticles(articles)}: ${counted(read)} new or changed, ${counted(gone)} gone; ${seconds.toFixed(1)} s`,
  );
  reportProblems(invocation, {articles: [], failures});
  return failures.length > 0 ? exitCodes.partial : exitCodes.done;
};
