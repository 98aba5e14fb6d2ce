/** A line of styled text as runs, stretches of the same style. Ink keeps the same for each character by itself. */
import {
  type AnsiCode,
  ansiCodesToString,
  diffAnsiCodes,
  reduceAnsiCodesIncremental,
  styledCharsFromTokens,
  tokenize,
} from '@alcalzone/ansi-tokenize';
import {clusters, isNarrow} from '../../core/text/width.ts';
import {createRecent, itself} from './recent.ts';

export interface Run {
  readonly text: string;
  /** Each character takes one at least: a frame has no place for what takes none. */
  readonly columns: number;
  readonly styles: readonly AnsiCode[];
}

export const noStyles: readonly AnsiCode[] = [];

/** What takes a place of its own: a cluster and its columns. */
const eachCharacter = (text: string, visit: (character: string, columns: number) => void): void =>
  clusters(text, (cluster, columns) => {
    visit(cluster, Math.max(1, columns));
  });

const columnsOf = (text: string): number => {
  if (isNarrow(text)) return text.length;
  let sum = 0;
  eachCharacter(text, (_, columns) => {
    sum += columns;
  });
  return sum;
};

/** SGR sequences, and OSC 8 closed by BEL: what the package knows. */
const known = /\x1b(?:\[[\d;]*m|\]8;[^;\x07]*;[^\x07]*\x07)/g;
const introducer = /[\x1b\x9b]/;

const codesOf = createRecent(500, itself, sequence => tokenize(sequence) as AnsiCode[]);

const readWithPackage = (line: string): Run[] =>
  styledCharsFromTokens(tokenize(line)).map(({value, styles}) => ({text: value, columns: columnsOf(value), styles}));

/** @returns the runs of one line, left to right */
export const readRuns = (line: string): readonly Run[] => {
  if (!introducer.test(line)) return line === '' ? [] : [{text: line, columns: columnsOf(line), styles: noStyles}];
  const runs: Run[] = [];
  let styles = noStyles;
  let start = 0;
  const push = (text: string) => {
    if (text !== '') runs.push({text, columns: columnsOf(text), styles});
  };
  known.lastIndex = 0;
  for (let match = known.exec(line); match; match = known.exec(line)) {
    push(line.slice(start, match.index));
    styles = reduceAnsiCodesIncremental(styles as AnsiCode[], codesOf(match[0]));
    start = known.lastIndex;
  }
  push(line.slice(start));
  // Other sequences are characters to Ink, however odd that looks; nothing of newsprint's own writes them.
  return runs.some(({text}) => introducer.test(text)) ? readWithPackage(line) : runs;
};

/** The runs as text, with as few escape sequences as Ink would write. */
export const writeRuns = (runs: readonly Run[]): string => {
  let text = '';
  let styles = noStyles;
  const change = (to: readonly AnsiCode[]) => {
    if (styles === to) return;
    text += ansiCodesToString(diffAnsiCodes(styles as AnsiCode[], to as AnsiCode[]));
    styles = to;
  };
  for (const run of runs) {
    change(run.styles);
    text += run.text;
  }
  change(noStyles);
  return text;
};

/** One run a column; the columns behind a wide character hold an empty one. */
export const toCells = (runs: readonly Run[]): Run[] => {
  const cells: Run[] = [];
  for (const {text, styles} of runs) {
    eachCharacter(text, (character, columns) => {
      cells.push({text: character, columns, styles});
      for (let more = 1; more < columns; more++) cells.push({text: '', columns: 0, styles});
    });
  }
  return cells;
};
