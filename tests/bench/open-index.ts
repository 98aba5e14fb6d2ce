/** What the rows about questions ask: the listing and the index of a library, opened as the program does. */

import {version} from '../../package.json';
import type {Listing} from '../../src/core/listing/listing.ts';
import {relativePathAt} from '../../src/core/listing/listing.ts';
import {parseQuery} from '../../src/core/query.ts';
import {openLibraryIndex} from '../../src/store/index/open-library.ts';
import {articleAt} from '../../src/store/listing/article-at.ts';
import {openListing} from '../../src/store/listing/open.ts';
import {nameLibraries} from '../../src/store/places.ts';
import {noMarks} from '../../src/tui/marks.ts';
import {startState} from '../../src/tui/start.ts';
import type {Size, State} from '../../src/tui/state.ts';
import {benchSettings} from './settings.ts';

const done = <Result>(work: Generator<unknown, Result>): Result => {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
};

const listingIn = (folder: string, cacheFolder: string): Listing =>
  done(openListing(nameLibraries([{path: folder}]), {cacheFolder, version, now: () => Date.now()})).listing;

/**
 * @param cacheFolder where newsprint keeps the index: `<XDG_CACHE_HOME>/newsprint`
 * @returns what answers a query with how many articles fit it
 */
export const openSearch = (folder: string, cacheFolder: string): ((query: string) => number) => {
  const listing = listingIn(folder, cacheFolder);
  const {index} = done(openLibraryIndex(listing, {cacheFolder, version}));
  const context = {now: new Date(), isRead: () => false, isStarred: () => false};
  return text => index.matching(parseQuery(text), context).length;
};

/** @returns what answers with how many articles (five at most, as the reader shows) are related to the one with this path below the library */
export const openRelated = (folder: string, cacheFolder: string): ((path: string) => number) => {
  const listing = listingIn(folder, cacheFolder);
  const {index} = done(openLibraryIndex(listing, {cacheFolder, version}));
  const positions = new Map(
    Array.from({length: listing.length}, (_, position) => [relativePathAt(listing, position), position]),
  );
  return path => {
    const article = articleAt(listing, positions.get(path) ?? -1);
    if (article === undefined) throw new Error(`there is no ${path}`);
    return index.relatedTo(article, 5).length;
  };
};

/** @returns the state of the reader on the front page of the library */
export const openFrontPage = (folder: string, cacheFolder: string, size: Size): State => {
  const settings = benchSettings();
  const listing = listingIn(folder, cacheFolder);
  const load = (position: number) => articleAt(listing, position);
  const library = {listing, loose: undefined, load, recall: () => undefined};
  const marks = noMarks(listing.length);
  return startState({library, marks, position: undefined, views: [], settings, size}).state;
};
