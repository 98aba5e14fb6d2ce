/** What an escape sequence looks like, after ECMA-48 and xterm's ctlseqs; for taking them out of text from outside. */

/** Longest title, address or picture that is believed to be inside a sequence. What is longer is text behind a stray introducer. */
const longestPayload = 65_536;

/**
 * Each alternative takes a sequence whole, 7-bit or 8-bit. A payload holds no control characters, so every attempt stops
 * at the next introducer and the whole search stays linear.
 */
const sequence = new RegExp(
  [
    // OSC, DCS, SOS, PM, APC and screen's title: closed by BEL or ST.
    `(?:\\x1b[\\]PX^_k]|[\\x90\\x98\\x9d-\\x9f])[^\\x00-\\x1f\\x7f-\\x9f]{0,${longestPayload}}(?:\\x07|\\x1b\\\\|\\x9c)`,
    // The same without an end: only what is surely not text goes.
    '(?:\\x1b\\]|\\x9d)[\\d;]{0,8}',
    '(?:\\x1bP|\\x90)(?:tmux;|[\\d;]{0,16}(?:[|$+!][a-z]?)?)',
    // CSI, complete or broken off.
    '(?:\\x1b\\[|\\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]?',
    // Single shifts take the character after them.
    '(?:\\x1b[NO]|[\\x8e\\x8f])[!-~]?',
    // Character sets (ESC ( B) and everything else of two characters.
    '\\x1b[ -/]{1,4}[0-~]?',
    '\\x1b[0-~]',
  ].join('|'),
  'g',
);

/** @returns the text without escape sequences. Control characters that belong to none are left. */
export const dropEscapeSequences = (text: string): string => text.replace(sequence, '');
