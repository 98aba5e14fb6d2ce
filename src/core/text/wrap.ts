/** Breaking text into lines of a width; styles, links and isolates are closed at each line's end and opened again on the next. */
import {breaksAfterDash, pieces} from './line-break.ts';
import {stripStyles} from './style-state.ts';
import {cutStyled, type Span} from './styled-span.ts';
import {clusters, isNarrow, width as widthOf} from './width.ts';

/** Behind which signs an overlong word or a line of code is cut rather than in mid-word. */
const goodCut = /[\s/?&=#_.,;:)\]}-]/;

/** Which part of a line is filled at least, good cut or not. */
const leastFilled = 0.6;

/** What fits on a line of text that can't be broken otherwise: at least one cluster, preferably up to a good cut. */
const cut = (text: string, {start, end}: Span, width: number): {end: number; columns: number} => {
  let at = start;
  let taken = 0;
  let good = {end, columns: 0};
  clusters(
    text,
    (cluster, columns) => {
      if (at >= end || (taken + columns > width && at > start)) return false;
      at += cluster.length;
      taken += columns;
      if (goodCut.test(cluster)) good = {end: at, columns: taken};
      return undefined;
    },
    start,
  );
  return at < end && good.columns > width * leastFilled ? good : {end: at, columns: taken};
};

/** Breaks a line on which each code unit takes one column. Gives what `breakMixed` gives, many times faster. */
const breakNarrow = (text: string, {start, end}: Span, width: number): Span[] => {
  const lines: Span[] = [];
  let at = start;
  while (end - at > width) {
    let to = at + width;
    while (to > at && text.charCodeAt(to) !== 0x20 && !breaksAfterDash(text, to)) to -= 1;
    if (to === at && text.charCodeAt(at) !== 0x20) to = cut(text, {start: at, end}, width).end;
    const length = text.slice(at, to).trimEnd().length;
    if (length > 0) lines.push({start: at, end: at + length});
    at = to;
    while (text.charCodeAt(at) === 0x20) at += 1;
  }
  return [...lines, {start: at, end}];
};

/** Breakable spaces, or a stretch without any. */
const stretches =
  /([ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+)|[^ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+/g;

const breakMixed = (text: string, {start, end}: Span, width: number): Span[] => {
  const lines: Span[] = [];
  let line = {start, end: start};
  let at = start;
  /** Columns of the line so far, and of the spaces behind it. */
  let used = 0;
  let gap = 0;

  const place = (length: number, columns: number): void => {
    if (used + gap + columns > width) {
      if (line.end > line.start) lines.push(line);
      line = {start: at, end: at};
      used = 0;
      gap = 0;
    }
    const pieceEnd = at + length;
    let rest = columns;
    while (rest > width) {
      const part = cut(text, {start: at, end: pieceEnd}, width);
      if (part.end === pieceEnd) break;
      lines.push({start: at, end: part.end});
      at = part.end;
      line = {start: at, end: at};
      rest -= part.columns;
    }
    used += gap + rest;
    gap = 0;
    at = pieceEnd;
    line = {start: line.start, end: at};
  };

  for (const [stretch, isSpaces] of text.slice(start, end).matchAll(stretches)) {
    if (isSpaces === undefined) pieces(stretch, place);
    else {
      gap += widthOf(stretch);
      at += stretch.length;
    }
  }
  return [...lines, line];
};

type BreakLine = (text: string, line: Span, width: number) => Span[];

const breakProse: BreakLine = (text, {start, end}, width) => {
  const content = text.slice(start, end).trimEnd();
  const line = {start, end: start + content.length};
  return isNarrow(content) ? breakNarrow(text, line, width) : breakMixed(text, line, width);
};

const breakCode: BreakLine = (text, line, width) => {
  const rows: Span[] = [];
  let {start} = line;
  do {
    const {end} = cut(text, {start, end: line.end}, width);
    rows.push({start, end});
    start = end;
  } while (start < line.end);
  return rows;
};

const breakLines = (styled: string, width: number, breakLine: BreakLine): string[] => {
  const text = styled.replaceAll('\t', ' ');
  const visible = stripStyles(text);
  const spans: Span[] = [];
  let start = 0;
  while (start <= visible.length) {
    const newline = visible.indexOf('\n', start);
    const end = newline === -1 ? visible.length : newline;
    for (const span of breakLine(visible, {start, end}, Math.max(1, width))) spans.push(span);
    start = end + 1;
  }
  return cutStyled(text, visible, spans);
};

/**
 * Breaks prose into lines: at spaces, between ideographs by the rules of kinsoku, between the words of Thai, Lao, Khmer and
 * Burmese, behind the dashes of compounds; words longer than a line are cut, addresses behind a slash or the like.
 * A newline in the text is kept, a tab is a space. Spaces at a break go, nothing else.
 * @param width columns; no line takes more, unless a single wide character does
 * @returns at least one line; none has a style, link or isolate that is open at its end
 */
export const wrap = (text: string, width: number): string[] => breakLines(text, width, breakProse);

/** Breaks preformatted text: like `wrap`, but all spaces stay, and a line goes on until it is full or a little before. Expand tabs first. */
export const fold = (text: string, width: number): string[] => breakLines(text, width, breakCode);

/** A line with its tabs expanded, cell by cell: the columns before a cell are never counted twice. */
const expandLine = (line: string, every: number): string => {
  const [first = '', ...cells] = line.split('\t');
  let column = widthOf(first);
  let expanded = first;
  for (const cell of cells) {
    const gap = every - (column % every);
    column += gap + widthOf(cell);
    expanded += ' '.repeat(gap) + cell;
  }
  return expanded;
};

/**
 * Replaces each tab by the spaces up to the next tab stop.
 * @param text lines without styles
 * @param every columns between tab stops
 */
export const expandTabs = (text: string, every: number): string =>
  text.includes('\t')
    ? text
        .split('\n')
        .map(line => expandLine(line, every))
        .join('\n')
    : text;
