/** Makes a listing: of articles that were read, and of those of an earlier listing that are as they were. */
import {type Article, articleDate} from '../article.ts';
import type {Failure} from '../library.ts';
import {readingTime} from '../reading-time.ts';
import type {SafeField} from '../sanitize.ts';
import {fold} from '../tokens.ts';
import {
  entryAt,
  flags,
  hasFlag,
  type ListedFolder,
  type ListedLibrary,
  type Listing,
  type ListingColumns,
  libraryAt,
  lineAt,
} from './listing.ts';

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

export interface ListingParts {
  readonly stamp: string;
  readonly libraries: readonly ListedLibrary[];
  readonly folders: readonly ListedFolder[];
  readonly failures: readonly Failure[];
  readonly read: readonly ReadFile[];
  /** In the order of `from`. */
  readonly kept: readonly KeptFile[];
  /** What `kept` speaks of. */
  readonly from: Listing | undefined;
}

/** An article on its way into the listing: what is compared and counted, and how to write the rest. */
interface Candidate {
  readonly time: number;
  readonly id: SafeField;
  readonly library: number;
  readonly section: number;
  readonly kept?: KeptFile;
  readonly read?: ReadFile;
}

const emptyColumns = (length: number): ListingColumns => ({
  row: new Float64Array(length),
  time: new Float64Array(length),
  modified: new Float64Array(length),
  hashHigh: new Uint32Array(length),
  hashLow: new Uint32Array(length),
  size: new Uint32Array(length),
  words: new Uint32Array(length),
  minutes: new Uint32Array(length),
  flags: new Uint32Array(length),
  folder: new Int32Array(length),
  section: new Int32Array(length),
  line: new Uint32Array(length + 1),
  name: new Uint32Array(length + 1),
});

/** Bytes that grow at their end. */
const createBytes = (expected: number) => {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(expected);
  let length = 0;
  const reserve = (more: number): void => {
    if (length + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, length + more));
    larger.set(bytes.subarray(0, length));
    bytes = larger;
  };
  return {
    get length() {
      return length;
    },
    add: (piece: Uint8Array): void => {
      reserve(piece.length);
      bytes.set(piece, length);
      length += piece.length;
    },
    addText: (text: string): void => {
      // UTF-8 takes at most three bytes a UTF-16 unit.
      reserve(text.length * 3);
      length += encoder.encodeInto(text, bytes.subarray(length)).written;
    },
    done: (): Uint8Array => bytes.slice(0, length),
  };
};

/** Numbers for texts, in the order they come. */
const createNumbering = (known: readonly SafeField[]) => {
  const numbers = new Map<SafeField, number>(known.map((name, index) => [name, index]));
  return {
    numberOf: (name: SafeField | undefined): number => {
      if (name === undefined) return -1;
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    },
    names: (): SafeField[] => [...numbers.keys()],
  };
};

/** Sections that differ in spelling only are one, spelled as most articles have it; of equals, the first by name. */
const displays = (names: readonly SafeField[], counts: readonly number[]): SafeField[] => {
  const best = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const key = fold(name);
    const known = best.get(key);
    const [count, knownCount] = [counts[index] ?? 0, counts[known ?? -1] ?? -1];
    const isBetter = count > knownCount || (count === knownCount && name < (names[known ?? -1] ?? ''));
    if (known === undefined || isBetter) best.set(key, index);
  }
  return names.map(name => names[best.get(fold(name)) ?? -1] ?? name);
};

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

/** Ids that two libraries have. With one library there are none, and nothing is looked at. */
const sharedIds = (candidates: readonly Candidate[], libraries: readonly ListedLibrary[]): ReadonlySet<SafeField> => {
  const shared = new Set<SafeField>();
  if (libraries.length < 2) return shared;
  const seen = new Set<SafeField>();
  for (const {id} of candidates) (seen.has(id) ? shared : seen).add(id);
  return shared;
};

