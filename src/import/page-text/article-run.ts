/**
 * Which stretch of a page's lines is its article: the one with the largest sum, where sentences count for it and the page's
 * own lines against it. A maximum subsequence, as Pasternack & Roth 2009, "Extracting Article Text from the Web", find it
 * over a page's tokens; that the neighbours of a line matter as much as itself is from Kohlschütter et al. 2010, "Boilerplate
 * Detection using Shallow Text Features". The numbers were tried out on scraped pages: halving or doubling any of them
 * changes the result by a hundredth or two.
 */
import type {JudgedLine, LineKind} from './judged-lines.ts';

/** What each line counts; a line of prose counts its words. */
const worth: Readonly<Record<Exclude<LineKind, 'prose'>, number>> = {
  label: -4,
  interface: -6,
  date: -6,
  byline: -8,
  credit: -2,
  caption: 0,
  picture: 0,
  // An article may go on behind a box if there is enough of it.
  box: -30,
  headline: -30,
  end: -60,
};

/** More words of one line prove nothing more. */
const mostWords = 50;

/** How far prose counts that has two lines of prose nearby, one, or none: teasers stand alone among headlines and dates. */
const byNeighbours = [0.25, 0.5, 1];
const nearby = 2;

/** The article is expected below its headline. Where less than that was summed up before one, it begins anew with that bonus. */
const beforeHeadline = 80;
const belowHeadline = 40;

/** Behind the heading of a box or of the comments, what looks like prose counts for less, once an article was found before it. */
const behind: Readonly<Partial<Record<LineKind, number>>> = {box: 0.4, end: 0.1};
const foundArticle = 65;

/** A first paragraph this long under a headline needs no neighbours. */
const firstParagraph = 20;

/** Half-open, as places in the lines. */
export interface LineRun {
  readonly start: number;
  readonly end: number;
}

const proseNearby = (lines: readonly JudgedLine[], place: number): number => {
  let count = 0;
  for (let other = place - nearby; other <= place + nearby; other++) {
    if (other !== place && lines[other]?.kind === 'prose') count++;
  }
  return Math.min(count, 2);
};

/** @returns an empty run where nothing speaks for an article */
export const articleRun = (lines: readonly JudgedLine[]): LineRun => {
  let best = {start: 0, end: 0, sum: 0};
  let start = 0;
  let sum = 0;
  let factor = 1;
  let isBelowHeadline = false;
  for (const [place, line] of lines.entries()) {
    if (line.kind === 'headline' && sum < beforeHeadline) {
      sum = belowHeadline;
      start = place + 1;
      isBelowHeadline = true;
      continue;
    }
    if (sum <= 0) {
      sum = 0;
      start = place;
    }
    if (line.kind !== 'prose') {
      sum += worth[line.kind];
      if (best.sum > foundArticle) factor = Math.min(factor, behind[line.kind] ?? 1);
      continue;
    }
    const neighbours = isBelowHeadline ? 2 : proseNearby(lines, place);
    sum += Math.min(line.words, mostWords) * (byNeighbours[neighbours] ?? 1) * factor;
    if (line.words >= firstParagraph) isBelowHeadline = false;
    if (sum > best.sum) best = {start, end: place + 1, sum};
  }
  return {start: best.start, end: best.end};
};
