/** The folders of a listing, by their paths. */
import type {Listing} from '../../core/listing/listing.ts';

export const folderOf = (relativePath: string): string =>
  relativePath.slice(0, Math.max(0, relativePath.lastIndexOf('/')));

const keyOf = (library: number, path: string): string => `${library}/${path}`;

/** The folders of a listing by their libraries and paths. */
export const indexOfFolders = (from: Listing) => {
  const byPath = new Map<string, number>();
  const children: {name: string; isLink: boolean}[][] = from.folders.map(() => []);
  for (const [index, {library, path}] of from.folders.entries()) byPath.set(keyOf(library, path), index);
  for (const {library, path, isLink} of from.folders) {
    const parent = path === '' ? undefined : byPath.get(keyOf(library, folderOf(path)));
    if (parent !== undefined) {
      children[parent]?.push({name: path.slice(path.lastIndexOf('/') + 1), isLink: isLink ?? false});
    }
  }
  return {
    find: (library: number, path: string): number | undefined => byPath.get(keyOf(library, path)),
    childrenOf: (folder: number) => children[folder] ?? [],
  };
};

export type FolderIndex = ReturnType<typeof indexOfFolders>;
