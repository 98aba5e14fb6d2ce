/**
 * V8's compiled code of the packs, kept in files between runs. V8 trusts such bytes blindly: damaged ones crash it, and it
 * takes code for any source of the same length. So a file is believed only when its own checksum and that of the source
 * fit, and when nobody but the user could have written it.
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
import {checksum} from './checksum.ts';

const prefix = 'code-';

/** Magic, checksum of all that follows, checksum of the source, nothing: so that V8 finds the code at a multiple of 8 and need not copy it. */
const headerBytes = 16;
const magic = 0x4e504332;
const checkedFrom = 8;

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

/** @returns the code that was compiled from exactly this source; undefined when there is none or it may not be believed */
export const readCode = (file: string, source: Uint8Array): Buffer | undefined => {
  const bytes = readOwn(file);
  if (!bytes || bytes.length <= headerBytes || bytes.readUInt32LE(0) !== magic) return undefined;
  const isWhole = checksum(bytes.subarray(checkedFrom)) === bytes.readUInt32LE(4);
  return isWhole && checksum(source) === bytes.readUInt32LE(8) ? bytes.subarray(headerBytes) : undefined;
};

const encode = (code: Uint8Array, source: Uint8Array): Buffer => {
  const bytes = Buffer.concat([Buffer.alloc(headerBytes), code]);
  bytes.writeUInt32LE(magic, 0);
  bytes.writeUInt32LE(checksum(source), 8);
  bytes.writeUInt32LE(checksum(bytes.subarray(checkedFrom)), 4);
  return bytes;
};

/** Writes the file whole or not at all. A folder that cannot be written to is no trouble: the program starts a little later then. */
export const writeCode = (file: string, code: Uint8Array, source: Uint8Array): void => {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), {recursive: true, mode: 0o700});
    writeFileSync(draft, encode(code, source), {mode: 0o600, flag: 'wx'});
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
