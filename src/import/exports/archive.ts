/**
 * A zip file, taken apart with care: nothing in it is believed before it was checked, members are read one at a time and
 * none is written anywhere. An archive that could only be meant to do harm is refused as a whole; a single odd member is
 * left out and told of.
 */
import {type Entry, fromBufferPromise, type ZipFile} from 'yauzl';
import {AppError} from '../../core/errors.ts';

export interface Member {
  /** `/` between segments, relative, in UTF-8; ends in none. May still hold what must not be shown ungated. */
  readonly name: string;
  /** Bytes when unpacked, as declared; not more will come. */
  readonly size: number;
}

export interface Skipped {
  readonly name: string;
  readonly why: string;
}

export interface Archive {
  /** The files among the members that can be read, in their order. */
  readonly members: readonly Member[];
  readonly skipped: readonly Skipped[];
  /** @throws {AppError} for one that is damaged or too large */
  readonly read: (member: Member) => Promise<Uint8Array>;
}

export interface ArchiveLimits {
  /** Members at most, folders too. */
  readonly members: number;
  /** Bytes of one member, unpacked. */
  readonly member: number;
  /** Bytes of all of them, unpacked. */
  readonly total: number;
  /** How many times larger than packed they may be, one and all. Pages reach 30; DEFLATE can do 1032. */
  readonly ratio: number;
  /** Bytes up to which no ratio is too high, since blanks pack well. */
  readonly small: number;
}

const megabyte = 1024 * 1024;

export const archiveLimits: ArchiveLimits = {
  members: 200_000,
  member: 32 * megabyte,
  total: 4096 * megabyte,
  ratio: 200,
  small: megabyte,
};

const noHarm = 'Nothing of it was read.';

const refuse = (why: string): never => {
  throw new AppError('io', `refusing the archive: ${why}`, {hint: noHarm});
};

const decodeName = (raw: Buffer): string | undefined => {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(raw);
  } catch {
    return undefined;
  }
};

const symbolicLink = 0o120000;
const regularFile = 0o100000;
const folder = 0o040000;

/** The Unix file type of a member, 0 where none is given. */
const fileType = (entry: Entry): number => (entry.externalFileAttributes >>> 16) & 0o170000;

/** Why a member is left out, the first reason that fits. */
const objections: readonly {readonly why: string; readonly fits: (name: string, entry: Entry) => boolean}[] = [
  {why: 'its name holds a NUL', fits: name => name.includes('\0')},
  {why: 'its path leads out of the archive', fits: name => name.split(/[/\\]/).includes('..')},
  {why: 'its path is absolute', fits: name => /^(?:[/\\]|[a-z]:)/i.test(name)},
  {why: 'its path has backslashes', fits: name => name.includes('\\')},
  {why: 'it is a symbolic link', fits: (_, entry) => fileType(entry) === symbolicLink},
  {why: 'it is no regular file', fits: (_, entry) => ![0, regularFile, folder].includes(fileType(entry))},
  {why: 'it is encrypted', fits: (_, entry) => entry.isEncrypted()},
  {
    why: 'it is packed in a way that is not known here',
    fits: (_, entry) => entry.compressionMethod !== 0 && entry.compressionMethod !== 8,
  },
];

/** Length of a member's own header, without its name. */
const headerLength = 30;

/**
 * Members that share bytes make a small file unpack to a huge one (D. Fifield, "A better zip bomb", 2019); no program that
 * exports anything writes them.
 */
const overlap = (entries: readonly Entry[]): boolean => {
  const spans = entries
    .map(({relativeOffsetOfLocalHeader: start, fileNameLength, compressedSize}) => ({
      start,
      end: start + headerLength + fileNameLength + compressedSize,
    }))
    .sort((one, other) => one.start - other.start);
  return spans.some(({start}, at) => start < (spans[at - 1]?.end ?? 0));
};

const checkAll = (entries: readonly Entry[], packedSize: number, limits: ArchiveLimits): void => {
  if (overlap(entries)) refuse('its members overlap');
  const total = entries.reduce((sum, {uncompressedSize}) => sum + uncompressedSize, 0);
  if (total > limits.total) refuse(`unpacked it would be larger than ${limits.total / megabyte} MB`);
  if (total > limits.small && total > packedSize * limits.ratio) {
    refuse(`unpacked it would be ${Math.round(total / packedSize)} times as large`);
  }
};

const tooLarge = ({compressedSize, uncompressedSize}: Entry, limits: ArchiveLimits): string | undefined => {
  if (uncompressedSize > limits.member) return `it is larger than ${limits.member / megabyte} MB`;
  return uncompressedSize > limits.small && uncompressedSize > compressedSize * limits.ratio
    ? 'it is packed more tightly than text ever is'
    : undefined;
};

const listEntries = async (zip: ZipFile, limits: ArchiveLimits): Promise<readonly Entry[]> => {
  if (zip.entryCount > limits.members) refuse(`it has more than ${limits.members} members`);
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
};

const readStream = async (zip: ZipFile, entry: Entry): Promise<Uint8Array> => {
  const stream = await zip.openReadStreamPromise(entry);
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
};

const damaged = (what: string, cause: unknown): AppError =>
  new AppError('io', `${what} is damaged: ${cause instanceof Error ? cause.message : String(cause)}`, {cause});

/**
 * @param bytes held on to until the archive is let go
 * @throws {AppError} for what is no zip file, is damaged, or is meant to do harm
 */
export const openArchive = async (bytes: Uint8Array, limits: ArchiveLimits = archiveLimits): Promise<Archive> => {
  const open = async () => {
    // Names are decoded here: yauzl gives up the whole archive for one bad name.
    const options = {lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true} as const;
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options);
    return {zip, entries: await listEntries(zip, limits)};
  };
  const {zip, entries} = await open().catch((error: unknown) => {
    throw error instanceof AppError ? error : damaged('the archive', error);
  });
  checkAll(entries, bytes.length, limits);

  const readable = new Map<string, Entry>();
  const skipped: Skipped[] = [];
  for (const entry of entries) {
    const name = decodeName(entry.fileNameRaw);
    const shown = name ?? entry.fileNameRaw.toString('latin1');
    const why =
      name === undefined
        ? 'its name is not in UTF-8'
        : (objections.find(({fits}) => fits(name, entry))?.why ??
          (readable.has(name) ? 'another member has its name' : tooLarge(entry, limits)));
    if (why !== undefined) skipped.push({name: shown, why});
    else if (name !== undefined && !name.endsWith('/')) readable.set(name, entry);
  }
  return {
    members: [...readable].map(([name, {uncompressedSize: size}]) => ({name, size})),
    skipped,
    read: async ({name}) => {
      const entry = readable.get(name);
      if (entry === undefined) throw new AppError('io', `${name} is not in the archive`);
      return readStream(zip, entry).catch((error: unknown) => {
        throw damaged(name, error);
      });
    },
  };
};
