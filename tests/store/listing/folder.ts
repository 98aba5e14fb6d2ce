/** A library folder to change, and what its listing says. */
import {mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {entryAt, flags, hasFlag, hashAt, type ListedLibrary, type Listing} from '../../../src/core/listing/listing.ts';
import {field} from '../../../src/core/sanitize.ts';
import {pathAt} from '../../../src/store/listing/article-at.ts';
import {beginRefresh} from '../../../src/store/listing/refresh.ts';

/** Long after everything was written, so that nothing is unsettled. */
export const later = Date.UTC(2050, 0, 1);

export interface LibraryFolder {
  /** Absolute, without links. */
  readonly path: string;
  /** A file, or one that is written in place; each is written ten seconds after the one before. */
  write(name: string, text?: string): void;
  remove(): void;
}

export const createFolder = (): LibraryFolder => {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'newsprint-listing-')));
  let clock = Date.UTC(2030, 0, 1);
  return {
    path,
    write: (name, text = `# ${name}\n`) => {
      const file = join(path, name);
      mkdirSync(dirname(file), {recursive: true});
      writeFileSync(file, text);
      clock += 10_000;
      utimesSync(file, clock / 1000, clock / 1000);
    },
    remove: () => rmSync(path, {recursive: true, force: true}),
  };
};

export const libraryAtPath = (path: string, name = 'news'): ListedLibrary => ({name: field(name), path});

export interface Refreshed {
  readonly listing: Listing;
  /** Files that were read for it. */
  readonly read: number;
  readonly mayBeRenamed: boolean;
}

export const refreshed = (
  libraries: readonly ListedLibrary[],
  from?: Listing,
  {now = later, looksAtFiles = true}: {readonly now?: number; readonly looksAtFiles?: boolean} = {},
): Refreshed => {
  const refresh = beginRefresh(libraries, from, {now: () => now, looksAtFiles});
  while (refresh.step());
  return {listing: refresh.listing(), read: refresh.total, mayBeRenamed: refresh.mayBeRenamed};
};

export const idsOf = (listing: Listing): string[] =>
  Array.from({length: listing.length}, (_, position) => entryAt(listing, position).reference);

/** All that a listing says, but for what differs from one making to the next. */
export const tellingOf = (listing: Listing) => ({
  articles: Array.from({length: listing.length}, (_, position) => ({
    ...entryAt(listing, position),
    path: pathAt(listing, position),
    hash: hashAt(listing, position),
    flags: Object.entries(flags).flatMap(([name, flag]) => (hasFlag(listing, position, flag) ? [name] : [])),
    numbers: [listing.columns.time, listing.columns.size, listing.columns.words, listing.columns.modified].map(
      column => column[position],
    ),
  })),
  failures: listing.failures,
  folders: [...listing.folders].map(({path, library}) => `${library}/${path}`).sort(),
});
