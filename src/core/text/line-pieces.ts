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
    piecesOf: ({start, end}) =>
      parts.flatMap(({skipped, text}, line): Piece[] => {
        const from = Math.max(start - (starts[line] ?? 0), 0);
        const to = Math.min(end - (starts[line] ?? 0), text.length);
        return from < to ? [{line, start: skipped + from, end: skipped + to}] : [];
      }),
  };
};
