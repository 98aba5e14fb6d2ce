/** A place in an article that survives a change of width: which block is at the top of the window, and how far into it. */
import type {ArticlePage} from '../render/article-page.ts';

export interface Place {
  readonly block: number;
  /** How far into the block: 0 its first line, 1 its last, the blank one behind it. */
  readonly fraction: number;
}

export const startPlace: Place = {block: 0, fraction: 0};

type Blocks = Pick<ArticlePage, 'blockStarts' | 'lines'>;

const startOf = ({blockStarts, lines}: Blocks, block: number): number => blockStarts[block] ?? lines.length;

/** Block that holds a line, by binary search. */
const blockAt = ({blockStarts}: Blocks, line: number): number => {
  let low = 0;
  let high = blockStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blockStarts[middle] ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
};

/** Lines of a block, the blank one behind it among them; at least 1. */
const heightOf = (page: Blocks, block: number): number => Math.max(1, startOf(page, block + 1) - startOf(page, block));

export const placeOfLine = (page: Blocks, line: number): Place => {
  const block = blockAt(page, line);
  const last = heightOf(page, block) - 1;
  const offset = Math.min(Math.max(0, line - startOf(page, block)), last);
  return {block, fraction: last === 0 ? 0 : offset / last};
};

export const lineOfPlace = (page: Blocks, {block, fraction}: Place): number =>
  startOf(page, block) + Math.round(fraction * (heightOf(page, block) - 1));
