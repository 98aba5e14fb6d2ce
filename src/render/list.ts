/** Lists of articles: lines for scripts, and a table for a terminal. */
import {truncate} from '../core/text/truncate.ts';
import {width as widthOf} from '../core/text/width.ts';
import {type ListedArticle, type ListField, listFieldText} from './list-fields.ts';
import type {Role, Theme} from './theme.ts';

/** One article a line, fields with tabs between them, `-` for an empty one. */
export const renderListLines = (listed: readonly ListedArticle[], fields: readonly ListField[]): string =>
  tabbedLines(listed.map(article => fields.map(name => listFieldText(article, name))));

/** Rows of cells as lines; no cell may hold a tab or a newline. */
export const tabbedLines = (rows: readonly (readonly string[])[]): string =>
  rows.map(cells => `${cells.map(cell => cell || '-').join('\t')}\n`).join('');

export interface Column {
  readonly role?: Role;
  readonly align?: 'left' | 'right';
  /** Columns it is not made narrower than, unless it has less to show. */
  readonly least: number;
}

/** Half an id finds nothing, half a title still says something. */
const whole = Number.POSITIVE_INFINITY;

const columnOf: Readonly<Record<ListField, Column>> = {
  id: {role: 'muted', least: whole},
  date: {role: 'byline', least: whole},
  section: {role: 'kicker', least: 8},
  title: {role: 'headline', least: 24},
  authors: {role: 'byline', least: 10},
  tags: {role: 'muted', least: 10},
  source: {role: 'byline', least: 10},
  url: {role: 'link', least: 16},
  words: {role: 'muted', align: 'right', least: whole},
  minutes: {role: 'muted', align: 'right', least: whole},
  state: {role: 'muted', least: whole},
  path: {role: 'muted', least: 16},
};

export interface TableOptions {
  /** Columns of the terminal; 0 lets every cell have what it takes. */
  readonly width: number;
  readonly theme: Theme;
}

/** What is shown where nothing was chosen: as much of it as has room, from the first choice on. */
const tableFields: readonly (readonly ListField[])[] = [
  ['date', 'section', 'title', 'id'],
  ['date', 'section', 'title'],
  ['date', 'title'],
  ['title'],
];

const gap = 2;

/** @param fields absent: those that have room */
export const renderListTable = (
  listed: readonly ListedArticle[],
  fields: readonly ListField[] | undefined,
  options: TableOptions,
): string => {
  const rowsOf = (names: readonly ListField[]) =>
    listed.map(article => names.map(name => listFieldText(article, name)));
  const candidates = fields === undefined ? tableFields : [fields];
  const hasRoom = (names: readonly ListField[]) => {
    const columns = names.map(name => columnOf[name]);
    return (
      options.width === 0 ||
      sum(leastWidths(widestCells(rowsOf(names), columns), columns, options.width)) <= roomFor(columns, options.width)
    );
  };
  const chosen = candidates.find(hasRoom) ?? candidates.at(-1) ?? [];
  return renderTable(
    rowsOf(chosen),
    chosen.map(name => columnOf[name]),
    options,
  );
};

/** Rows as an aligned table: the widest columns give way first, down to what each needs; no row takes two lines while that fits. */
export const renderTable = (
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  {width, theme}: TableOptions,
): string => {
  const wanted = widestCells(rows, columns);
  const widths =
    width === 0 ? wanted : fairWidths(wanted, leastWidths(wanted, columns, width), roomFor(columns, width));
  return rows
    .map(row => {
      const cells = columns.map((column, index) => styledCell(row[index] ?? '', column, widths[index] ?? 0, theme));
      return `${cells.join(' '.repeat(gap)).trimEnd()}\n`;
    })
    .join('');
};

const styledCell = (text: string, {role, align}: Column, columns: number, theme: Theme): string => {
  const cell = truncate(text, columns);
  const fill = ' '.repeat(Math.max(0, columns - widthOf(cell)));
  const styled = role === undefined || cell === '' ? cell : theme.style[role](cell);
  return align === 'right' ? `${fill}${styled}` : `${styled}${fill}`;
};

const roomFor = (columns: readonly Column[], width: number): number => width - gap * (columns.length - 1);

const widestCells = (rows: readonly (readonly string[])[], columns: readonly Column[]): readonly number[] =>
  columns.map((_, index) => rows.reduce((widest, row) => Math.max(widest, widthOf(row[index] ?? '')), 0));

const leastWidths = (wanted: readonly number[], columns: readonly Column[], width: number): readonly number[] =>
  columns.map(({least}, index) => Math.min(least, wanted[index] ?? 0, width));

/** Max-min fair shares (Bertsekas & Gallager, Data Networks, §6.5.2): the widest cap that lets all fit, so what is narrow stays whole. */
const fairWidths = (wanted: readonly number[], least: readonly number[], room: number): readonly number[] => {
  const capped = (cap: number) => wanted.map((columns, index) => Math.min(columns, Math.max(least[index] ?? 0, cap)));
  let [low, high] = [0, Math.max(0, ...wanted)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sum(capped(middle)) <= room) low = middle;
    else high = middle - 1;
  }
  return capped(low);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
