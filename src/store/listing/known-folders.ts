/** The folders of a listing, and the files in each, by their paths. */
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

/** The positions of the files in each folder of a listing, by a counting sort. */
export const indexOfFiles = (from: Listing) => {
  const byPath = new Map<string, number>();
  for (const [index, {library, path}] of from.folders.entries()) byPath.set(keyOf(library, path), index);
  const starts = new Uint32Array(from.folders.length + 1);
  for (const folder of from.columns.folder) starts[folder + 1] = (starts[folder + 1] ?? 0) + 1;
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const next = starts.slice();
  const positions = new Uint32Array(from.length);
  for (const [position, folder] of from.columns.folder.entries()) {
    positions[next[folder] ?? 0] = position;
    next[folder] = (next[folder] ?? 0) + 1;
  }
  return (library: number, path: string): Uint32Array => {
    const folder = byPath.get(keyOf(library, path));
    return folder === undefined ? new Uint32Array() : positions.subarray(starts[folder], starts[folder + 1]);
  };
};
