/** All articles of some folders, as a listing finds and reads them, by library and path. */
import type {Article} from '../../src/core/article.ts';
import type {Library} from '../../src/core/library.ts';
import {articleAt} from '../../src/store/listing/article-at.ts';
import {beginRefresh} from '../../src/store/listing/refresh.ts';
import {type LibraryPlace, nameLibraries} from '../../src/store/places.ts';

/** @throws {AppError} for a place that is not there or may not be read */
export const loadLibrary = (places: readonly LibraryPlace[]): Library => {
  const libraries = nameLibraries(places);
  const refresh = beginRefresh(libraries, undefined, {now: () => Date.now(), looksAtFiles: true});
  while (refresh.step());
  const listing = refresh.listing();
  const articles = Array.from({length: listing.length}, (_, position) => articleAt(listing, position));
  const numberOf = ({library}: Article): number => libraries.findIndex(({name}) => name === library);
  return {
    articles: articles
      .filter(article => article !== undefined)
      .sort((a, b) => numberOf(a) - numberOf(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    failures: listing.failures,
    folders: libraries.map(({name, path}) => ({name, path})),
  };
};
