/** What a run works on: the configuration, and the library that it, the options or the environment name. */
import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import type {Article} from '../core/article.ts';
import type {LibraryFolder} from '../core/config.ts';
import {AppError} from '../core/errors.ts';
import {late} from '../core/late.ts';
import type {LibraryIndex} from '../core/library-index.ts';
import type {ListedLibrary, Listing} from '../core/listing/listing.ts';
import type {LibraryOptions} from '../store/index/open-library.ts';
import {pathAt, readAt} from '../store/listing/article-at.ts';
import {type ListingOptions, type OpenedListing, openListing} from '../store/listing/open.ts';
import {holdsAnything} from '../store/paths.ts';
import {nameLibraries} from '../store/places.ts';
import type {Invocation, Io} from './command.ts';
import {openState} from './kept-state.ts';
import {listOption} from './options.ts';
import {withProgress} from './progress.ts';
import {followRenames} from './renames.ts';
import {errorLine, tell} from './report.ts';
import {openSessionIndex} from './session-index.ts';
import {openSettings, type Settings} from './settings.ts';

/** Who named the library, first to last. */
export type LibraryOrigin = '--library' | 'NEWSPRINT_LIBRARY' | 'config.yaml' | 'data folder' | 'bundled articles';

export interface ChosenLibrary {
  readonly origin: LibraryOrigin;
  readonly folders: readonly LibraryFolder[];
}

export const chooseLibrary = ({options, io}: Invocation, {paths, config}: Settings): ChosenLibrary => {
  const absolute = (folder: LibraryFolder, base: string): LibraryFolder => ({
    ...folder,
    path: resolve(base, expandHome(folder.path, paths.home)),
  });
  const given = listOption(options, 'library').map(path => absolute({path}, io.cwd));
  if (given.length > 0) return {origin: '--library', folders: given};
  const named = (io.env.NEWSPRINT_LIBRARY ?? '').split(':').filter(path => path !== '');
  if (named.length > 0) return {origin: 'NEWSPRINT_LIBRARY', folders: named.map(path => absolute({path}, io.cwd))};
  if (config.libraries !== undefined) {
    return {origin: 'config.yaml', folders: config.libraries.map(folder => absolute(folder, paths.configFolder))};
  }
  if (holdsAnything(paths.articles)) return {origin: 'data folder', folders: [{path: paths.articles}]};
  return {origin: 'bundled articles', folders: [{name: 'newsprint', path: io.bundledArticles}]};
};

const expandHome = (path: string, home: string): string =>
  path === '~' || path.startsWith('~/') ? `${home}${path.slice(1)}` : path;

export interface Session {
  readonly settings: Settings;
  readonly origin: LibraryOrigin;
  readonly listing: Listing;
  /** @throws {AppError} `io` when its file can't be read by now */
  read(position: number): Article;
  /** What answers more than the listing can; a large library is taken in first, with progress. */
  index(): LibraryIndex;
}

/** The only folder of the library; undefined when there are several. */
export const onlyFolder = (invocation: Invocation, settings: Settings): LibraryFolder | undefined => {
  const {folders} = chooseLibrary(invocation, settings);
  return folders.length === 1 ? folders[0] : undefined;
};

/** The libraries of a run. @throws {AppError} for a folder that there is not */
export const openLibraries = (invocation: Invocation, settings: Settings): readonly ListedLibrary[] => {
  const {origin, folders} = chooseLibrary(invocation, settings);
  return nameLibraries(existing(folders, origin, invocation.io));
};

export interface SessionOptions {
  /** Looks at every file, however recently that was done. */
  readonly isThorough?: boolean;
}

/** Where what is known of libraries is kept, and by whom. */
export const cacheOptions = (
  {paths}: Settings,
  io: Io,
  options: SessionOptions = {},
): ListingOptions & LibraryOptions => ({
  ...{cacheFolder: paths.cacheFolder, version: io.version, now: () => io.now().getTime()},
  threads: {file: io.threadFile, busy: 1},
  ...options,
});

/** The listing brought up to date, with progress; marks follow files that were renamed. */
export const openListed = (
  libraries: readonly ListedLibrary[],
  settings: Settings,
  {io, ...options}: SessionOptions & {readonly io: Io},
): OpenedListing => {
  const opened = withProgress(openListing(libraries, cacheOptions(settings, io, options)), 'reading', io);
  if (!opened.mayBeRenamed) return opened;
  const state = openState(io, settings);
  try {
    followRenames(opened.listing, state);
  } finally {
    state.close();
  }
  return opened;
};

/** @throws {AppError} for a library folder that there is not */
export const openLibrary = (invocation: Invocation, settings: Settings, options: SessionOptions = {}): Session => {
  const {io} = invocation;
  const {origin} = chooseLibrary(invocation, settings);
  const {listing} = openListed(openLibraries(invocation, settings), settings, {io, ...options});
  return {
    settings,
    origin,
    listing,
    read: position => {
      const read = readAt(listing, position);
      if (!('refused' in read)) return read;
      throw new AppError('io', `${pathAt(listing, position)} cannot be read: ${read.refused}`);
    },
    index: late(() => openSessionIndex(listing, cacheOptions(settings, io), io)),
  };
};

export const openSession = async (invocation: Invocation, options?: SessionOptions): Promise<Session> =>
  openLibrary(invocation, await openSettings(invocation.io), options);

/** A folder that the configuration names may be away for a while (a disk that is not there): the others are read. One that was asked for must be there. */
const existing = (folders: readonly LibraryFolder[], origin: LibraryOrigin, io: Io): readonly LibraryFolder[] => {
  const missing = folders.filter(({path}) => !existsSync(path));
  const errors = missing.map(({path}) => noSuchLibrary(path, origin));
  const [first] = errors;
  if (first === undefined) return folders;
  if (origin !== 'config.yaml' || missing.length === folders.length) throw first;
  for (const error of errors) tell(io, errorLine(error));
  return folders.filter(folder => !missing.includes(folder));
};

const noSuchLibrary = (path: string, origin: LibraryOrigin): AppError =>
  new AppError('usage', `no library folder ${path}`, {
    hint: `${origin} names it; make it, or name another with --library <dir>`,
  });
