/**
 * V8's compiled code of the packs, kept in files between runs. V8 trusts such bytes blindly: damaged ones crash it, and it
 * takes code for any source of the same length. So the code is kept twice and believed when both are equal (that takes
 * microseconds; a checksum takes 3 ms in cold JavaScript, and 5 to load with zlib), when the source has not been touched
 * since, and when nobody but the user could have written the file.
 */
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {dirname, join} from 'node:path';
import {makeFolder} from '../store/make-folder.ts';

const prefix = 'code-';

/** Magic, size and time of the source as numbers of 8 bytes, behind which V8 need not copy the code that follows. */
const headerBytes = 24;
const magic = 0x4e504334;

/** Milliseconds after which another build's code is believed to be of no more use. */
const outdated = 7 * 24 * 3_600_000;

/**
 * Where a pack's code is kept: one file for each build of newsprint, V8 and processor.
 * @param folder newsprint's cache folder
 * @param build what tells this build of newsprint from others
 */
export const codeFile = (folder: string, build: string, pack: string): string =>
  join(folder, `${prefix}${build}-${process.versions.v8}-${process.arch}-${pack}.bin`);

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

/** What tells a source from an edited one. */
export interface SourceStamp {
  readonly size: number;
  readonly mtimeMs: number;
}

const headerOf = ({size, mtimeMs}: SourceStamp): Uint8Array =>
  new Uint8Array(new Float64Array([magic, size, mtimeMs]).buffer);

/** Through an array, since Node compiles each of a Buffer's methods when it is first called. */
const hasHeader = (bytes: Buffer, {size, mtimeMs}: SourceStamp): boolean => {
  const [mark, ofSize, ofTime] = new Float64Array(bytes.buffer, bytes.byteOffset, headerBytes / 8);
  return mark === magic && ofSize === size && ofTime === mtimeMs;
};

/** @returns the code that was compiled from this source; undefined when there is none or it may not be believed */
export const readCode = (file: string, source: SourceStamp): Buffer | undefined => {
  const bytes = readOwn(file);
  if (!bytes || bytes.length <= headerBytes) return undefined;
  const codeBytes = (bytes.length - headerBytes) / 2;
  if (!Number.isInteger(codeBytes) || bytes.byteOffset % 8 !== 0 || !hasHeader(bytes, source)) return undefined;
  const copy = headerBytes + codeBytes;
  return bytes.compare(bytes, headerBytes, copy, copy) === 0 ? bytes.subarray(headerBytes, copy) : undefined;
};

/** Writes the file whole or not at all. A folder that cannot be written to is no trouble: the program starts a little later then. */
export const writeCode = (file: string, code: Uint8Array, source: SourceStamp): void => {
  const draft = `${file}.${process.pid}`;
  try {
    makeFolder(dirname(file));
    writeFileSync(draft, Buffer.concat([headerOf(source), code, code]), {mode: 0o600, flag: 'wx'});
    renameSync(draft, file);
  } catch {
    try {
      rmSync(draft, {force: true});
    } catch {
      // Then there is nothing to remove.
    }
  }
};

/** Removes the code that other builds left. Two builds in use at once would take turns in it, so only what is old. */
export const removeOutdated = (folder: string, build: string): void => {
  try {
    for (const name of readdirSync(folder)) {
      const isOther = name.startsWith(prefix) && !name.startsWith(`${prefix}${build}-`);
      if (isOther && Date.now() - statSync(join(folder, name)).mtimeMs > outdated) rmSync(join(folder, name));
    }
  } catch {
    // It stays.
  }
};
