/** Reads one file, whatever it turns out to be: nothing that would wait for a writer is opened for long, nothing huge is read. */
import {closeSync, constants, fstatSync, openSync, readSync, type Stats} from 'node:fs';

/** A larger file is no article. */
export const largestFile = 64 * 1024 * 1024;

export type FileReading =
  | {
      readonly bytes: Uint8Array;
      /** When the file was last written, in milliseconds since 1970. */
      readonly modified: number;
    }
  | {readonly refused: string};

/** What most files are read into, one after the other; a larger file gets memory of its own. */
const shared = Buffer.allocUnsafeSlow(256 * 1024);

const grown = (buffer: Buffer<ArrayBuffer>, length: number): Buffer<ArrayBuffer> => {
  const larger = Buffer.allocUnsafeSlow(Math.min(buffer.length * 2, largestFile + 1));
  buffer.copy(larger, 0, 0, length);
  return larger;
};

/** Reads to the end, wherever that is by then: the size is only a hint, since files grow and some tell none. */
const readAll = (file: number, {size, mtimeMs}: Stats): FileReading => {
  let buffer = size < shared.length ? shared : Buffer.allocUnsafeSlow(size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(file, buffer, length, buffer.length - length, null);
    length += count;
    if (length > largestFile) return {refused: tooLarge};
    if (count === 0) return {bytes: buffer.subarray(0, length), modified: mtimeMs};
    if (length === buffer.length) buffer = grown(buffer, length);
  }
};

const tooLarge = `larger than ${largestFile / 1024 / 1024} MB`;

/**
 * The bytes of a regular file, good until the next call.
 * @param path as text, or as bytes where the name is no UTF-8
 * @throws errors of the file system
 */
export const readArticleFile = (path: string | Buffer): FileReading => {
  // A pipe without a writer would keep us waiting at `open`; not so with O_NONBLOCK, which regular files don't mind.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return {refused: 'no regular file'};
    if (stat.size > largestFile) return {refused: tooLarge};
    return readAll(file, stat);
  } finally {
    closeSync(file);
  }
};
