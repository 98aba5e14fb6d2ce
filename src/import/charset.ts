/**
 * The bytes of a page, a feed or a text as text. Like a browser it believes the byte order mark, then the header, then what
 * the document says of itself; unlike one it mends labels that cannot be true, and guesses where there is none.
 */
import {countUtf8, decodeWindows1252, guessUtf16, isUtf8} from '../core/encoding.ts';
import {guessCharset} from './charset-guess.ts';
import {byteOrderMark, charsetOfLabel, type DocumentKind, labelOfContentType, labelWithin} from './charset-labels.ts';
import {decodeKorean} from './korean.ts';
import {decodeUtf32, guessUtf32} from './utf32.ts';

export interface DecodedBytes {
  /** Without byte order mark; line ends as they are. */
  readonly text: string;
  /** The name of the Encoding Standard in lower case, or `utf-32le`, `utf-32be`. */
  readonly charset: string;
  /** What had to be mended or guessed, or was lost, to be told to the reader. May hold foreign text. */
  readonly problem?: string;
}

const decoders: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  'windows-1252': decodeWindows1252,
  'euc-kr': decodeKorean,
  'utf-32le': bytes => decodeUtf32(bytes, 'little'),
  'utf-32be': bytes => decodeUtf32(bytes, 'big'),
};

const decodeAs = (charset: string, bytes: Uint8Array): string =>
  decoders[charset]?.(bytes) ?? new TextDecoder(charset, {ignoreBOM: true}).decode(bytes);

const isWide = (charset: string): boolean => /^utf-(?:16|32)/.test(charset);

/** Those in which one byte is one character: whatever the bytes, the label may be true. */
const isSingleByte = (charset: string): boolean => /^(?:windows-|iso-8859|koi8|ibm|mac|x-mac)/.test(charset);

/** Japanese mail's charset is all ASCII, with escape sequences to leave and to come back by. */
const japaneseEscape = /\x1b(?:\$[@B]|\([IJ])/;

const holdsJapaneseEscapes = (bytes: Uint8Array): boolean =>
  bytes.includes(0x1b) && japaneseEscape.test(Buffer.from(bytes.subarray(0, 65_536)).toString('latin1'));

/** A text of which more is lost than this share of what is beyond ASCII is in another charset. */
const mostLost = 1 / 20;

/** What could not be decoded, as a share of what is beyond ASCII. */
const lostShare = (text: string): number => {
  let lost = 0;
  let beyond = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7e) beyond++;
    if (code === 0xfffd) lost++;
  }
  return lost / Math.max(1, beyond);
};

const fits = (charset: string, bytes: Uint8Array): boolean => {
  if (charset === 'utf-8') {
    const {whole, broken} = countUtf8(bytes);
    return whole >= broken;
  }
  // Two bytes a letter can hardly do without a zero: text has blanks and line ends.
  if (isWide(charset) && !bytes.includes(0)) return false;
  return isSingleByte(charset) || lostShare(decodeAs(charset, bytes)) <= mostLost;
};

/** Two-byte sequences of UTF-8 are letters of East Asian charsets too; three-byte ones in good order are not for long. */
const holdsLongUtf8 = (bytes: Uint8Array): boolean => bytes.some(byte => byte >= 0xe0);

interface Labels {
  /** Charsets by the order in which they are to be believed. */
  readonly charsets: readonly string[];
  /** A label that is no charset's. */
  readonly unknown?: string;
}

const labelsOf = (bytes: Uint8Array, contentType: string | undefined, kind: DocumentKind): Labels => {
  const header = contentType === undefined ? undefined : labelOfContentType(contentType);
  const within = labelWithin(bytes, kind);
  const labels = [header, within].filter(label => label !== undefined);
  const unknown = labels.find(label => charsetOfLabel(label) === undefined);
  const ofHeader = header === undefined ? undefined : charsetOfLabel(header);
  const named = within === undefined ? undefined : charsetOfLabel(within);
  // What could be read as ASCII so far is not in UTF-16, whatever it says.
  const ofDocument = named !== undefined && isWide(named) ? 'utf-8' : named;
  const charsets = [ofHeader, ofDocument].filter(charset => charset !== undefined);
  return unknown === undefined ? {charsets} : {charsets, unknown};
};

/** Charsets that a guess does not tell apart, since one holds the other or nearly so. */
const guessedAs: Readonly<Record<string, string>> = {
  gbk: 'gb18030',
  'koi8-r': 'koi8-u',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-8-i': 'windows-1255',
};

