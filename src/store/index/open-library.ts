/** The index of the libraries of a listing: in memory for a small one, else the database, brought up to the listing. */
import type {LibraryIndex} from '../../core/library-index.ts';
import type {ListedLibrary, Listing} from '../../core/listing/listing.ts';
import {createMemoryIndex} from '../../core/memory-index.ts';
import {articleAt, goneArticle, listedFileAt} from '../listing/article-at.ts';
import {cacheNameOf} from '../listing/file.ts';
import {NoSqliteError} from '../sqlite.ts';
import {createLibraryIndex} from './library-index.ts';
import {
  type IndexFault,
  isDamage,
  isUnwritable,
  type OpenedIndex,
  openIndex,
  openInMemory,
  removeIndex,
} from './open.ts';
import {indexParts} from './parts.ts';
import {type Preparation, prepareInPlace} from './prepare.ts';
import {type PrepareThreads, prepareInThreads} from './prepare-threads.ts';
import {syncIndex} from './sync.ts';

/** A library of so few articles is read in less time than a database takes to open and to be kept. */
const few = 300;

/** Whether a library needs no database. */
export const isSmall = ({length}: Pick<Listing, 'length'>): boolean => length <= few;

export interface LibraryOptions {
  readonly cacheFolder: string;
  readonly version: string;
  /** Where given, they read what is taken in. */
  readonly threads?: PrepareThreads;
}

export interface IndexProgress {
  readonly done: number;
  readonly total: number;
  /** Answers from what is taken in by now. */
  readonly index: LibraryIndex;
}

/** Why an index is not what it should be, or had to be made anew. */
export type Fault = IndexFault | 'no SQLite';

export interface OpenedLibraryIndex {
  readonly index: LibraryIndex;
  readonly fault: Fault | undefined;
  close(): void;
}

const inMemory = (listing: Listing, fault?: Fault): OpenedLibraryIndex => {
  const read = () =>
    Array.from({length: listing.length}, (_, at) => articleAt(listing, at) ?? goneArticle(listing, at));
  return {index: createMemoryIndex(listing, read), fault, close: () => {}};
};

/** The file of the database, whether or not there is one. */
export const indexFileOf = (libraries: readonly ListedLibrary[], {cacheFolder, version}: LibraryOptions): string =>
  `${cacheNameOf(cacheFolder, libraries, version)}.db`;

/** Throws the index away, to be made anew. */
export const forgetIndex = (libraries: readonly ListedLibrary[], options: LibraryOptions): void =>
  removeIndex(indexFileOf(libraries, options));

const preparationOf = (listing: Listing, {threads}: LibraryOptions): Preparation => {
  const inPlace = prepareInPlace(indexParts, position => articleAt(listing, position));
  if (threads === undefined) return inPlace;
  return prepareInThreads({
    ...{threads, inPlace},
    fileAt: position => listedFileAt(listing, position),
    sizeAt: position => listing.columns.size[position] ?? 0,
  });
};

/** Yields after every article that is taken in. */
function* stored(
  {database, fault}: OpenedIndex,
  listing: Listing,
  options: LibraryOptions,
): Generator<IndexProgress, OpenedLibraryIndex> {
  const read = (position: number) => articleAt(listing, position);
  const index = createLibraryIndex(database, listing, read);
  const syncOptions = {parts: indexParts, prepare: preparationOf(listing, options)};
  for (const {done, total} of syncIndex(database, listing, syncOptions)) yield {done, total, index};
  return {index, fault, close: database.close};
}

/** Yields while a large library is taken in, which may be stopped at any time and goes on with the next run. */
export function* openLibraryIndex(
  listing: Listing,
  options: LibraryOptions,
): Generator<IndexProgress, OpenedLibraryIndex> {
  if (isSmall(listing)) return inMemory(listing);
  const file = indexFileOf(listing.libraries, options);
  const indexOptions = {parts: indexParts, version: options.version};
  let isRepaired = false;
  for (;;) {
    let opened: OpenedIndex | undefined;
    try {
      opened = openIndex(file, indexOptions);
      return yield* stored(isRepaired ? {...opened, fault: 'damaged'} : opened, listing, options);
    } catch (error) {
      opened?.database.close();
      if (error instanceof NoSqliteError) return inMemory(listing, 'no SQLite');
      if (isDamage(error) && !isRepaired) {
        removeIndex(file);
        isRepaired = true;
      } else if (isUnwritable(error) || isDamage(error)) {
        return yield* stored(openInMemory(indexOptions), listing, options);
      } else throw error;
    }
  }
}
