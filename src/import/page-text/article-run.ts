/**
 * Which stretch of a page's lines is its article: the one with the largest sum, where lines of text count for it and lines of
 * the page against it (maximum subsequence, Pasternack & Roth 2009, "Extracting Article Text from the Web").
 */
import type {JudgedLine} from './judged-lines.ts';

export const weights = {
  label: -4,
  interface: -6,
  box: -30,
  end: -60,
  date: -6,
  byline: -8,
  picture: 0,
  credit: -2,
  caption: 0,
  headline: -30,
  mostWords: 50,
  isolated: 0.25,
  bonus: 40,
  reset: 80,
  window: 2,
  afterBox: 0.6,
  afterEnd: 0.25,
  need: 45,
  single: 0.5,
  firstPlus: 1,
};

/** Half-open, as places in `lines`. */
export interface LineRun {
  readonly start: number;
  readonly end: number;
}

const worthOf = (lines: readonly JudgedLine[], place: number, isFirst: boolean): number => {
  const {kind, words} = lines[place]!;
  if (kind !== 'prose') return weights[kind];
  let near = 0;
  for (let i = place - weights.window; i <= place + weights.window; i++)
    if (i !== place && lines[i]?.kind === 'prose') near++;
  return (
    Math.min(words, weights.mostWords) * (isFirst || near > 1 ? 1 : near === 1 ? weights.single : weights.isolated)
  );
};

export const articleRun = (lines: readonly JudgedLine[]): LineRun => {
  let best = {start: 0, end: 0, sum: 0};
  let start = 0;
  let sum = 0;
  let factor = 1;
  let isFirst = false;
  for (const [place, line] of lines.entries()) {
    if (line.kind === 'headline' && sum < weights.reset) {
      sum = weights.bonus;
      start = place + 1;
      isFirst = true;
      continue;
    }
    if (sum <= 0) {
      sum = 0;
      start = place;
    }
    if (best.sum > weights.bonus + weights.need) {
      if (line.kind === 'box') factor = Math.min(factor, weights.afterBox);
      if (line.kind === 'end') factor = Math.min(factor, weights.afterEnd);
    }
    const worth = worthOf(lines, place, isFirst);
    if (line.kind === 'prose' && line.words >= 20) isFirst = false;
    sum += worth > 0 ? worth * factor : worth;
    if (line.kind === 'prose' && sum > best.sum) best = {start, end: place + 1, sum};
  }
  return best;
};