export const composeListing = ({stamp, libraries, folders, failures, read, kept, from}: ListingParts): Listing => {
  const numbering = createNumbering(from?.sections.map(({name}) => name) ?? []);
  const keptCandidates = kept.map((file): Candidate => {
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
  const readCandidates = read.map(
    (file): Candidate => ({
      read: file,
      time: articleDate(file.article)?.time ?? Number.NaN,
      section: numbering.numberOf(file.article.section),
      library: folders[file.folder]?.library ?? 0,
      id: file.article.id,
    }),
  );
  const compare = (one: Candidate, other: Candidate) => newestFirst(one, other, libraries);
  readCandidates.sort(compare);
  const candidates = merged(keptCandidates, readCandidates, compare);
  const shared = sharedIds(candidates, libraries);

  const names = numbering.names();
  const counts = names.map(() => 0);
  for (const {section} of candidates) if (section >= 0) counts[section] = (counts[section] ?? 0) + 1;
  const display = displays(names, counts);
  const sections = names.map((name, index) => ({name, display: display[index] ?? name}));
  const isDisplayedAnew = sections.map((section, index) => section.display !== from?.sections[index]?.display);

  const columns = emptyColumns(candidates.length);
  const lines = createBytes((from?.lines.length ?? 0) + read.length * 128);
  const fileNames = createBytes((from?.names.length ?? 0) + read.length * 48);
  const writeLine = (
    candidate: Candidate,
    line: {id: SafeField; day: string | undefined; title: SafeField},
  ): boolean => {
    const isLong = shared.has(line.id);
    const reference = isLong ? `${libraries[candidate.library]?.name}:${line.id}` : line.id;
    const section = sections[candidate.section]?.display;
    lines.addText(`${reference || '-'}\t${line.day ?? '-'}\t${section || '-'}\t${line.title || '-'}\n`);
    return isLong;
  };

  for (const [place, candidate] of candidates.entries()) {
    columns.line[place] = lines.length;
    columns.name[place] = fileNames.length;
    columns.time[place] = candidate.time;
    columns.section[place] = candidate.section;
    const {kept: old, read: fresh} = candidate;
    if (old !== undefined && from !== undefined) {
      const {position} = old;
      for (const column of ['row', 'modified', 'hashHigh', 'hashLow', 'size', 'words', 'minutes'] as const) {
        columns[column][place] = from.columns[column][position] ?? 0;
      }
      if (old.modified !== undefined) columns.modified[place] = old.modified;
      columns.folder[place] = old.folder;
      const wasLong = hasFlag(from, position, flags.longReference);
      const isAsItWas =
        !(isDisplayedAnew[candidate.section] ?? false) &&
        (libraries.length < 2 ? !wasLong : wasLong === shared.has(candidate.id)) &&
        (!wasLong || libraryAt(from, position).name === libraries[candidate.library]?.name);
      let isLong = wasLong;
      if (isAsItWas) lines.add(lineAt(from, position));
      else {
        const {id, day, title} = entryAt(from, position);
        isLong = writeLine(candidate, {id, day, title});
      }
      const lasting = (from.columns.flags[position] ?? 0) & ~flags.longReference;
      columns.flags[place] = lasting | (isLong ? flags.longReference : 0);
      fileNames.add(from.names.subarray(from.columns.name[position], from.columns.name[position + 1]));
    } else if (fresh !== undefined) {
      const {article, hash, row, size, modified, folder, name, hasUnusualId} = fresh;
      const {words, minutes} = readingTime(article);
      const isLong = writeLine(candidate, {id: article.id, day: articleDate(article)?.day, title: article.title});
      columns.row[place] = row;
      columns.modified[place] = modified;
      [columns.hashHigh[place], columns.hashLow[place]] = hash;
      columns.size[place] = size;
      columns.words[place] = words;
      columns.minutes[place] = minutes;
      columns.folder[place] = folder;
      columns.flags[place] =
        (article.isHidden ? flags.hidden : 0) |
        (article.problems.length > 0 ? flags.problem : 0) |
        (article.image === undefined ? 0 : flags.image) |
        (hasUnusualId ? flags.unusualId : 0) |
        (isLong ? flags.longReference : 0);
      fileNames.addText(name);
    }
  }
  columns.line[candidates.length] = lines.length;
  columns.name[candidates.length] = fileNames.length;
  return {
    stamp,
    libraries,
    folders,
    failures,
    sections,
    length: candidates.length,
    columns,
    lines: lines.done(),
    names: fileNames.done(),
  };
};
