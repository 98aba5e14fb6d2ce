/**
 * Where Ink draws a frame: texts written to places, clipped, laid over each other. Stands in for Ink's own
 * `build/output.js`, whose interface and results it has; that one makes an object for each cell of each frame, this one
 * composes only rows that it has not composed lately.
 */
import sliceAnsi from 'slice-ansi';
import {width as widthOf} from '../../core/text/width.ts';
import {createRecent, itself} from './recent.ts';
import {noStyles, type Run, readRuns, toCells, writeRuns} from './styled-runs.ts';

interface Clip {
  readonly x1: number | undefined;
  readonly x2: number | undefined;
  readonly y1: number | undefined;
  readonly y2: number | undefined;
}

type Transformer = (line: string, index: number) => string;

interface Placed {
  readonly x: number;
  readonly line: string;
}

/** The texts of a row, in the order in which they were written. */
interface Row {
  readonly width: number;
  readonly placed: Placed[];
}

const keyOf = ({width, placed}: Row): string => {
  let key = String(width);
  for (const {x, line} of placed) key += `\u0000${x}\u0000${line}`;
  return key;
};

const runsOf = createRecent(500, itself, readRuns);
const blank = (columns: number): Run => ({text: ' '.repeat(columns), columns, styles: noStyles});

/** Left to right without overlaps: the common case. */
const joinRow = ({width, placed}: Row): readonly Run[] | undefined => {
  const row: Run[] = [];
  let filled = 0;
  for (const {x, line} of placed) {
    if (x < filled || x > width) return undefined;
    if (x > filled) row.push(blank(x - filled));
    filled = x;
    for (const run of runsOf(line)) {
      row.push(run);
      filled += run.columns;
    }
  }
  if (filled < width) row.push(blank(width - filled));
  return row;
};

/** Cell by cell, later texts over earlier ones. What is cut of a wide character stays as it is: half of it is drawn over. */
const overlayRow = ({width, placed}: Row): readonly Run[] => {
  const cells = toCells([blank(width)]);
  for (const {x, line} of placed) {
    let at = x;
    for (const cell of toCells(runsOf(line))) cells[at++] = cell;
  }
  // Filtering also closes the holes that a text far to the right leaves.
  return cells.filter(cell => cell !== undefined);
};

const composeRow = createRecent(500, keyOf, row => writeRuns(joinRow(row) ?? overlayRow(row)).trimEnd());

/** A class because Ink makes it with `new`. */
export default class Output {
  readonly width: number;
  readonly height: number;
  readonly #rows: Row[];
  readonly #clips: Clip[] = [];

  constructor({width, height}: {width: number; height: number}) {
    this.width = width;
    this.height = height;
    this.#rows = Array.from({length: height}, () => ({width, placed: []}));
  }

  clip(clip: Clip): void {
    this.#clips.push(clip);
  }

  unclip(): void {
    this.#clips.pop();
  }

  /** @param x column and @param y row of the text's first character */
  write(x: number, y: number, text: string, {transformers}: {transformers: readonly Transformer[]}): void {
    if (!text) return;
    const clipped = this.#clipped(x, y, text.split('\n'));
    if (!clipped) return;
    for (const [index, line] of clipped.lines.entries()) {
      const row = this.#rows[clipped.y + index];
      // Ink, too, draws nothing of a text that begins above the frame.
      if (!row) break;
      const transformed = transformers.reduce((current, transform) => transform(current, index), line);
      if (transformed !== '') row.placed.push({x: clipped.x, line: transformed});
    }
  }

  get(): {output: string; height: number} {
    return {output: this.#rows.map(composeRow).join('\n'), height: this.height};
  }

  #clipped(x: number, y: number, lines: string[]): {x: number; y: number; lines: string[]} | undefined {
    const {x1, x2, y1, y2} = this.#clips.at(-1) ?? {};
    const at = {x, y, lines};
    const isCutAcross = x1 !== undefined && x2 !== undefined;
    const isCutDown = y1 !== undefined && y2 !== undefined;
    if (isCutAcross) {
      const widest = lines.reduce((most, line) => Math.max(most, widthOf(line)), 0);
      if (x + widest < x1 || x > x2) return undefined;
    }
    if (isCutDown && (y + lines.length < y1 || y > y2)) return undefined;
    if (isCutAcross) {
      const from = Math.max(0, x1 - x);
      at.lines = lines.map(line => {
        const width = widthOf(line);
        const to = Math.min(width, x2 - x);
        return from === 0 && to === width ? line : sliceAnsi(line, from, to);
      });
      at.x = Math.max(x, x1);
    }
    if (isCutDown) {
      at.lines = at.lines.slice(Math.max(0, y1 - y), Math.min(lines.length, y2 - y));
      at.y = Math.max(y, y1);
    }
    return at;
  }
}
