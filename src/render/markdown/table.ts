/** Tables that fit: columns share the width and cells are wrapped; where that is too narrow each row becomes a card. */
import type {Table} from '../../core/markdown/tokens.ts';
import {stripStyles} from '../../core/text/style-state.ts';
import {type Alignment, fit} from '../../core/text/truncate.ts';
import {width} from '../../core/text/width.ts';
import {wrap} from '../../core/text/wrap.ts';
import {type Canvas, ruleWidth} from './canvas.ts';
import {type ColumnNeed, shareWidth} from './columns.ts';
import {flow} from './flow.ts';

const gap = '  ';
/** Words longer than this may be cut: an address must not take a whole table's width. */
const longestUncut = 14;
/** A card's values need so many columns to stand beside their names. */
const narrowestValue = 12;

/** Cells with their styles; lines of one cell are parted by newlines. */
type Row = readonly string[];

const largest = (numbers: readonly number[]): number => numbers.reduce((most, number) => Math.max(most, number), 0);

const widest = (lines: readonly string[]): number => largest(lines.map(width));

const needOf = (cells: readonly string[]): ColumnNeed => {
  let natural = 1;
  let least = 1;
  for (const cell of cells) {
    natural = Math.max(natural, widest(cell.split('\n')));
    for (const word of stripStyles(cell).split(/\s+/)) least = Math.max(least, Math.min(width(word), longestUncut));
  }
  return {natural, least: Math.min(natural, least)};
};

const isBlank = (cell: string): boolean => stripStyles(cell).trim() === '';

/** Rows may be shorter than the head: what they lack costs nothing. */
const drawRow = (row: Row, allWidths: readonly number[], aligns: readonly Alignment[]): string[] => {
  const widths = allWidths.slice(0, row.length);
  const cells = widths.map((room, column) => wrap(row[column] ?? '', room));
  const height = largest(cells.map(lines => lines.length));
  return Array.from({length: height}, (_, line) =>
    widths
      .map((room, column) => fit(cells[column]?.[line] ?? '', room, aligns[column] ?? 'left'))
      .join(gap)
      .trimEnd(),
  );
};

const joinRows = (rows: readonly (readonly string[])[], rule: string): string[] => {
  // Rows of several lines run into each other without something between them; a few among many do not.
  const isTall = rows.filter(lines => lines.length > 1).length * 3 > rows.length;
  return rows.flatMap((lines, index) => (isTall && index > 0 ? [rule, ...lines] : lines));
};

/** @param names columns for the names of the values */
const drawCard = (header: Row, row: Row, names: number, canvas: Canvas): string[] => {
  const {style} = canvas.theme;
  return row.flatMap((value, column) => {
    const name = header[column] ?? '';
    if (isBlank(value)) return [];
    if (isBlank(name)) return wrap(value, canvas.width);
    if (canvas.width - names - gap.length < narrowestValue)
      return [
        ...wrap(name, canvas.width).map(style.strong),
        ...wrap(value, canvas.width - gap.length).map(line => gap + line),
      ];
    const nameLines = wrap(name, names);
    const lines = wrap(value, canvas.width - names - gap.length);
    return Array.from({length: Math.max(nameLines.length, lines.length)}, (_, index) =>
      (style.strong(fit(nameLines[index] ?? '', names)) + gap + (lines[index] ?? '')).trimEnd(),
    );
  });
};

export const drawTable = (table: Table, canvas: Canvas): string[] => {
  const {style} = canvas.theme;
  const cell = (nodes: Parameters<Canvas['inline']>[0]): string =>
    flow(canvas.inline(nodes), Number.POSITIVE_INFINITY).join('\n');
  const header = table.header.map(cell);
  const rows = table.rows.map(row => row.map(cell));
  const columns = header.map(name => [name]);
  for (const row of rows) for (const [column, value] of row.entries()) columns[column]?.push(value);
  const needs = columns.map(needOf);
  const gaps = gap.length * (needs.length - 1);
  const widths = shareWidth(needs, canvas.width - gaps);
  if (!widths) {
    const rule = style.rule(canvas.glyphs.rowRule.repeat(ruleWidth(canvas.width)));
    const names = Math.min(widest(header.map(stripStyles)), Math.floor(canvas.width / 2));
    const cards = rows.map(row => drawCard(header, row, names, canvas)).filter(lines => lines.length > 0);
    return cards.flatMap((lines, index) => (index > 0 ? [rule, ...lines] : lines));
  }
  const total = widths.reduce((sum, one) => sum + one, gaps);
  const aligns = widths.map((_, column) => table.align[column] ?? 'left');
  const drawn = rows.map(row => drawRow(row, widths, aligns));
  const body = joinRows(drawn, style.rule(canvas.glyphs.rowRule.repeat(total)));
  if (header.every(isBlank)) return body;
  const rule = style.rule(
    widths
      .map(one => canvas.glyphs.rule.repeat(one))
      .join(canvas.glyphs.rule === '-' ? gap : canvas.glyphs.rule.repeat(2)),
  );
  return [...drawRow(header, widths, aligns).map(style.strong), rule, ...body];
};
