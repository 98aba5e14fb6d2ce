/**
 * The one gate for text from outside. Whatever comes from a file, a file name, front matter, an address or an error
 * message is hostile until it has passed one of the functions here, after its entities are decoded.
 */

declare const safe: unique symbol;

/** Text that cannot act on a terminal: no control characters but newline and tab, no bidi override, no isolate left open on a line. Made only by `block` and `field`. */
export type SafeText = string & {readonly [safe]: 'text' | 'field'};

/** One line of it: newlines and tabs became spaces, runs of spaces one, ends trimmed. For titles, list columns, window titles. */
export type SafeField = string & {readonly [safe]: 'field'};

/** An absolute http, https, mailto or similar harmless address, percent-encoded ASCII. The only thing that may be linked, opened or copied as an address. Made only by `url`. */
export type SafeUrl = string & {readonly [safe]: 'url'};
