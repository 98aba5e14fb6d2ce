/** Listings of articles that a test names, as if their files had been read. */
import type {Article} from '../../src/core/article.ts';
import {composeListing} from '../../src/core/listing/compose.ts';
import {entryAt, type ListedFolder, type Listing} from '../../src/core/listing/listing.ts';
import {createMemoryIndex} from '../../src/core/memory-index.ts';
import {field} from '../../src/core/sanitize.ts';

/** In the order of the listing, which is by date; libraries as the articles name them. */
export const listingOf = (...articles: readonly Article[]): Listing => {
  const names = [...new Set([...articles.map(({library}) => library), field('test')])];
  const folders: ListedFolder[] = names.map((_, library) => ({library, path: '', modified: 1}));
  return composeListing({
    stamp: 'test',
    libraries: names.map(name => ({name, path: '/library'})),
    folders,
    failures: [],
    read: articles.map((article, index) => ({
      article,
      row: index + 1,
      folder: names.indexOf(article.library),
      name: `${article.id}.md`,
      size: article.body.length,
      modified: 1,
      hash: [1, index],
      hasUnusualId: false,
    })),
    kept: undefined,
  });
};

/** The articles in the order of their listing. */
export const listedArticles = (listing: Listing, articles: readonly Article[]): readonly Article[] =>
  Array.from({length: listing.length}, (_, position) => {
    const {id, library} = entryAt(listing, position);
    const found = articles.find(article => article.id === id && article.library === library);
    if (found === undefined) throw new Error(`${id} is in no list`);
    return found;
  });

export const memoryIndexOf = (listing: Listing, articles: readonly Article[]) =>
  createMemoryIndex(listing, () => listedArticles(listing, articles));
