/** Blobs as they come out of the database: as an `ArrayBuffer` or as bytes somewhere in one, whichever way they were asked for. */

export type Blob = ArrayBuffer | Uint8Array;

/** Not a copy. */
export const bytesOf = (blob: Blob): Uint8Array => (blob instanceof Uint8Array ? blob : new Uint8Array(blob));

/** A buffer of its own, at the beginning of which the blob stands: numbers of more than a byte must be aligned in theirs. */
export const bufferOf = (blob: Blob): ArrayBuffer => {
  if (!(blob instanceof Uint8Array)) return blob;
  const buffer = new ArrayBuffer(blob.length);
  new Uint8Array(buffer).set(blob);
  return buffer;
};
