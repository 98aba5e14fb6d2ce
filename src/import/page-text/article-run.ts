/**
 * Which stretch of a page's lines is its article: the one with the largest sum, where lines of text count for it and lines of
 * the page against it (maximum subsequence, Pasternack & Roth 2009, "Extracting Article Text from the Web").
 */
import type {JudgedLine, LineKind} from './judged-lines.ts';

export const weights = {
  label: -4, interface: -6, box: -30, date: -6, byline: -8, picture: 0, credit: -2, caption: 0, headline: -30,
  mostWords: 50, share: 1, gap: 0,
};

const worth = ({kind, words}: JudgedLine): number =>
  kind === 'prose' ? Math.min(words, weights.mostWords) : weights[kind];

/** Half-open, as places in `lines`. */
export interface LineRun {
  readonly start: number;
  readonly end: number;
}

export const articleRun = (lines: readonly JudgedLine[]): LineRun => {
  let best = {start: 0, end: 0, sum: 0};
  let start = 0;
  let sum = 0;
  for (const [place, line] of lines.entries()) {
    if (sum <= 0) {
      sum = 0;
      start = place;
    }
    sum += worth(line);
    if (sum > best.sum) best = {start, end: place + 1, sum};
  }
  return best;
};
export type {LineKind};
