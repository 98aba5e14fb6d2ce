/** Letters beyond ASCII in the fields of a mail: `=?utf-8?Q?Caf=C3=A9?=` (RFC 2047). */

/** Space between two of them is none of the text. */
const encodedWord = /=\?([\w-]{1,40})\?([bq])\?([^?\s]{0,1000})\?=(?:\s+(?==\?))?/gi;

const byteOf = (character: string): number => character.charCodeAt(0);

const charactersOf = (encoding: string, text: string): string =>
  encoding === 'b'
    ? atob(text)
    : text
        .replaceAll('_', ' ')
        .replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** What cannot be decoded stays as it is. */
export const decodeWords = (text: string): string =>
  text.replace(encodedWord, (whole, charset: string, encoding: string, said: string) => {
    try {
      const bytes = Uint8Array.from(charactersOf(encoding.toLowerCase(), said), byteOf);
      return new TextDecoder(charset).decode(bytes);
    } catch {
      return whole;
    }
  });
