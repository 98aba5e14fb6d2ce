/** The text of drawn lines as one piece to search in, and the way from a place in it back to the lines. */
import type {Found} from '../find-text.ts';
import {stripStyles} from './style-state.ts';

/** A part of a line as it reads, without its escape sequences, in UTF-16 units. */
export interface Piece extends Found {
  readonly line: number;
}

export interface LineText {
  /** Lines as they read, ended by `\n`, without what they are set in by. */
  readonly text: string;
  /** The parts of lines that a stretch of the text stands on. */
  piecesOf(found: Found): readonly Piece[];
}

/** Blanks, and the bars and arrows that quotes, figures and folded code repeat on each line. */
const setIn = /^[\s▏│┃>↳]*/;

/** The index of the last of ascending numbers that is not above a value, by binary search; 0 when all are. */
const lastNotAbove = (numbers: readonly number[], value: number): number => {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
};

export const lineTextOf = (lines: readonly string[]): LineText => {
  const visible = lines.map(stripStyles);
  const parts = visible.map(line => {
    const skipped = setIn.exec(line)?.[0].length ?? 0;
    return {skipped, text: line.slice(skipped).trimEnd()};
  });
  const starts: number[] = [];
  let at = 0;
  for (const {text} of parts) {
    starts.push(at);
    at += text.length + 1;
  }
  return {
    text: parts.map(({text}) => text).join('\n'),
    piecesOf: ({start, end}) => {
      const pieces: Piece[] = [];
      for (let line = lastNotAbove(starts, start); line < parts.length && (starts[line] ?? end) < end; line++) {
        const {skipped, text} = parts[line] ?? {skipped: 0, text: ''};
        const from = Math.max(start - (starts[line] ?? 0), 0);
        const to = Math.min(end - (starts[line] ?? 0), text.length);
        if (from < to) pieces.push({line, start: skipped + from, end: skipped + to});
      }
      return pieces;
    },
  };
};
