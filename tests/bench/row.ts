/** What a benchmark says: how much something took, alone or against something else in the same run, or why that is not known. */

interface Named {
  readonly what: string;
}

type Unit = 'ms' | 'MB' | 'articles/s';

/** A ratio says something on any machine. */
export interface ComparedRow extends Named {
  /** Median; milliseconds unless said otherwise. */
  readonly took: number;
  readonly unit?: Unit;
  readonly against: string;
  readonly baseline: number;
  /** Where it is not that of the two medians. */
  readonly ratio?: number;
  /** The ratio to stay below; absent where the figure is only for knowing. */
  readonly reach?: number;
}

/** A figure by itself. */
export interface PlainRow extends Named {
  readonly took: number;
  readonly unit?: Unit;
  readonly atMost?: number;
  readonly atLeast?: number;
}

export interface SkippedRow extends Named {
  readonly skipped: string;
}

export type Row = ComparedRow | PlainRow | SkippedRow;

export const ratioOf = (row: Row): number | undefined =>
  'against' in row ? (row.ratio ?? row.took / row.baseline) : undefined;

const columns = ['what', 'took', 'against', 'took', 'ratio', 'reach'] as const;

const amount = (value: number, unit: Unit = 'ms'): string => `${value.toFixed(unit === 'ms' ? 1 : 0)} ${unit}`;

const judged = (limit: string, isReached: boolean): string => `${limit} ${isReached ? '✓' : '✗'}`;

const limitOf = ({took, unit, atMost, atLeast}: PlainRow): string => {
  if (atMost !== undefined) return judged(`≤ ${amount(atMost, unit)}`, took <= atMost);
  return atLeast === undefined ? '' : judged(`≥ ${amount(atLeast, unit)}`, took >= atLeast);
};

const cellsOf = (row: Row): string[] => {
  if ('skipped' in row) return [row.what, '—', row.skipped];
  const {what, took, unit} = row;
  if (!('against' in row)) return [what, amount(took, unit), '', '', '', limitOf(row)];
  const ratio = row.ratio ?? took / row.baseline;
  const verdict = row.reach === undefined ? '' : judged(`≤ ${row.reach}×`, ratio <= row.reach);
  return [what, amount(took, unit), row.against, amount(row.baseline, unit), `${ratio.toFixed(2)}×`, verdict];
};

/** @returns an aligned table, one row a line */
export const renderRows = (rows: readonly Row[]): string => {
  const table = [[...columns], ...rows.map(cellsOf)];
  // Reasons are long, and nothing stands behind them.
  const widths = columns.map((_, column) =>
    Math.max(...table.map(cells => (cells.length > 3 ? (cells[column]?.length ?? 0) : 0))),
  );
  widths[0] = Math.max(...rows.map(({what}) => what.length));
  return table
    .map(cells =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
