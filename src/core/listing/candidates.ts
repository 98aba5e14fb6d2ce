/** The articles of a listing in the making, in its order: those that were read, among those that are kept. */
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

/** An article of an earlier listing. Its folder may have another index now. */
export interface KeptFile {
  readonly position: number;
  readonly folder: number;
  /** Where that is other than it was. */
  readonly modified?: number;
}

/** An article on its way into the listing: what is compared and counted, and how to write the rest. */
export interface Candidate {
  readonly time: number;
  readonly id: SafeField;
  readonly library: number;
  readonly section: number;
  readonly kept?: KeptFile;
  readonly read?: ReadFile;
}

const newestFirst = (one: Candidate, other: Candidate, libraries: readonly ListedLibrary[]): number => {
  const [a, b] = [one, other].map(({time}) => (Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time)) as [
    number,
    number,
  ];
  if (a !== b) return a < b ? 1 : -1;
  if (one.id !== other.id) return one.id < other.id ? -1 : 1;
  return (libraries[one.library]?.name ?? '') < (libraries[other.library]?.name ?? '') ? -1 : 1;
};

/** Two sorted lists as one. */
const merged = <Item>(a: readonly Item[], b: readonly Item[], compare: (a: Item, b: Item) => number): Item[] => {
  const all: Item[] = [];
  let next = 0;
  for (const item of a) {
    for (let other = b[next]; other !== undefined && compare(other, item) < 0; other = b[++next]) all.push(other);
    all.push(item);
  }
  return all.concat(b.slice(next));
};

export interface CandidateSources {
  readonly libraries: readonly ListedLibrary[];
  readonly folders: readonly ListedFolder[];
  readonly read: readonly ReadFile[];
  /** In the order of `from`. */
  readonly kept: readonly KeptFile[];
  /** What `kept` speaks of. */
  readonly from: Listing | undefined;
}

/** Newest first, ids and then libraries settling ties. @param numberOf a section's number */
export const candidatesOf = (
  {libraries, folders, read, kept, from}: CandidateSources,
  numberOf: (section: SafeField | undefined) => number,
): Candidate[] => {
  const keptOnes = kept.map((file): Candidate => {
    const {position} = file;
    return {
      kept: file,
      time: from?.columns.time[position] ?? Number.NaN,
      section: from?.columns.section[position] ?? -1,
      library: folders[file.folder]?.library ?? 0,
      // Decoded only where times are equal, or ids are compared at all.
      get id() {
        return from === undefined ? ('' as SafeField) : entryAt(from, position).id;
      },
    };
  });
  const readOnes = read.map(
    (file): Candidate => ({
      read: file,
      time: articleDate(file.article)?.time ?? Number.NaN,
      section: numberOf(file.article.section),
      library: folders[file.folder]?.library ?? 0,
      id: file.article.id,
    }),
  );
  const compare = (one: Candidate, other: Candidate) => newestFirst(one, other, libraries);
  return merged(keptOnes, readOnes.sort(compare), compare);
};

/** Ids that two libraries have. With one library there are none, and nothing is looked at. */
export const sharedIds = (
  candidates: readonly Candidate[],
  libraries: readonly ListedLibrary[],
): ReadonlySet<SafeField> => {
  const shared = new Set<SafeField>();
  if (libraries.length < 2) return shared;
  const seen = new Set<SafeField>();
  for (const {id} of candidates) (seen.has(id) ? shared : seen).add(id);
  return shared;
};