/** Markup in UTF-16 begins as in ASCII, with zeros between; further on it may hold letters with zeros at the other side. */
const guessWide = (bytes: Uint8Array): string | undefined => {
  if (!bytes.includes(0)) return undefined;
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  const ofMarkup = /^<\0[^\0]\0/.test(start) ? 'utf-16le' : /^\0<\0[^\0]/.test(start) ? 'utf-16be' : undefined;
  return ofMarkup ?? guessUtf32(bytes) ?? guessUtf16(bytes);
};

const wrongLabel = (label: string, truth: string): string => `says it is in ${label}, but is in ${truth}`;

const decodeValidUtf8 = (bytes: Uint8Array, charsets: readonly string[]): DecodedBytes => {
  const [label = 'utf-8'] = charsets;
  const isAscii = !bytes.some(byte => byte >= 0x80);
  const text = () => decodeAs('utf-8', bytes);
  if (isAscii) {
    const isJapanese = (charsets.includes('iso-2022-jp') || charsets.length === 0) && holdsJapaneseEscapes(bytes);
    return isJapanese
      ? {text: decodeAs('iso-2022-jp', bytes), charset: 'iso-2022-jp'}
      : {text: text(), charset: 'utf-8'};
  }
  if (label === 'utf-8') return {text: text(), charset: 'utf-8'};
  const isTrue = !isWide(label) && !isSingleByte(label) && !holdsLongUtf8(bytes) && fits(label, bytes);
  return isTrue
    ? {text: decodeAs(label, bytes), charset: label}
    : {text: text(), charset: 'utf-8', problem: wrongLabel(label, 'utf-8')};
};

const decodeDamagedUtf8 = (bytes: Uint8Array): DecodedBytes => {
  const {broken} = countUtf8(bytes);
  const problem = `damaged: ${broken === 1 ? 'one byte is' : `${broken} bytes are`} no UTF-8`;
  return {text: decodeAs('utf-8', bytes), charset: 'utf-8', problem};
};

const decodeNoUtf8 = (bytes: Uint8Array, charsets: readonly string[]): DecodedBytes => {
  const [first, ...others] = charsets.filter(charset => fits(charset, bytes));
  if (first === 'utf-8') return decodeDamagedUtf8(bytes);
  const guess = guessCharset(bytes);
  // A header that a server puts on everything it serves is often wrong; the document's own word and its letters outweigh it.
  const isGuessed = (charset: string) => (guessedAs[charset] ?? charset) === guess;
  const outweighing = others.find(isGuessed);
  if (first !== undefined && !isGuessed(first) && outweighing !== undefined) {
    return {text: decodeAs(outweighing, bytes), charset: outweighing, problem: wrongLabel(first, outweighing)};
  }
  if (first !== undefined) {
    const [label = first] = charsets;
    const text = decodeAs(first, bytes);
    return label === first ? {text, charset: first} : {text, charset: first, problem: wrongLabel(label, first)};
  }
  const {whole, broken} = countUtf8(bytes);
  if (whole >= 4 * broken) return decodeDamagedUtf8(bytes);
  const [label] = charsets;
  const problem = label === undefined ? `names no charset; read as ${guess}` : wrongLabel(label, guess);
  return {text: decodeAs(guess, bytes), charset: guess, problem};
};

const withUnknownTold = (decoded: DecodedBytes, unknown: string | undefined): DecodedBytes =>
  unknown === undefined || decoded.problem !== undefined
    ? decoded
    : {
        ...decoded,
        problem: `says it is in "${unknown.slice(0, 40)}", which is no known charset; read as ${decoded.charset}`,
      };

/**
 * @param options.contentType the value of a `Content-Type` header, as it came
 * @param options.kind where the document would name its charset
 * @returns some text for any bytes; never throws
 */
export const decodeBytes = (
  bytes: Uint8Array,
  {contentType, kind}: {readonly contentType?: string | undefined; readonly kind: DocumentKind},
): DecodedBytes => {
  const mark = byteOrderMark(bytes);
  const content = bytes.subarray(mark?.length ?? 0);
  if (mark !== undefined && (mark.charset !== 'utf-8' || isUtf8(content))) {
    return {text: decodeAs(mark.charset, content), charset: mark.charset};
  }
  if (mark !== undefined) return decodeNoUtf8(content, ['utf-8']);
  const wide = guessWide(content);
  if (wide !== undefined) return {text: decodeAs(wide, content), charset: wide};
  const {charsets, unknown} = labelsOf(content, contentType, kind);
  const decoded = isUtf8(content) ? decodeValidUtf8(content, charsets) : decodeNoUtf8(content, charsets);
  return withUnknownTold(decoded, unknown);
};
