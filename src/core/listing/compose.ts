/** Makes a listing: of articles that were read, and of those of an earlier listing that are as they were. */
import {articleDate} from '../article.ts';
import type {Failure} from '../library.ts';
import {readingTime} from '../reading-time.ts';
import type {SafeField} from '../sanitize.ts';
import {createBytes} from './growing-bytes.ts';
import {entryAt, flags, hasFlag, type Listing, type ListingColumns, libraryAt, lineAt} from './listing.ts';
import {type KeptFiles, placedFiles, type ReadFile, type Sources, sharedIds} from './sources.ts';
import {createNumbering, unifiedSections} from './unified-sections.ts';

export type {KeptFiles, ReadFile} from './sources.ts';

export interface ListingParts extends Sources {
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
// biome-ignore format: a list reads best in a line
const lasting = ['row', 'time', 'modified', 'hashHigh', 'hashLow', 'size', 'words', 'minutes', 'flags', 'section'] as const;

/** What the articles of a listing are written into, one after the other. */
interface Pages {
  readonly columns: ListingColumns;
  readonly lines: ReturnType<typeof createBytes>;
  readonly names: ReturnType<typeof createBytes>;
  readonly libraries: Listing['libraries'];
  readonly folders: Listing['folders'];
  readonly sections: Listing['sections'];
  /** Ids that need the name of their library. */
  readonly shared: ReadonlySet<SafeField>;
  /** Whether a folder of an earlier listing has another number now. */
  readonly haveFoldersMoved: boolean;
}

const libraryName = ({libraries, folders}: Pages, folder: number): SafeField | undefined =>
  libraries[folders[folder]?.library ?? 0]?.name;

interface Line {
  readonly id: SafeField;
  readonly day: string | undefined;
  readonly title: SafeField;
}

/** The line of the article at a place, of which the columns are written already. */
const writeLine = (pages: Pages, place: number, {id, day, title}: Line): void => {
  const {columns, lines, sections, shared} = pages;
  const isLong = shared.has(id);
  const reference = isLong ? `${libraryName(pages, columns.folder[place] ?? 0)}:${id}` : id;
  const section = sections[columns.section[place] ?? -1]?.display;
  lines.addText(`${reference || '-'}\t${day ?? '-'}\t${section || '-'}\t${title || '-'}\n`);
  const others = (columns.flags[place] ?? 0) & ~flags.longReference;
  columns.flags[place] = others | (isLong ? flags.longReference : 0);
};

/** Whether the line of a kept article says what it has to say now. */
const isLineAsItWas = (pages: Pages, place: number, {from}: KeptFiles, position: number): boolean => {
  const {columns, sections, shared} = pages;
  const section = columns.section[place] ?? -1;
  if (sections[section]?.display !== from.sections[section]?.display) return false;
  const wasLong = hasFlag(from, position, flags.longReference);
  if (pages.libraries.length < 2) return !wasLong;
  return (
    wasLong === shared.has(entryAt(from, position).id) &&
    (!wasLong || libraryAt(from, position).name === libraryName(pages, columns.folder[place] ?? 0))
  );
};

/** Whether all lines that are kept say what they have to say now. */
const areLinesAsTheyWere = ({libraries, sections}: Pages, {from}: KeptFiles): boolean =>
  libraries.length < 2 && from.sections.every(({display}, section) => display === sections[section]?.display);

/** Copies numbers to a place, each raised by so much. */
const copyRaised = (numbers: Uint32Array, into: Uint32Array, place: number, by: number): void => {
  into.set(numbers, place);
  // Most changes move nothing behind them.
  for (let at = place; by !== 0 && at < place + numbers.length; at++) into[at] = (into[at] ?? 0) + by;
};

/** Copies the articles of an earlier listing from `first` on, `count` of them, which all stay. */
const writeKept = (pages: Pages, place: number, kept: KeptFiles, first: number, count: number): void => {
  const {columns, lines, names} = pages;
  const {from, folders, modified} = kept;
  const [end, last] = [first + count, place + count];
  for (const column of lasting) columns[column].set(from.columns[column].subarray(first, end), place);
  const linesMoved = lines.length - (from.columns.line[first] ?? 0);
  const namesMoved = names.length - (from.columns.name[first] ?? 0);
  copyRaised(from.columns.line.subarray(first, end), columns.line, place, linesMoved);
  copyRaised(from.columns.name.subarray(first, end), columns.name, place, namesMoved);
  columns.folder.set(from.columns.folder.subarray(first, end), place);
  if (pages.haveFoldersMoved) {
    for (let at = place; at < last; at++) columns.folder[at] = folders[columns.folder[at] ?? 0] ?? 0;
  }
  if (modified.size > 0) {
    for (let at = place, position = first; at < last; at++, position++) {
      columns.modified[at] = modified.get(position) ?? columns.modified[at] ?? 0;
    }
  }
  names.add(from.names.subarray(from.columns.name[first], from.columns.name[end]));
  if (areLinesAsTheyWere(pages, kept)) {
    lines.add(from.lines.subarray(from.columns.line[first], from.columns.line[end]));
    return;
  }
  for (let at = place, position = first; at < last; at++, position++) {
    columns.line[at] = lines.length;
    if (isLineAsItWas(pages, at, kept, position)) lines.add(lineAt(from, position));
    else {
      const {id, day, title} = entryAt(from, position);
      writeLine(pages, at, {id, day, title});
    }
  }
};

const writeRead = (pages: Pages, place: number, file: ReadFile, section: number): void => {
  const {columns, lines, names} = pages;
  const {article, hash, row, size, modified, folder, name, hasUnusualId} = file;
  const {words, minutes} = readingTime(article);
  const date = articleDate(article);
  columns.row[place] = row;
  columns.time[place] = date?.time ?? Number.NaN;
  columns.modified[place] = modified;
  [columns.hashHigh[place], columns.hashLow[place]] = hash;
  columns.size[place] = size;
  columns.words[place] = words;
  columns.minutes[place] = minutes;
  columns.folder[place] = folder;
  columns.section[place] = section;
  columns.flags[place] =
    (article.isHidden ? flags.hidden : 0) |
    (article.problems.length > 0 ? flags.problem : 0) |
    (article.image === undefined ? 0 : flags.image) |
    (hasUnusualId ? flags.unusualId : 0);
  columns.line[place] = lines.length;
  columns.name[place] = names.length;
  writeLine(pages, place, {id: article.id, day: date?.day, title: article.title});
  names.addText(name);
};

/** Linear in the articles that were read, but for sorting them; what is kept is copied in stretches between those. */
export const composeListing = (parts: ListingParts): Listing => {
  const {stamp, libraries, folders, failures, read, kept} = parts;
  const from = kept?.from;
  const positions = kept?.positions ?? new Int32Array();
  const numbering = createNumbering(from?.sections.map(({name}) => name) ?? []);
  const placed = placedFiles(parts);
  const readSections = placed.map(({file}) => numbering.numberOf(file.article.section));
  const keptSections = positions.map(position => from?.columns.section[position] ?? -1);
  const sections = unifiedSections(numbering.names(), [keptSections, readSections]);
  const length = positions.length + read.length;
  const columns = emptyColumns(length);
  const lines = createBytes((from?.lines.length ?? 0) + read.length * 128);
  const names = createBytes((from?.names.length ?? 0) + read.length * 48);
  const haveFoldersMoved = kept?.folders.some((folder, at) => folder !== at) === true;
  const pages: Pages = {
    ...{columns, lines, names, libraries, folders, sections},
    ...{shared: sharedIds(parts), haveFoldersMoved},
  };
  let place = 0;
  let next = 0;
  const writeKeptUpTo = (end: number): void => {
    while (kept !== undefined && next < end) {
      const first = positions[next] ?? 0;
      let count = 1;
      while (next + count < end && positions[next + count] === first + count) count++;
      writeKept(pages, place, kept, first, count);
      next += count;
      place += count;
    }
  };
  for (const [at, {file, before}] of placed.entries()) {
    writeKeptUpTo(before);
    writeRead(pages, place++, file, readSections[at] ?? -1);
  }
  writeKeptUpTo(positions.length);
  columns.line[length] = lines.length;
  columns.name[length] = names.length;
  const made = {stamp, libraries, folders, failures, sections, columns};
  return {...made, length, lines: lines.done(), names: names.done()};
};
