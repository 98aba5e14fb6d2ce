/** Text as bytes in any charset that `TextDecoder` knows: its table, read backwards. */
import {decodeWindows1252} from '../../src/core/encoding.ts';

const tables = new Map<string, Map<string, readonly number[]>>();

const isDoubleByte = (charset: string) => /^(?:shift_jis|euc-|gb|big5)/.test(charset);

const tableOf = (charset: string) => {
  const made = tables.get(charset);
  if (made !== undefined) return made;
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: readonly number[]) => {
    const raw = Uint8Array.from(bytes);
    const text = charset === 'windows-1252' ? decodeWindows1252(raw) : new TextDecoder(charset).decode(raw);
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  if (isDoubleByte(charset)) {
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail);
  }
  tables.set(charset, table);
  return table;
};

const encodeUtf32 = (text: string, isLittle: boolean): Uint8Array => {
  const letters = [...text];
  const bytes = new Uint8Array(letters.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [at, letter] of letters.entries()) view.setUint32(at * 4, letter.codePointAt(0) ?? 0, isLittle);
  return bytes;
};

const wide: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8': text => Buffer.from(text),
  'utf-16le': text => Buffer.from(text, 'utf16le'),
  'utf-16be': text => Buffer.from(text, 'utf16le').swap16(),
  'utf-32le': text => encodeUtf32(text, true),
  'utf-32be': text => encodeUtf32(text, false),
};

/** @throws where the charset has no such letter */
export const encodeAs = (charset: string, text: string): Uint8Array =>
  wide[charset]?.(text) ??
  Uint8Array.from(
    [...text].flatMap(letter => {
      const bytes = tableOf(charset).get(letter);
      if (bytes === undefined) throw new Error(`${charset} has no ${letter}`);
      return bytes;
    }),
  );
