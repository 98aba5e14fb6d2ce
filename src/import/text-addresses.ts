/** Where web addresses stand in plain text, without the punctuation of the sentence around them. */
import {late} from '../core/late.ts';

/** A scheme, the beginning of a host, and the characters of RFC 3986 and 3987; what it does not allow ends an address. */
const address = late(
  () =>
    /(?:https?|ftp):\/\/[\p{L}\p{N}[][\p{L}\p{N}\p{M}\-._~:/?#[\]@!$&'()*+,;=%]*|www\.(?:(?!(?:https?|ftp):\/\/)[\w\-.~:/?#@$&+,;=%])*/giu,
);

/** What ends a sentence or a mark rather than an address, as GFM has it (§6.9). */
const trailing = /[?!.,:;*_~'[\]]/;
const entityEnd = /&#?\w{1,40};$/;

const closesNothing = (text: string): boolean => text.endsWith(')') && text.split(')').length > text.split('(').length;

/** An address can be mistaken for its end this often; more of it is no address. */
const mostTrailing = 40;

const withoutTrailing = (found: string): string => {
  let text = found;
  for (let cut = 0; cut < mostTrailing; cut++) {
    const isEnd =
      trailing.test(text.slice(-1)) && !(text.endsWith(']') && text.includes('[')) && !entityEnd.test(text.slice(-44));
    if (!isEnd && !closesNothing(text)) break;
    text = text.slice(0, -1);
  }
  return text;
};

export interface TextAddress {
  readonly text: string;
  /** Place of its first character. */
  readonly start: number;
  /** Whether it is none without a reader's guess: it begins with `www.`. */
  readonly lacksScheme: boolean;
}

/** The addresses of a text in the order they stand. */
export function* addressesIn(text: string): Generator<TextAddress> {
  for (const {0: found, index} of text.matchAll(address())) {
    yield {text: withoutTrailing(found), start: index, lacksScheme: /^w/i.test(found)};
  }
}
