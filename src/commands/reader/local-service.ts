/** Answers the reader about a small library, in its own thread: in slices, where that takes longer than a frame. */
import {type FSWatcher, watch} from 'node:fs';
import {join} from 'node:path';
import {setImmediate as nextTurn} from 'node:timers/promises';
import type {LibraryIndex} from '../../core/library-index.ts';
import {createAnswers, type LibraryAnswers} from '../../core/library-questions.ts';
import type {ListedLibrary, Listing} from '../../core/listing/listing.ts';
import {openLibraryIndex} from '../../store/index/open-library.ts';
import {articleAt} from '../../store/listing/article-at.ts';
import {type ListingOptions, openListing} from '../../store/listing/open.ts';
import type {LibraryListener, LibraryService} from '../../tui/services.ts';
import {inSlices} from '../../tui/slices.ts';

export interface ServiceOptions {
  readonly libraries: readonly ListedLibrary[];
  readonly listing: Listing;
  readonly listingOptions: ListingOptions;
  /** Makes what the listener is told of. */
  published(listing: Listing, listener: LibraryListener): void;
}

/** Watching more folders costs the system more than looking at them now and then. */
const mostWatched = 300;

/** Milliseconds after a change until it is looked at: files are seldom written alone, or at once. */
const settleMs = 150;

interface Opened {
  readonly index: LibraryIndex;
  readonly answers: LibraryAnswers;
}

export const createLocalService = ({
  libraries,
  listing: first,
  listingOptions,
  published,
}: ServiceOptions): LibraryService => {
  let listing = first;
  let opened: Opened | undefined;
  let prepared: Promise<void> | undefined;
  let listener: LibraryListener | undefined;
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;

  const open = (): Opened => {
    if (opened !== undefined) return opened;
    const opening = openLibraryIndex(listing, listingOptions);
    let step = opening.next();
    while (!step.done) step = opening.next();
    const {index} = step.value;
    opened = {index, answers: createAnswers(listing, index, position => articleAt(listing, position))};
    return opened;
  };

  const prepare = async (): Promise<LibraryAnswers> => {
    const {index, answers} = open();
    prepared ??= inSlices(index.prepare());
    await prepared;
    // Also between two answers a key may have been pressed.
    await nextTurn();
    return answers;
  };

  const refresh = async ({isThorough = false}: {readonly isThorough?: boolean} = {}): Promise<void> => {
    const refreshing = openListing(libraries, {...listingOptions, isThorough}, listing);
    let step = refreshing.next();
    while (!step.done) {
      await nextTurn();
      step = refreshing.next();
    }
    const found = step.value.listing;
    if (found === listing) return;
    listing = found;
    opened = undefined;
    prepared = undefined;
    if (listener !== undefined) published(listing, listener);
    watchFolders();
  };

  const onChange = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh({isThorough: true}).catch(() => {}), settleMs);
    timer.unref();
  };

  const stopWatching = (): void => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };

  const watchFolders = (): void => {
    stopWatching();
    if (listing.folders.length > mostWatched) return;
    for (const {library, path} of listing.folders) {
      try {
        const watcher = watch(join(listing.libraries[library]?.path ?? '', path), {persistent: false}, onChange);
        // A folder that goes is seen in its parent.
        watcher.on('error', () => watcher.close());
        watchers.push(watcher);
      } catch {
        // No more can be watched: they are looked at now and then.
      }
    }
  };

  return {
    refresh,
    find: async question => open().answers.find(question),
    belonging: async (article, counts) => (await prepare()).belonging(article, counts),
    linkedBy: async article => open().answers.linkedBy(article),
    names: async (article, position) => open().answers.names(article, position),
    naming: async (key, limit) => open().answers.naming(key, limit),
    listen: one => {
      listener = one;
      watchFolders();
      // What changed before it was watched.
      onChange();
      return () => {
        listener = undefined;
        stopWatching();
      };
    },
  };
};
