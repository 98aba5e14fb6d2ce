/**
 * A listing: what lists and sorting need of every article of some libraries, newest first, packed so that a hundred thousand
 * of them are read in a moment and cost little memory. It is made by `compose.ts`; how it lies in a file is in `packed.ts`.
 */
import type {Failure} from '../library.ts';
import type {SafeField} from '../sanitize.ts';

/** What is known of an article at a position without a look at its text. Bits of a number. */
export const flags = {hidden: 1, problem: 2, image: 4, unusualId: 8, longReference: 16} as const;

export interface ListedLibrary {
  readonly name: SafeField;
  /** Its folder, or the one its file is in; absolute. */
  readonly path: string;
  /** The name of the file, for one that is a library by itself. */
  readonly file?: string;
}

export interface ListedFolder {
  /** Index of its library. */
  readonly library: number;
  /** Below the library, `/` between segments; empty for the library itself. */
  readonly path: string;
  /** In milliseconds since 1970; 0 where its files have to be looked for again. */
  readonly modified: number;
  readonly isLink?: true;
}

/** One number an article, in the order of the listing. */
export interface ListingColumns {
  /** Names a version of a file for ever: a file that changes gets another one. Rises with the time it was read. */
  readonly row: Float64Array;
  /** Of `articleDate`, in milliseconds since 1970; NaN without one. */
  readonly time: Float64Array;
  /** Of the file, in milliseconds since 1970 with a fraction; 0 where it has to be read again. */
  readonly modified: Float64Array;
  /** Two halves of the first 64 bits of the file's SHA-1. */
  readonly hashHigh: Uint32Array;
  readonly hashLow: Uint32Array;
  /** In bytes. */
  readonly size: Uint32Array;
  readonly words: Uint32Array;
  readonly minutes: Uint32Array;
  readonly flags: Uint32Array;
  readonly folder: Int32Array;
  /** Index of the section as it is written; -1 without one. */
  readonly section: Int32Array;
  /** Where its line begins among the lines, its name among the names; one more entry says where the last one ends. */
  readonly line: Uint32Array;
  readonly name: Uint32Array;
}

export interface ListingHead {
  /** Another one for every listing that is made. */
  readonly stamp: string;
  readonly libraries: readonly ListedLibrary[];
  readonly folders: readonly ListedFolder[];
  readonly failures: readonly Failure[];
  /** Sections as they are written; those that differ in spelling only are shown as `display` says. */
  readonly sections: readonly {readonly name: SafeField; readonly display: SafeField}[];
}

export interface Listing extends ListingHead {
  readonly length: number;
  readonly columns: ListingColumns;
  /** UTF-8: of each article `reference TAB day TAB section TAB title LF`, as `list --plain` prints it. */
  readonly lines: Uint8Array;
  /** UTF-8: of each article its file's name; where its path below the library is no UTF-8, `/` and that in hexadecimal. */
  readonly names: Uint8Array;
}

/** An article as a list shows it. */
export interface ListEntry {
  readonly id: SafeField;
  readonly library: SafeField;
  /** What finds it again: its id, with the name of its library where two have the same. */
  readonly reference: SafeField;
  readonly title: SafeField;
  readonly section?: SafeField;
  /** `YYYY-MM-DD` */
  readonly day?: string;
}

let lazyDecoder: TextDecoder | undefined;
const decode = (bytes: Uint8Array): string => {
  // A mark at the beginning of a file's name belongs to it.
  lazyDecoder ??= new TextDecoder('utf-8', {ignoreBOM: true});
  return lazyDecoder.decode(bytes);
};

const at = (column: ArrayLike<number>, position: number): number => column[position] ?? 0;

export const hasFlag = ({columns}: Listing, position: number, flag: number): boolean =>
  (at(columns.flags, position) & flag) !== 0;

/** The line of an article, with its line end. */
export const lineAt = ({columns, lines}: Listing, position: number): Uint8Array =>
  lines.subarray(at(columns.line, position), at(columns.line, position + 1));

/** As `names` has it. */
export const nameAt = ({columns, names}: Listing, position: number): string =>
  decode(names.subarray(at(columns.name, position), at(columns.name, position + 1)));

