/** A place in an article that survives a change of width: which block is at the top of the window, and how far into it. */
import type {ArticlePage} from '../render/article-page.ts';

export interface Place {
  readonly block: number;
  /** 0…1 of the block's lines that are above the window. */
  readonly fraction: number;
}

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

export const placeOfLine = (page: Blocks, line: number): Place => {
  const block = blockAt(page, line);
  const start = startOf(page, block);
  const height = Math.max(1, startOf(page, block + 1) - start);
  return {block, fraction: Math.min(1, Math.max(0, line - start) / height)};
};

export const lineOfPlace = (page: Blocks, {block, fraction}: Place): number => {
  const start = startOf(page, block);
  return start + Math.floor(fraction * Math.max(0, startOf(page, block + 1) - start) + 1e-9);
};
