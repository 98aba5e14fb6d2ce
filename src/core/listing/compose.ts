/** Makes a listing: of articles that were read, and of those of an earlier listing that are as they were. */
import {articleDate} from '../article.ts';
import type {Failure} from '../library.ts';
import {readingTime} from '../reading-time.ts';
import type {SafeField} from '../sanitize.ts';
import {
  type Candidate,
  type CandidateSources,
  candidatesOf,
  type KeptFile,
  type ReadFile,
  sharedIds,
} from './candidates.ts';
import {createBytes} from './growing-bytes.ts';
import {entryAt, flags, hasFlag, type Listing, type ListingColumns, libraryAt, lineAt} from './listing.ts';
import {createNumbering, unifiedSections} from './unified-sections.ts';

export type {KeptFile, ReadFile} from './candidates.ts';

export interface ListingParts extends CandidateSources {
  readonly stamp: string;
  readonly failures: readonly Failure[];
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

/** Columns that an article keeps whatever becomes of its neighbours. */
const lasting = ['row', 'modified', 'hashHigh', 'hashLow', 'size', 'words', 'minutes'] as const;

/** What the articles of a listing are written into, one after the other. */
interface Pages {
  readonly columns: ListingColumns;
  readonly lines: ReturnType<typeof createBytes>;
  readonly names: ReturnType<typeof createBytes>;
  readonly libraries: Listing['libraries'];
  readonly sections: Listing['sections'];
  /** Ids that need the name of their library. */
  readonly shared: ReadonlySet<SafeField>;
}

/** @returns whether the reference says the library too */
const writeLine = (
  {lines, libraries, sections, shared}: Pages,
  candidate: Candidate,
  {id, day, title}: {readonly id: SafeField; readonly day: string | undefined; readonly title: SafeField},
): boolean => {
  const isLong = shared.has(id);
  const reference = isLong ? `${libraries[candidate.library]?.name}:${id}` : id;
  const section = sections[candidate.section]?.display;
  lines.addText(`${reference || '-'}\t${day ?? '-'}\t${section || '-'}\t${title || '-'}\n`);
  return isLong;
};

/** Whether the line of an article says what it has to say now. */
const isLineAsItWas = (
  {libraries, sections, shared}: Pages,
  candidate: Candidate,
  {position}: KeptFile,
  from: Listing,
): boolean => {
  const {section, library} = candidate;
  if (sections[section]?.display !== from.sections[section]?.display) return false;
  const wasLong = hasFlag(from, position, flags.longReference);
  if (libraries.length < 2) return !wasLong;
  return (
    wasLong === shared.has(candidate.id) && (!wasLong || libraryAt(from, position).name === libraries[library]?.name)
  );
};

const writeKept = (pages: Pages, place: number, candidate: Candidate, kept: KeptFile, from: Listing): void => {
  const {columns, lines, names} = pages;
  const {position} = kept;
  for (const column of lasting) columns[column][place] = from.columns[column][position] ?? 0;
  if (kept.modified !== undefined) columns.modified[place] = kept.modified;
  columns.folder[place] = kept.folder;
  let isLong = hasFlag(from, position, flags.longReference);
  if (isLineAsItWas(pages, candidate, kept, from)) lines.add(lineAt(from, position));
  else {
    const {id, day, title} = entryAt(from, position);
    isLong = writeLine(pages, candidate, {id, day, title});
  }
  const others = (from.columns.flags[position] ?? 0) & ~flags.longReference;
  columns.flags[place] = others | (isLong ? flags.longReference : 0);
  names.add(from.names.subarray(from.columns.name[position], from.columns.name[position + 1]));
};

const writeRead = (pages: Pages, place: number, candidate: Candidate, file: ReadFile): void => {
  const {columns, names} = pages;
  const {article, hash, row, size, modified, folder, name, hasUnusualId} = file;
  const {words, minutes} = readingTime(article);
  const isLong = writeLine(pages, candidate, {id: article.id, day: articleDate(article)?.day, title: article.title});
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
  names.addText(name);
};

/** Linear in the articles, but for sorting those that were read; what is kept is copied. */
export const composeListing = (parts: ListingParts): Listing => {
  const {stamp, libraries, folders, failures, read, from} = parts;
  const numbering = createNumbering(from?.sections.map(({name}) => name) ?? []);
  const candidates = candidatesOf(parts, numbering.numberOf);
  const sections = unifiedSections(
    numbering.names(),
    candidates.map(({section}) => section),
  );
  const columns = emptyColumns(candidates.length);
  const lines = createBytes((from?.lines.length ?? 0) + read.length * 128);
  const names = createBytes((from?.names.length ?? 0) + read.length * 48);
  const pages: Pages = {columns, lines, names, libraries, sections, shared: sharedIds(candidates, libraries)};
  for (const [place, candidate] of candidates.entries()) {
    columns.line[place] = lines.length;
    columns.name[place] = names.length;
    columns.time[place] = candidate.time;
    columns.section[place] = candidate.section;
    if (candidate.kept !== undefined && from !== undefined) writeKept(pages, place, candidate, candidate.kept, from);
    if (candidate.read !== undefined) writeRead(pages, place, candidate, candidate.read);
  }
  columns.line[candidates.length] = lines.length;
  columns.name[candidates.length] = names.length;
  const made = {stamp, libraries, folders, failures, sections, columns};
  return {...made, length: candidates.length, lines: lines.done(), names: names.done()};
};
