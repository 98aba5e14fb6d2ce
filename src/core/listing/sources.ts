/** What a listing is made of: files that were read, and files of an earlier listing that are as they were. */
import {type Article, articleDate} from '../article.ts';
import type {SafeField} from '../sanitize.ts';
import {entryAt, type ListedFolder, type ListedLibrary, type Listing} from './listing.ts';

/** A file that was read. */
export interface ReadFile {
  readonly article: Article;
  readonly row: number;
  /** See `ListingColumns`. */
  readonly folder: number;
  readonly name: string;
  readonly size: number;
  readonly modified: number;
  readonly hash: readonly [high: number, low: number];
  readonly hasUnusualId: boolean;
}

/** Files of an earlier listing, in numbers, since that is most of a library. */
export interface KeptFiles {
  readonly from: Listing;
  /** Ascending. */
  readonly positions: Int32Array;
  /** The index that each of its folders has now; -1 for one that is gone. */
  readonly folders: Int32Array;
  /** By their positions, of files that were modified at another time than was known. */
  readonly modified: ReadonlyMap<number, number>;
}

export interface Sources {
  readonly libraries: readonly ListedLibrary[];
  readonly folders: readonly ListedFolder[];
  readonly read: readonly ReadFile[];
  readonly kept: KeptFiles | undefined;
}

/** What articles are ordered by. An id is made out only where times are equal. */
interface Ordered {
  readonly time: number;
  readonly id: SafeField;
  readonly library: string;
}

/** The newest first, undated ones last, ids and then libraries settling ties. */
const compare = (one: Ordered, other: Ordered): number => {
  const a = Number.isNaN(one.time) ? Number.NEGATIVE_INFINITY : one.time;
  const b = Number.isNaN(other.time) ? Number.NEGATIVE_INFINITY : other.time;
  if (a !== b) return a < b ? 1 : -1;
  if (one.id !== other.id) return one.id < other.id ? -1 : 1;
  return one.library < other.library ? -1 : one.library > other.library ? 1 : 0;
};

const nameOfLibrary = ({libraries, folders}: Sources, folder: number): string =>
  libraries[folders[folder]?.library ?? 0]?.name ?? '';

const orderedRead = (sources: Sources, {article, folder}: ReadFile): Ordered => ({
  time: articleDate(article)?.time ?? Number.NaN,
  id: article.id,
  library: nameOfLibrary(sources, folder),
});

const orderedKept = (sources: Sources, {from, folders}: KeptFiles, position: number): Ordered => ({
  time: from.columns.time[position] ?? Number.NaN,
  get id() {
    return entryAt(from, position).id;
  },
  get library() {
    return nameOfLibrary(sources, folders[from.columns.folder[position] ?? 0] ?? 0);
  },
});

/** A file that was read, and how many of those that are kept come before it. */
export interface PlacedFile {
  readonly file: ReadFile;
  readonly before: number;
}

/** In the order of the listing. */
export const placedFiles = (sources: Sources): readonly PlacedFile[] => {
  const {read, kept} = sources;
  const sorted = read
    .map(file => ({file, ordered: orderedRead(sources, file)}))
    .sort((a, b) => compare(a.ordered, b.ordered));
  let least = 0;
  return sorted.map(({file, ordered}) => {
    let most = kept?.positions.length ?? 0;
    while (kept !== undefined && least < most) {
      const middle = (least + most) >>> 1;
      if (compare(orderedKept(sources, kept, kept.positions[middle] ?? 0), ordered) < 0) least = middle + 1;
      else most = middle;
    }
    return {file, before: least};
  });
};

/** Ids that two libraries have. With one library there are none, and nothing is looked at. */
export const sharedIds = ({libraries, read, kept}: Sources): ReadonlySet<SafeField> => {
  const shared = new Set<SafeField>();
  if (libraries.length < 2) return shared;
  const seen = new Set<SafeField>();
  const see = (id: SafeField): void => void (seen.has(id) ? shared : seen).add(id);
  for (const {article} of read) see(article.id);
  if (kept !== undefined) for (const position of kept.positions) see(entryAt(kept.from, position).id);
  return shared;
};
