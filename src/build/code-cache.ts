/**
 * V8's compiled code of the reader's chunks, kept in a file between runs. V8 trusts such bytes blindly: damaged ones crash
 * it, and it takes code for a source of the same length. So a file is believed only when its own checksum and that of each
 * source fit, and when nobody but the user could have written it.
 */
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {dirname, join} from 'node:path';

export interface CachedCode {
  /** CRC-32 of the source that the code was compiled from. */
  readonly source: number;
  readonly code: Uint8Array;
}

export type CodeCache = ReadonlyMap<string, CachedCode>;

/** `zlib.crc32`, handed in because loading zlib takes a while. */
export type Crc32 = (data: Uint8Array) => number;

const prefix = 'code-';
const magic = 0x4e504331;
/** Milliseconds after which another build's code is believed to be of no more use. */
const outdated = 7 * 24 * 3_600_000;
const headerBytes = 12;
const entryBytes = 12;

/** V8 copies code that does not begin at a multiple of this. */
const alignment = 8;
const align = (offset: number): number => Math.ceil(offset / alignment) * alignment;

/**
 * Where the code is kept: one file for each build of newsprint, V8 and processor.
 * @param folder newsprint's cache folder
 * @param build what tells this build of newsprint from others
 */
export const codeCacheFile = (folder: string, build: string): string =>
  join(folder, `${prefix}${build}-${process.versions.v8}-${process.arch}.bin`);

/** The bytes of a regular file that belongs to the user and that nobody else may write; undefined for anything else. */
const readOwn = (file: string): Buffer | undefined => {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const status = fstatSync(descriptor);
    const isOwn = status.isFile() && status.uid === process.getuid?.() && (status.mode & 0o022) === 0;
    return isOwn ? readFileSync(descriptor) : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
};

/** @returns what the file holds; empty when there is none or it may not be believed */
export const readCodeCache = (file: string, crc32: Crc32): CodeCache => {
  const entries = new Map<string, CachedCode>();
  const bytes = readOwn(file);
  if (!bytes || bytes.length < headerBytes || bytes.readUInt32LE(0) !== magic) return entries;
  if (crc32(bytes.subarray(8)) !== bytes.readUInt32LE(4)) return entries;
  let at = headerBytes;
  for (let left = bytes.readUInt32LE(8); left > 0; left--) {
    const nameBytes = bytes.readUInt32LE(at);
    const source = bytes.readUInt32LE(at + 4);
    const codeBytes = bytes.readUInt32LE(at + 8);
    const name = bytes.toString('utf8', at + entryBytes, at + entryBytes + nameBytes);
    const start = align(at + entryBytes + nameBytes);
    entries.set(name, {source, code: bytes.subarray(start, start + codeBytes)});
    at = align(start + codeBytes);
  }
  return entries;
};

const encode = (cache: CodeCache, crc32: Crc32): Buffer => {
  const parts: Buffer[] = [Buffer.alloc(headerBytes)];
  let length = headerBytes;
  const add = (part: Uint8Array) => {
    const padding = align(length + part.length) - length - part.length;
    parts.push(Buffer.from(part.buffer, part.byteOffset, part.length), Buffer.alloc(padding));
    length += part.length + padding;
  };
  for (const [name, {source, code}] of cache) {
    const label = Buffer.from(name);
    const head = Buffer.alloc(entryBytes);
    head.writeUInt32LE(label.length, 0);
    head.writeUInt32LE(source, 4);
    head.writeUInt32LE(code.length, 8);
    add(Buffer.concat([head, label]));
    add(code);
  }
  const bytes = Buffer.concat(parts);
  bytes.writeUInt32LE(magic, 0);
  bytes.writeUInt32LE(cache.size, 8);
  bytes.writeUInt32LE(crc32(bytes.subarray(8)), 4);
  return bytes;
};

/**
 * Writes the file whole or not at all, and removes old ones of other builds. A folder that cannot be written to is no
 * trouble: the program starts a little later then.
 */
export const writeCodeCache = (
  file: string,
  cache: CodeCache,
  {build, crc32}: {readonly build: string; readonly crc32: Crc32},
): void => {
  const folder = dirname(file);
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, {recursive: true, mode: 0o700});
    writeFileSync(draft, encode(cache, crc32), {mode: 0o600, flag: 'wx'});
    renameSync(draft, file);
    for (const name of readdirSync(folder)) {
      const isOther = name.startsWith(prefix) && !name.startsWith(`${prefix}${build}-`);
      // Two builds in use at once would else take turns in removing each other's.
      if (isOther && Date.now() - statSync(join(folder, name)).mtimeMs > outdated) rmSync(join(folder, name));
    }
  } catch {
    try {
      rmSync(draft, {force: true});
    } catch {
      // The folder cannot be written to.
    }
  }
};
