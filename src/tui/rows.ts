/** The rows of the front page's list: its entries, and above each group a heading. Rows count from 0 at the top of the list. */
import type {ListState} from './state.ts';

type Rows = Pick<ListState, 'entries' | 'groups'>;

/** What stands in a row: a heading, by its group, or an entry. */
export type RowContent = {readonly group: number} | {readonly entry: number};

export const rowCount = ({entries, groups}: Rows): number => entries.length + (groups?.starts.length ?? 0);

/** The last index whose value is not above: -1 where all are. @param values ascending */
const lastUpTo = (length: number, valueAt: (index: number) => number, most: number): number => {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** The row of an entry. */
export const rowOf = ({groups}: Rows, entry: number): number =>
  groups === undefined ? entry : entry + 1 + lastUpTo(groups.starts.length, group => groups.starts[group] ?? 0, entry);

export const contentOf = ({groups}: Rows, row: number): RowContent => {
  if (groups === undefined) return {entry: row};
  const headingOf = (group: number): number => (groups.starts[group] ?? 0) + group;
  const group = lastUpTo(groups.starts.length, headingOf, row);
  return headingOf(group) === row ? {group} : {entry: row - group - 1};
};

/** How many entries a group has. */
export const sizeOf = ({entries, groups}: Rows, group: number): number =>
  (groups?.starts[group + 1] ?? entries.length) - (groups?.starts[group] ?? 0);

/** The entry so many rows from another one; headings are passed over, in the direction of the move where it is a single row. */
export const entryBeyond = (list: Rows, entry: number, by: number): number => {
  const {groups} = list;
  if (groups === undefined || !Number.isFinite(by)) return entry + by;
  const row = Math.max(0, Math.min(rowOf(list, entry) + by, rowCount(list) - 1));
  const content = contentOf(list, row);
  if ('entry' in content) return content.entry;
  return (groups.starts[content.group] ?? 0) - (by === -1 ? 1 : 0);
};
