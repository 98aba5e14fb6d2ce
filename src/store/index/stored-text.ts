/**
 * Texts of the index, read as bytes: libsql ends the process at a TEXT that is no UTF-8, which a damaged file may hold at any
 * place. So whoever reads from it casts: texts to BLOB, numbers to INTEGER or REAL. (An INTEGER PRIMARY KEY is always a number.)
 */
import {type Blob, bytesOf} from './related/blobs.ts';

/** Of a column that was cast to BLOB. */
export const textOf = (blob: Blob | null | undefined): string => {
  if (blob === null || blob === undefined) return '';
  const {buffer, byteOffset, byteLength} = bytesOf(blob);
  return Buffer.from(buffer, byteOffset, byteLength).toString();
};

/** Numbers with commas between, which is the quick way to hand over many. */
export const numbersOfList = (blob: Blob | null | undefined): number[] => {
  const list = textOf(blob);
  return list === '' ? [] : list.split(',').map(Number);
};
