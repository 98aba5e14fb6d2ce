/** How many columns text takes on a terminal. */
import {clusterAt, clusterWidth} from './cluster.ts';
import {stripStyles} from './style-state.ts';

/** Stands in the table for a mark that goes with whatever is before it. */
const mark = 3;

/**
 * Code units that begin a cluster of this many columns, and marks that go on with it. Where any other unit is near, the
 * place is looked at closely: joiners, surrogates, scripts whose letters combine.
 */
const simpleRanges: readonly (readonly [first: number, last: number, kind: 1 | 2 | typeof mark])[] = [
  [0x20, 0x7e, 1], // ASCII
  [0xa0, 0xac, 1],
  [0xae, 0x2ff, 1], // Latin, phonetic
  [0x300, 0x36f, mark],
  [0x370, 0x482, 1], // Greek, Cyrillic
  [0x48a, 0x556, 1], // Cyrillic, Armenian
  [0x591, 0x5bd, mark],
  [0x5d0, 0x5ea, 1], // Hebrew
  [0x60b, 0x60f, 1],
  [0x61b, 0x61b, 1],
  [0x61d, 0x64a, 1], // Arabic
  [0x64b, 0x65f, mark],
  [0x660, 0x66f, 1],
  [0x671, 0x6d5, 1],
  [0x904, 0x939, 1], // Devanagari
  [0x985, 0x9b9, 1], // Bengali
  [0xb83, 0xbb9, 1], // Tamil
  [0xe01, 0xe30, 1], // Thai
  [0xe31, 0xe31, mark],
  [0xe34, 0xe3a, mark],
  [0xe3f, 0xe46, 1],
  [0xe47, 0xe4e, mark],
  [0x1000, 0x102a, 1], // Burmese
  [0x10a0, 0x10ff, 1], // Georgian
  [0x1200, 0x135a, 1], // Ethiopic
  [0x1780, 0x17b3, 1], // Khmer
  [0x1e00, 0x1fff, 1], // Latin, Greek
  [0x2010, 0x2015, 1],
  [0x2018, 0x2027, 1],
  [0x2030, 0x205e, 1],
  [0x2070, 0x20c0, 1], // raised and lowered figures, currencies
  [0x2100, 0x218b, 1],
  [0x2190, 0x2319, 1],
  [0x2500, 0x25fc, 1], // boxes
  [0x2600, 0x2613, 1], // stars, ticks
  [0x270c, 0x2727, 1],
  [0x2758, 0x2794, 1],
  [0x3000, 0x3029, 2], // CJK
  [0x3041, 0x3096, 2],
  [0x3099, 0x309a, mark],
  [0x309b, 0x30ff, 2],
  [0x3400, 0x4dbf, 2],
  [0x4e00, 0x9fff, 2],
  [0xac00, 0xd7a3, 2], // Hangul
  [0xff01, 0xff60, 2],
];

/** Text of which every code unit takes one column. (With more than 16 ranges V8 takes ten times as long.) */
const narrow =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0556\u1e00-\u1fff\u2010-\u2015\u2018-\u2027\u2030-\u205e\u2070-\u20c0\u2190-\u2319\u2500-\u25fc\u2600-\u2613\u270c-\u2727]*$/;

let simple: Uint8Array | undefined;

const makeSimple = (): Uint8Array => {
  const table = new Uint8Array(0x10000);
  for (const [first, last, kind] of simpleRanges) table.fill(kind, first, last + 1);
  return table;
};

/** Few clusters make up most text of a script that needs the close look. */
const known = new Map<string, number>();
const mostKnown = 4096;

const knownWidth = (cluster: string): number => {
  const found = known.get(cluster);
  if (found !== undefined) return found;
  const columns = clusterWidth(cluster);
  if (known.size >= mostKnown) known.clear();
  known.set(cluster, columns);
  return columns;
};

/** Whether each code unit takes one column and may be cut from the next. */
export const isNarrow = (text: string): boolean => narrow.test(text);

export type VisitCluster = (cluster: string, columns: number) => boolean | undefined;

/**
 * Visits the grapheme clusters of text without escape sequences, from the first on, with the columns each one takes.
 * @param visit returns false to end the visit
 * @param from the code unit to begin at, where a cluster begins
 */
export const clusters = (text: string, visit: VisitCluster, from = 0): void => {
  simple ??= makeSimple();
  let at = from;
  while (at < text.length) {
    const kind = simple[text.charCodeAt(at)];
    let next = at;
    if (kind === 1 || kind === 2) {
      next += 1;
      while (simple[text.charCodeAt(next)] === mark) next += 1;
    }
    // Behind the end the table has undefined, which is as good as a simple unit.
    const isSimple = next > at && simple[text.charCodeAt(next)] !== 0;
    const cluster = isSimple ? text.slice(at, next) : clusterAt(text, at);
    if (visit(cluster, isSimple && kind !== undefined ? kind : knownWidth(cluster)) === false) return;
    at += cluster.length;
  }
};

/** Columns of one line of text; styles and links in it take none. */
export const width = (text: string): number => {
  if (isNarrow(text)) return text.length;
  const visible = stripStyles(text);
  if (isNarrow(visible)) return visible.length;
  let sum = 0;
  clusters(visible, (_, columns) => {
    sum += columns;
    return undefined;
  });
  return sum;
};