export const folderAt = ({columns, folders}: Listing, position: number): ListedFolder =>
  folders[at(columns.folder, position)] as ListedFolder;

export const libraryAt = (listing: Listing, position: number): ListedLibrary =>
  listing.libraries[folderAt(listing, position).library] as ListedLibrary;

export const sectionAt = ({columns, sections}: Listing, position: number): SafeField | undefined =>
  sections[at(columns.section, position)]?.display;

/** The hash of the file's content, 16 hexadecimal digits. */
export const hashAt = ({columns}: Listing, position: number): string =>
  [columns.hashHigh, columns.hashLow].map(half => at(half, position).toString(16).padStart(8, '0')).join('');

/** What stands for an empty field in a line. */
const empty = '-';

const given = <Text extends string>(text: Text | undefined): Text | undefined => (text === empty ? undefined : text);

/** @param position from 0 up, below `length` */
export const entryAt = (listing: Listing, position: number): ListEntry => {
  // Everything in a listing passed the gate when it was made.
  const [reference, day, , title] = decode(lineAt(listing, position)).slice(0, -1).split('\t') as SafeField[];
  const library = libraryAt(listing, position).name;
  const section = sectionAt(listing, position);
  const isLong = hasFlag(listing, position, flags.longReference);
  return {
    id: (isLong ? reference?.slice(library.length + 1) : reference) as SafeField,
    library,
    reference: reference as SafeField,
    title: title as SafeField,
    ...(section !== undefined && {section}),
    ...(given(day) !== undefined && {day: day as string}),
  };
};

const slash = 0x2f;

/** The path below its library in bytes, for a file whose path is no UTF-8. */
export const rawPathAt = (listing: Listing, position: number): Uint8Array | undefined => {
  const {columns, names} = listing;
  if (names[at(columns.name, position)] !== slash) return undefined;
  const name = nameAt(listing, position);
  return Uint8Array.from({length: (name.length - 1) / 2}, (_, byte) =>
    Number.parseInt(name.slice(byte * 2 + 1, byte * 2 + 3), 16),
  );
};

/** The file below its library, `/` between segments; with U+FFFD for bytes that are no UTF-8. */
export const relativePathAt = (listing: Listing, position: number): string => {
  const raw = rawPathAt(listing, position);
  if (raw !== undefined) return decode(raw);
  const {path} = folderAt(listing, position);
  const name = nameAt(listing, position);
  return path === '' ? name : `${path}/${name}`;
};

/** What finds each article again, see `ListEntry`; those that are in no listing have their id. */
export const createListedReferences = (
  listing: Listing,
): ((article: Pick<ListEntry, 'id' | 'library'>) => SafeField) => {
  const long = new Set<string>();
  for (let position = 0; position < listing.length; position++) {
    if (hasFlag(listing, position, flags.longReference)) long.add(entryAt(listing, position).reference);
  }
  return ({id, library}) => {
    const reference = `${library}:${id}`;
    return (long.has(reference) ? reference : id) as SafeField;
  };
};

/** All articles, to be found by name. */
export const findablesOf = (listing: Listing) => ({
  articles: Array.from({length: listing.length}, (_, position) => ({...entryAt(listing, position), position})),
  folders: listing.libraries,
});

/** Positions of what is shown unless hidden ones are asked for. */
export const visiblePositions = (listing: Listing, {all = false}: {readonly all?: boolean} = {}): Int32Array => {
  const positions = new Int32Array(listing.length);
  let size = 0;
  for (let position = 0; position < positions.length; position++) {
    if (all || !hasFlag(listing, position, flags.hidden)) positions[size++] = position;
  }
  return positions.subarray(0, size);
};

/** The lines of articles as they are printed, in as few pieces as there are stretches of neighbours. */
export function* linesOf({columns, lines}: Listing, positions: Int32Array): Generator<Uint8Array> {
  for (let from = 0; from < positions.length; ) {
    const first = positions[from] ?? 0;
    let count = 1;
    while (positions[from + count] === first + count) count++;
    yield lines.subarray(columns.line[first], columns.line[first + count]);
    from += count;
  }
}
