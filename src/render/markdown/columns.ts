/** How a table shares its width among its columns. */

export interface ColumnNeed {
  /** Columns its widest cell takes on one line. */
  readonly natural: number;
  /** Columns below which its words would be cut. */
  readonly least: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/**
 * Widths of the columns: each gets what it needs, or its least, and what is left goes in equal parts to those that need more
 * (max-min fair shares, Bertsekas & Gallager, Data Networks, §6.5.2).
 * @param room columns for all of them, without the gaps
 * @returns nothing when even the least widths don't fit
 */
export const shareWidth = (needs: readonly ColumnNeed[], room: number): number[] | undefined => {
  if (sum(needs.map(need => need.natural)) <= room) return needs.map(need => need.natural);
  if (sum(needs.map(need => need.least)) > room) return;
  const widths = needs.map(() => 0);
  let free = room;
  let waiting = needs.map((need, index) => ({...need, index}));
  while (waiting.length > 0) {
    const share = Math.floor(free / waiting.length);
    // A column that must have more than its share goes first: it leaves less for the others.
    const greedy = waiting.filter(({least}) => least > share);
    const settled = greedy.length > 0 ? greedy : waiting.filter(({natural}) => natural <= share);
    if (settled.length === 0) {
      for (const [place, {index}] of waiting.entries()) widths[index] = share + (place < free % waiting.length ? 1 : 0);
      break;
    }
    for (const {index, natural, least} of settled) {
      const width = greedy.length > 0 ? least : natural;
      widths[index] = width;
      free -= width;
    }
    waiting = waiting.filter(({index}) => widths[index] === 0);
  }
  return widths;
};
