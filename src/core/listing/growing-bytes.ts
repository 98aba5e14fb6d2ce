/** Bytes that are written one piece after the other, not known how many. */

/** Bytes that grow at their end. */
export const createBytes = (expected: number) => {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(expected);
  let length = 0;
  const reserve = (more: number): void => {
    if (length + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, length + more));
    larger.set(bytes.subarray(0, length));
    bytes = larger;
  };
  return {
    get length() {
      return length;
    },
    add: (piece: Uint8Array): void => {
      reserve(piece.length);
      bytes.set(piece, length);
      length += piece.length;
    },
    addText: (text: string): void => {
      // UTF-8 takes at most three bytes a UTF-16 unit.
      reserve(text.length * 3);
      length += encoder.encodeInto(text, bytes.subarray(length)).written;
    },
    done: (): Uint8Array => bytes.slice(0, length),
  };
};
