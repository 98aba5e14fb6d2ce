/**
 * The one gate for text from outside. Whatever comes from a file, a file name, front matter, an address or an error
 * message is hostile until it has passed one of the functions here, after its entities are decoded. Each of them is
 * idempotent and linear in its input.
 */
import {late} from './late.ts';
import {dropEscapeSequences} from './text/escape-sequence.ts';
import {capMarks, dropInvisible, dropJoiners} from './text/invisible.ts';
import {balanceIsolates} from './text/isolates.ts';

declare const safe: unique symbol;

/** Text that cannot act on a terminal: no control characters but newline and tab, no bidi override, no isolate left open on a line. Made only by `block`, `inline` and `field`. */
export type SafeText = string & {readonly [safe]: 'text' | 'field'};

/** One line of it: newlines and tabs became spaces, runs of spaces one, ends trimmed. For titles, list columns, window titles. */
export type SafeField = string & {readonly [safe]: 'field'};

/** An absolute http, https, mailto or similar harmless address, percent-encoded ASCII. The only thing that may be linked, opened or copied as an address. Made only by `url`. */
export type SafeUrl = string & {readonly [safe]: 'url'};

/** Letters, punctuation and ideographs that need no look at all: most text ends here. */
const plain =
  /^[\n\t\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u2bff\u2e00-\u3029\u3030-\u3098\u309b-\ua66e\uac00-\ud7a3\uff01-\uff9d]*$/;

/** The same for Hebrew and Arabic. Apart, since V8 reads a class of more than sixteen ranges many times slower. */
const plainRightToLeft =
  /^[\n\t\x20-\x7e\xa0-\xac\u05d0-\u05ea\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a\u0660-\u066f\u0671-\u06d3\u2010-\u2027]*$/;

/** Anything that one of the steps below acts on. */
const suspicious = late(
  () =>
    /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u2065\ufff0-\ufff8\p{Cf}\p{Cs}\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]|\p{M}{9}/u,
);

const isClean = (text: string): boolean => plain.test(text) || plainRightToLeft.test(text) || !suspicious().test(text);

/** Lone surrogates go first, so that no pair can form when what stood between two of them is taken out. */
const dropControls = (text: string): string =>
  dropEscapeSequences(text.replace(/[\ud800-\udfff]/gu, '\ufffd'))
    .replace(/\r\n?|[\x0b\x0c\x85\u2028\u2029]/g, '\n')
    .replace(/[\0-\x08\x0e-\x1f\x7f-\x9f]/g, '');

/** Each step leaves nothing for those before it to do, or a second pass would find more to take out. */
const settle = (text: string): string => dropJoiners(balanceIsolates(capMarks(dropInvisible(text))));

/** Makes text of several lines safe: newlines and tabs stay; other line ends become newlines. */
export const block = (text: string): SafeText => (isClean(text) ? text : settle(dropControls(text))) as SafeText;

const flatten = (text: string): string => text.replaceAll('\n', ' ').replaceAll('\t', ' ');

/** Makes a piece of a line safe: each newline or tab becomes a space, spaces stay as they are. */
export const inline = (text: string): SafeText =>
  (isClean(text) ? flatten(text) : settle(flatten(dropControls(text)))) as SafeText;

/** Makes one line safe, as `SafeField` describes it. */
export const field = (text: string): SafeField => {
  const line: string = inline(text);
  return (line.includes('  ') ? line.replace(/ {2,}/g, ' ') : line).trim() as SafeField;
};

/** Longer addresses are no addresses of articles, and terminals drop them. */
const longestUrl = 8192;

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'gemini:', 'gopher:', 'ftp:', 'ftps:']);

/** Asking first spares most of the throwing. It is not the last word: of some host names Node says that they can be parsed, and then can't. */
const parsedUrl = (address: string): URL | undefined => {
  if (!URL.canParse(address)) return undefined;
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
};

/**
 * Makes an address safe: absolute, of a scheme that only fetches or writes a mail, no user name that could pose as the
 * host, host in punycode, everything else percent-encoded to visible ASCII.
 * @returns undefined for every other address
 */
export const url = (address: string): SafeUrl | undefined => {
  const parsed = address.length > longestUrl ? undefined : parsedUrl(address);
  if (parsed === undefined) return undefined;
  const goal = parsed.protocol === 'mailto:' ? parsed.pathname : parsed.host;
  if (!schemes.has(parsed.protocol) || goal === '') return undefined;
  parsed.username = '';
  parsed.password = '';
  return parsed.href.replace(/[^\x21-\x7e]|["<>\\^`{|}]/g, encodeURIComponent) as SafeUrl;
};

/**
 * Makes a JSON document safe to print without changing what it says: what a terminal would act on or hide is written
 * `\uXXXX`. (`JSON.stringify` itself does so up to U+001F and for lone surrogates.)
 */
export const escapeJson = (json: string): string =>
  json.replace(
    /[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g,
    found => found.replace(/./gs, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
