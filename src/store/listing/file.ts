/** The file that a listing is kept in: below the cache folder, one for each set of libraries. It may be deleted at any time. */
import {readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import type {ListedLibrary, Listing} from '../../core/listing/listing.ts';
import {packListing, unpackListing} from '../../core/listing/packed.ts';
import {makeFolder} from '../make-folder.ts';

/** FNV-1a (Fowler, Noll & Vo), 32 bits: names a file, and what is in the file says whether it is the right one. */
const shortHash = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
};

/**
 * The name that everything kept about a set of libraries begins with.
 * @param cacheFolder absolute
 * @param version of newsprint: each keeps its own
 */
export const cacheNameOf = (cacheFolder: string, libraries: readonly ListedLibrary[], version: string): string => {
  const first = basename(libraries[0]?.path ?? '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 24);
  return join(cacheFolder, `${first || 'library'}-${shortHash(JSON.stringify({libraries, version}))}`);
};

export interface KeptListing {
  readonly listing: Listing;
  /** When its files were last looked at, in milliseconds since 1970. */
  readonly checked: number;
}

/** @returns undefined where there is none that can be used */
export const loadListing = (file: string): KeptListing | undefined => {
  try {
    const read = readFileSync(file);
    // Small files are read into a piece of a larger buffer, which may begin anywhere.
    const bytes = read.byteOffset % 8 === 0 ? read : new Uint8Array(read);
    const listing = unpackListing(bytes);
    return listing && {listing, checked: lastChecked(file)};
  } catch {
    return undefined;
  }
};

const discard = (file: string): void => {
  try {
    rmSync(file, {force: true});
  } catch {
    // It was never there.
  }
};

/**
 * Replaces the file as a whole.
 * @param checked when the files were looked at; 0 where some were not
 * @returns false where the disk does not let it
 */
export const saveListing = (file: string, listing: Listing, checked: number): boolean => {
  const draft = `${file}.${listing.stamp}`;
  try {
    makeFolder(dirname(file));
    writeFileSync(draft, packListing(listing), {mode: 0o600});
    utimesSync(draft, checked / 1000, checked / 1000);
    renameSync(draft, file);
    return true;
  } catch {
    discard(draft);
    return false;
  }
};

/** When the files of a listing were last looked at, in milliseconds since 1970; 0 where nobody knows. */
export const lastChecked = (file: string): number => {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
};

/** Notes that the files of a listing were looked at and are as it says. */
export const noteChecked = (file: string, checked: number): void => {
  try {
    utimesSync(file, checked / 1000, checked / 1000);
  } catch {
    // Then the next run looks at them again.
  }
};
