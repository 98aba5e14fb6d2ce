/** Builders of listings, and of the index in memory, from articles that a test names. */
import type {Article} from '../../src/core/article.ts';
import type {LibraryIndex} from '../../src/core/library-index.ts';
import {composeListing, type ReadFile} from '../../src/core/listing/compose.ts';
import {entryAt, type ListedFolder, type ListedLibrary, type Listing} from '../../src/core/listing/listing.ts';
import {createMemoryIndex} from '../../src/core/memory-index.ts';

/** Where the builder of articles puts them. */
const rootOf = (library: string): string => (library === 'test' ? '/library' : `/${library}`);

const folderOf = ({library, path}: Article): string => {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const root = rootOf(library);
  return folder.startsWith(`${root}/`) ? folder.slice(root.length + 1) : '';
};

/** Each file has a row, a size and a hash of its own, in the order they are given: the first has the row 1. */
export const listingOf = (...articles: readonly Article[]): Listing => {
  const names = [...new Set(articles.map(({library}) => library))];
  const libraries = names.map((name): ListedLibrary => ({name, path: rootOf(name)}));
  const folders: ListedFolder[] = libraries.map((_, library) => ({library, path: '', modified: 1}));
  const placeOf = (article: Article): number => {
    const [library, path] = [names.indexOf(article.library), folderOf(article)];
    const known = folders.findIndex(folder => folder.library === library && folder.path === path);
    return known === -1 ? folders.push({library, path, modified: 1}) - 1 : known;
  };
  const read = articles.map((article, at): ReadFile => {
    const row = at + 1;
    const name = article.path.slice(article.path.lastIndexOf('/') + 1);
    const numbers = {row, size: 1000 + row, modified: row, hash: [row, row] as const};
    return {article, folder: placeOf(article), name, ...numbers, hasUnusualId: false};
  });
  return composeListing({stamp: 'made up', libraries, folders, failures: [], read, kept: [], from: undefined});
};

export interface ListedArticles {
  readonly listing: Listing;
  /** In the order of the listing, with sections spelled as there. */
  readonly articles: readonly Article[];
  readonly index: LibraryIndex;
}

/** The articles in the order of their listing, which is that of positions, and what answers questions about them. */
export const memoryIndexOf = (...given: readonly Article[]): ListedArticles => {
  const listing = listingOf(...given);
  const articles = Array.from({length: listing.length}, (_, position): Article => {
    const {id, library, section} = entryAt(listing, position);
    const article = given.find(one => one.id === id && one.library === library) as Article;
    return section === article.section || section === undefined ? article : {...article, section};
  });
  return {listing, articles, index: createMemoryIndex(listing, () => articles)};
};
