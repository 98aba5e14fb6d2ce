/** The bytes of a text file as text, whatever wrote it. */

export interface DecodedText {
  /** Without byte order mark; line ends as they are. */
  readonly text: string;
  /** What had to be guessed or was lost, to be told to the reader. */
  readonly problem?: string;
}

interface ByteOrderMark {
  readonly encoding: string;
  readonly bytes: readonly number[];
}

const byteOrderMarks: readonly ByteOrderMark[] = [
  {encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf]},
  {encoding: 'utf-16le', bytes: [0xff, 0xfe]},
  {encoding: 'utf-16be', bytes: [0xfe, 0xff]},
];

/** How many bytes are looked at for a guess. */
const sampleSize = 2048;

/** What stands for bytes that are no UTF-8, unless it was written. */
const replacement = '\ufffd';

const decodeAs = (encoding: string, bytes: Uint8Array): string =>
  new TextDecoder(encoding, {ignoreBOM: true}).decode(bytes);

/**
 * UTF-16 without a mark shows in its zeros: Latin letters, spaces and line ends have one as every other byte, and text in
 * any script has spaces and line ends. Zeros on both sides, or few of them, are a binary file or a mishap.
 */
export const guessUtf16 = (bytes: Uint8Array): string | undefined => {
  const zeros = [0, 0];
  const size = Math.min(bytes.length, sampleSize) & ~1;
  for (let at = 0; at < size; at++) {
    if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const enough = Math.max(2, size / 16);
  if (odd >= enough && even === 0) return 'utf-16le';
  if (even >= enough && odd === 0) return 'utf-16be';
  return undefined;
};

/** What Windows-1252 has at 0x80–0x9F in place of Latin-1's control characters; the five gaps keep those. */
const windowsLetters = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Node's own decoder of this name takes it for Latin-1 in some versions. */
export const decodeWindows1252 = (bytes: Uint8Array): string => {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return pieces.join('').replace(/[\x80-\x9f]/g, letter => windowsLetters[letter.charCodeAt(0) - 0x80] ?? letter);
};

/** The length of the UTF-8 sequence at `at`, 0 if there is none. Overlong forms and surrogates are left to the decoder. */
const sequenceLength = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at] ?? 0;
  const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let next = 1; next < length; next++) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
};

/** How many characters beyond ASCII are whole UTF-8, and how many bytes are none. */
export const countUtf8 = (bytes: Uint8Array): {whole: number; broken: number} => {
  const count = {whole: 0, broken: 0};
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) count.broken++;
    if (length > 1) count.whole++;
    at += Math.max(length, 1);
  }
  return count;
};

/** UTF-8 with a few bytes damaged or cut off is still UTF-8; what is mostly no UTF-8 is taken for Windows-1252, of which Latin-1's letters are a part. */
const decodeBroken = (bytes: Uint8Array): DecodedText => {
  const {whole, broken} = countUtf8(bytes);
  return whole >= broken
    ? {
        text: decodeAs('utf-8', bytes),
        problem: `damaged: ${broken === 1 ? 'one byte is' : `${broken} bytes are`} no UTF-8`,
      }
    : {text: decodeWindows1252(bytes), problem: 'not in UTF-8; read as Windows-1252'};
};

export const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** A decoder that fails is made only where there is doubt: making one takes as long as decoding some twenty articles. */
const decodeUtf8 = (bytes: Uint8Array): DecodedText => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return !text.includes(replacement) || isUtf8(bytes) ? {text} : decodeBroken(bytes);
};

const withNulsTold = (decoded: DecodedText): DecodedText => ({
  ...decoded,
  problem: decoded.problem ?? 'holds NUL characters; it may not be a text file',
});

/**
 * UTF-8, UTF-16 with a byte order mark or plainly so, else Windows-1252. Never fails. The bytes are not held on to.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const mark = byteOrderMarks.find(({bytes: start}) => start.every((byte, at) => bytes[at] === byte));
  const content = bytes.subarray(mark?.bytes.length ?? 0);
  if (mark !== undefined && mark.encoding !== 'utf-8') return {text: decodeAs(mark.encoding, content)};
  if (!content.includes(0)) return decodeUtf8(content);
  const guess = mark === undefined ? guessUtf16(content) : undefined;
  return guess === undefined
    ? withNulsTold(decodeUtf8(content))
    : {text: decodeAs(guess, content), problem: 'UTF-16 without a byte order mark'};
};
