/** Writes to a file or pipe without a stream: making one loads Node's network code, a seventh of the start of a list. */
import {fstatSync, writeSync} from 'node:fs';

/** Whether a descriptor is a file, pipe or socket; terminals (and `/dev/null`) need a stream. */
export const isDirect = (descriptor: number): boolean => {
  try {
    return !fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
};

/** Milliseconds to wait for a pipe that is full. */
const pause = 5;

/**
 * Returns when all of it is written. A pipe that another process made non-blocking is waited for.
 * @throws what the system says: `EPIPE` when nobody reads any more, `ENOSPC` when the disk is full
 */
export const writeDirectly = (descriptor: number, text: string | Uint8Array): void => {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
};
