/** Where web addresses stand in plain text, without the punctuation of the sentence around them. */
import {late} from '../core/late.ts';

/** A scheme, the beginning of a host, and the characters of RFC 3986 and 3987; what it does not allow ends an address. */
const address = late(
  () =>
    /(?:https?|ftp):\/\/[\p{L}\p{N}[][\p{L}\p{N}\p{M}\-._~:/?#[\]@!$&'()*+,;=%]*|www\.(?:(?!(?:https?|ftp):\/\/)[\w\-.~:/?#@$&+,;=%]){0,2000}/giu,
);

/** What ends a sentence or a mark rather than an address, as GFM has it (§6.9). */
const trailing = /[?!.,:;*_~'[\]]/;
const entityEnd = /&#?\w{1,40};$/;

const count = (text: string, character: string): number => text.split(character).length - 1;

/** So many marks may follow an address; what has more of them is none. */
const mostTrailing = 40;

const withoutTrailing = (found: string): string => {
  let unopened = count(found, ')') - count(found, '(');
  let end = found.length;
  for (let cut = 0; cut < mostTrailing; cut++) {
    const last = found.charAt(end - 1);
    const isBracket = last === ')' && unopened > 0;
    const isEnd =
      trailing.test(last) &&
      !(last === ']' && found.includes('[')) &&
      !entityEnd.test(found.slice(Math.max(0, end - 44), end));
    if (!isBracket && !isEnd) break;
    if (isBracket) unopened--;
    end--;
  }
  return found.slice(0, end);
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
