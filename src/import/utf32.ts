/** UTF-32, which `TextDecoder` leaves out and feeds are met in. */

const replacement = 0xfffd;

const isScalar = (code: number): boolean => code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);

/** What is no character, and what is left of the last one, become U+FFFD. */
export const decodeUtf32 = (bytes: Uint8Array, endian: 'little' | 'big'): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  const codes: number[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const code = at + 4 <= bytes.length ? view.getUint32(at, endian === 'little') : replacement;
    codes.push(isScalar(code) ? code : replacement);
    if (codes.length === 4096) pieces.push(String.fromCodePoint(...codes.splice(0)));
  }
  pieces.push(String.fromCodePoint(...codes));
  return pieces.join('');
};

/** How many bytes are looked at for a guess. */
const sampleSize = 2048;

/** UTF-32 without a mark shows in its first or last byte of four, which is always 0, and the next, which is so nearly always. */
export const guessUtf32 = (bytes: Uint8Array): 'utf-32le' | 'utf-32be' | undefined => {
  const size = Math.min(bytes.length, sampleSize) & ~3;
  if (size < 8) return undefined;
  let isLittle = true;
  let isBig = true;
  for (let at = 0; at < size; at += 4) {
    const isNul = bytes[at] === 0 && bytes[at + 3] === 0;
    isLittle &&= bytes[at + 3] === 0 && (bytes[at + 2] ?? 0) <= 0x10 && !isNul;
    isBig &&= bytes[at] === 0 && (bytes[at + 1] ?? 0) <= 0x10 && !isNul;
  }
  return isLittle ? 'utf-32le' : isBig ? 'utf-32be' : undefined;
};
