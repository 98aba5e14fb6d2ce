/** Making a line of text fit into columns. */
import {stripStyles} from './style-state.ts';
import {cutStyled} from './styled-span.ts';
import {clusters, isNarrow, width as widthOf} from './width.ts';

const ellipsis = '…';

/** How much of the text fits into `width` columns, in code units; less than all only if it does not fit. */
const fitting = (text: string, width: number): number => {
  let taken = 0;
  let at = 0;
  clusters(text, (cluster, columns) => {
    if (taken + columns > width) return false;
    taken += columns;
    at += cluster.length;
    return undefined;
  });
  return at;
};

/**
 * Shortens a line that is wider than `width` columns, ending it with `…`; styles and links that are open there are closed.
 * @returns the text itself when it fits; nothing for a width below 1
 */
export const truncate = (text: string, width: number): string => {
  if (text.length <= width && isNarrow(text)) return text;
  if (width < 1) return '';
  const visible = stripStyles(text);
  if (fitting(visible, width) === visible.length) return text;
  const kept = visible.slice(0, fitting(visible, width - 1)).trimEnd();
  if (kept === '') return ellipsis;
  return cutStyled(text, visible, [{start: 0, end: kept.length}], ellipsis)[0] ?? '';
};

export type Alignment = 'left' | 'right' | 'center';

/** Shortens a line or fills it with spaces, so that it takes exactly `width` columns. */
export const fit = (text: string, width: number, align: Alignment = 'left'): string => {
  const shown = truncate(text, width);
  const free = Math.max(0, width - widthOf(shown));
  const before = {left: 0, right: free, center: free >> 1}[align];
  return ' '.repeat(before) + shown + ' '.repeat(free - before);
};
