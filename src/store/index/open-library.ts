/** The index of the libraries of a listing: in memory for a small one, else the database, brought up to the listing. */
import {basename, join} from 'node:path';
import type {Article} from '../../core/article.ts';
import type {LibraryIndex} from '../../core/library-index.ts';
import {
  entryAt,
  flags,
  hasFlag,
  type Listing,
  libraryAt,
  nameAt,
  relativePathAt,
  sectionAt,
} from '../../core/listing/listing.ts';
import {createMemoryIndex} from '../../core/memory-index.ts';
import {namesOf} from '../../core/names.ts';
import {cacheNameOf} from '../listing/file.ts';
import {readListedFile} from '../listing/file-reader.ts';
import {type Database, NoSqliteError} from '../sqlite.ts';
import {createLibraryIndex} from './library-index.ts';
import {namesPart} from './names.ts';
import {type IndexFault, isDamage, openIndex, removeIndex} from './open.ts';
import type {IndexPart} from './part.ts';
import {relatedPart} from './related.ts';
import {syncIndex} from './sync.ts';
import {wordsPart} from './words.ts';

/** A library of so few articles is read in less time than a database takes to open and to be kept. */
const small = 300;

const parts: readonly IndexPart[] = [wordsPart(namesOf), namesPart, relatedPart];

export interface LibraryOptions {
  readonly cacheFolder: string;
  readonly version: string;
}

export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** Why an index is not what it should be, or had to be made anew. */
export type Fault = IndexFault | 'no SQLite';

export interface OpenedLibraryIndex {
  readonly index: LibraryIndex;
  readonly fault: Fault | undefined;
  close(): void;
}

/** The absolute path of the file at a position. */
export const pathAt = (listing: Listing, position: number): string =>
  join(libraryAt(listing, position).path, relativePathAt(listing, position));

/**
 * The article at a position, read from its file.
 * @returns why it can't be read, where it can't
 */
export const readAt = (listing: Listing, position: number): Article | {readonly refused: string} => {
  const {id, library} = entryAt(listing, position);
  const name = nameAt(listing, position);
  const relativePath = relativePathAt(listing, position);
  const path = join(libraryAt(listing, position).path, relativePath);
  // See `names` of a listing: the bytes of a name that is no UTF-8.
  const rawPath = name.startsWith('/')
    ? Buffer.concat([Buffer.from(path.slice(0, -basename(path).length)), Buffer.from(name.slice(1), 'hex')])
    : undefined;
  const content = readListedFile({path, relativePath, ...(rawPath && {rawPath})}, id, library);
  if ('refused' in content) return content;
  const section = sectionAt(listing, position);
  const {article} = content;
  return section === undefined || section === article.section ? article : {...article, section};
};

const articleAt = (listing: Listing, position: number): Article | undefined => {
  const read = readAt(listing, position);
  return 'refused' in read ? undefined : read;
};

/** Of a file that has gone since it was listed, what the listing says. */
const goneArticle = (listing: Listing, position: number): Article => {
  const {id, library, title, section} = entryAt(listing, position);
  return {
    ...{
      id,
      library,
      title,
      path: pathAt(listing, position),
      titleFrom: 'file-name',
      authors: [],
      tags: [],
      related: [],
    },
    ...{isHidden: hasFlag(listing, position, flags.hidden), problems: [], body: ''},
    ...(section !== undefined && {section}),
  };
};

const inMemory = (listing: Listing, fault?: Fault): OpenedLibraryIndex => {
  const read = () =>
    Array.from({length: listing.length}, (_, at) => articleAt(listing, at) ?? goneArticle(listing, at));
  return {index: createMemoryIndex(listing, read), fault, close: () => {}};
};

const fileOf = (listing: Listing, {cacheFolder, version}: LibraryOptions): string =>
  `${cacheNameOf(cacheFolder, listing.libraries, version)}.db`;

/** Throws the index away, to be made anew. */
export const forgetIndex = (listing: Listing, options: LibraryOptions): void => removeIndex(fileOf(listing, options));

/** Yields after every article that is taken in. */
function* stored(
  database: Database,
  listing: Listing,
  fault: IndexFault | undefined,
): Generator<IndexProgress, OpenedLibraryIndex> {
  const read = (position: number) => articleAt(listing, position);
  yield* syncIndex(database, listing, {parts, readArticle: read});
  return {index: createLibraryIndex(database, listing, read), fault, close: database.close};
}

/** Yields while a large library is taken in, which may be stopped at any time and goes on with the next run. */
export function* openLibraryIndex(
  listing: Listing,
  options: LibraryOptions,
): Generator<IndexProgress, OpenedLibraryIndex> {
  if (listing.length <= small) return inMemory(listing);
  const file = fileOf(listing, options);
  try {
    const {database, fault} = openIndex(file, {parts, version: options.version});
    try {
      return yield* stored(database, listing, fault);
    } catch (error) {
      if (!isDamage(error)) throw error;
      database.close();
      removeIndex(file);
      const anew = openIndex(file, {parts, version: options.version});
      return yield* stored(anew.database, listing, 'damaged');
    }
  } catch (error) {
    if (error instanceof NoSqliteError) return inMemory(listing, 'no SQLite');
    throw error;
  }
}
