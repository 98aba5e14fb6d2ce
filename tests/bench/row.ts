/** What a benchmark says: how long something took, measured against something else in the same run. */

export interface Row {
  readonly what: string;
  /** Median, milliseconds. */
  readonly took: number;
  readonly against: string;
  readonly baseline: number;
  /** The ratio to stay below; absent where the figure is only for knowing. */
  readonly reach?: number;
}

const columns = ['what', 'ms', 'against', 'ms', 'ratio', 'reach'] as const;

const cellsOf = ({what, took, against, baseline, reach}: Row): string[] => {
  const ratio = took / baseline;
  const verdict = reach === undefined ? '' : `≤ ${reach.toFixed(1)} ${ratio <= reach ? '✓' : '✗'}`;
  return [what, took.toFixed(1), against, baseline.toFixed(1), `${ratio.toFixed(2)}×`, verdict];
};

/** @returns an aligned table, one row a line */
export const renderRows = (rows: readonly Row[]): string => {
  const table = [[...columns], ...rows.map(cellsOf)];
  const widths = columns.map((_, column) => Math.max(...table.map(cells => cells[column]?.length ?? 0)));
  return table
    .map(cells =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
