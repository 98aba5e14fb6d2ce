/** Settling the characters of pasted text before its lines are looked at: one form of letters, of line ends and of spaces. */

/** No-break spaces stay where typesetting puts them: inside numbers, before French punctuation, within guillemets. */
const strayNoBreak = /(?<![\d«])[\u00a0\u202f](?![\d;:!?»%€$£])/g;

/** What shows nothing and joins nothing. Joiners (U+200C, U+200D) and directional marks have work to do and stay. */
const invisible = /[\0-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u200b\u2060\ufeff]/g;

/**
 * The text with its characters settled: NFC, line feeds for all line ends, no characters without effect. Typographic
 * characters (quotes, dashes, ellipses, spaces of French punctuation) are kept as they are.
 */
export const cleanText = (text: string): string =>
  text
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/\r\n?|[\x0b\x0c\x85\u2028\u2029]/g, '\n')
    .replace(invisible, '')
    // A soft hyphen before a line's end is where a word was divided.
    .replace(/\u00ad(?!\n)/g, '')
    .replace(strayNoBreak, ' ')
    .normalize('NFC');
