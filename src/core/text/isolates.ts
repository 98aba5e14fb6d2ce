/** Bidirectional isolates (U+2066–2069): which of them pair up, and how a pair is carried over line ends. */

const closer = '\u2069';

/** Deeper nesting has no use in prose, and reopening without a limit on every line would be quadratic. */
const deepest = 4;

/** Any isolate character. */
export const isolate = /[\u2066-\u2069]/;

/**
 * Follows the isolates that are open.
 * @returns what is open after `character`, innermost last; `open` itself when it is no isolate
 */
export const trackIsolate = (open: string, character: string): string => {
  if (character === closer) return open.slice(0, -1);
  return isolate.test(character) ? open + character : open;
};

/** What closes all that is `open`. */
export const closeIsolates = (open: string): string => closer.repeat(open.length);

/** Positions of the isolates that have a partner; those nested too deep have none. */
const paired = (text: string): Set<number> => {
  const open: number[] = [];
  const kept = new Set<number>();
  for (const match of text.matchAll(/[\u2066-\u2069]/g)) {
    if (match[0] !== closer) {
      open.push(match.index);
      continue;
    }
    const start = open.pop();
    if (start !== undefined && open.length < deepest) kept.add(start).add(match.index);
  }
  return kept;
};

/**
 * Makes every line self-contained: a pair that spans lines is closed at each line's end and opened again on the next,
 * and isolates without a partner go.
 */
export const balanceIsolates = (text: string): string => {
  if (!isolate.test(text)) return text;
  const kept = paired(text);
  let open = '';
  return text.replace(/[\u2066-\u2069]|\n+/g, (found, position: number) => {
    if (found[0] === '\n') return closeIsolates(open) + found + open;
    if (!kept.has(position)) return '';
    open = trackIsolate(open, found);
    return found;
  });
};
