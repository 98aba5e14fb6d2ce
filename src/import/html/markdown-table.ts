/** Tables of HTML: those that hold data become tables of GFM, those that only lay a page out are left to be read as blocks. */
import type {HtmlElement} from './dom.ts';
import {type InlineContext, inlineText} from './markdown-inline.ts';

/** What no cell of a GFM table can hold. */
const tooMuchForCell =
  'table, ul, ol, pre, blockquote, h1, h2, h3, h4, h5, h6, figure, p + p, div + div, iframe, video';

/** Cells that one cell may stand for. */
const widestSpan = 50;

const rowsOf = (table: HtmlElement): readonly HtmlElement[] =>
  [...table.children].flatMap(part =>
    part.localName === 'tr'
      ? [part]
      : /^t(?:head|body|foot)$/.test(part.localName)
        ? [...part.children].filter(row => row.localName === 'tr')
        : [],
  );

const cellsOf = (row: HtmlElement): readonly HtmlElement[] =>
  [...row.children].filter(({localName}) => localName === 'td' || localName === 'th');

const writeCell = (cell: HtmlElement, context: InlineContext): readonly string[] => {
  const span = Math.min(widestSpan, Number.parseInt(cell.getAttribute('colspan') ?? '', 10) || 1);
  const text = inlineText([cell], context).replaceAll('|', '\\|');
  return [text, ...Array.from({length: Math.max(0, span - 1)}, () => '')];
};

const isLayout = (table: HtmlElement, rows: readonly (readonly HtmlElement[])[]): boolean =>
  /^(?:presentation|none)$/.test(table.getAttribute('role') ?? '') ||
  rows.every(cells => cells.length < 2) ||
  table.querySelector(tooMuchForCell) !== null;

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** @returns its Markdown; undefined when it is no table of data */
export const writeTable = (table: HtmlElement, context: InlineContext): string | undefined => {
  const rows = rowsOf(table);
  const cells = rows.map(cellsOf);
  if (isLayout(table, cells)) return undefined;
  const written = cells.map(row => row.flatMap(cell => writeCell(cell, context))).filter(row => row.some(Boolean));
  if (written.length === 0) return '';
  const width = written.reduce((most, row) => Math.max(most, row.length), 0);
  const hasHeading = cells[0]?.some(({localName}) => localName === 'th') || rows[0]?.parentNode?.localName === 'thead';
  const heading = hasHeading ? (written.shift() ?? []) : [];
  const columns = Array.from({length: width}, (_, index) => heading[index] ?? '');
  // Wide tables repeat their heading for those who scroll.
  const rowLines = written.map(line).filter(row => !hasHeading || row !== line(columns));
  return [line(columns), line(columns.map(() => '---')), ...rowLines].join('\n');
};
