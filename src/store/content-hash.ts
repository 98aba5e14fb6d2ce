/** What tells one file's bytes from another's: the first 64 bits of SHA-1. */
import {createHash} from 'node:crypto';

/** @returns 16 hexadecimal digits */
export const contentHash = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex').slice(0, 16);
