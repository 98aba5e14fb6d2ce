/**
 * Which stretch of a page's lines is its article: the one with the largest sum, where sentences count for it and the page's
 * own lines against it. A maximum subsequence, as Pasternack & Roth 2009, "Extracting Article Text from the Web", find it
 * over a page's tokens; that the neighbours of a line matter as much as itself is from Kohlschütter et al. 2010, "Boilerplate
 * Detection using Shallow Text Features". The numbers were tried out on scraped pages: halving or doubling any of them
 * changes the result by a hundredth or two.
 */
import type {JudgedLine, LineKind} from './judged-lines.ts';
import {endsSentence, isCutOff} from './line-shape.ts';

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
  box: -20,
  headline: -30,
  end: -60,
};

/** More words of one line prove nothing more. */
const mostWords = 50;

/**
 * How far prose counts by the prose beside it, a line next to it as two, the one after that as one: teasers stand alone among
 * headlines and dates.
 */
const byNeighbours = [0.25, 0.4, 0.75, 1, 1];
const nearby = 2;

/** The article is expected below its headline. Where less than that was summed up before one, it begins anew with that bonus. */
const beforeHeadline = 80;
const belowHeadline = 40;

/** Behind the heading of a box or of the comments, what looks like prose counts for less, once an article was found before it. */
const behind: Readonly<Partial<Record<LineKind, number>>> = {box: 0.6, end: 0.1};
const foundArticle = 65;

/** A first paragraph this long under a headline needs no neighbours. */
const firstParagraph = 20;

/** Half-open, as places in the lines. */
export interface LineRun {
  readonly start: number;
  readonly end: number;
}

/** One advertisement or picture does not part two paragraphs; several lines of the page do. */
const passedOver: ReadonlySet<LineKind> = new Set(['interface', 'picture', 'caption', 'credit']);
const mostPassedOver = 2;

const proseBeside = (lines: readonly JudgedLine[], place: number, step: 1 | -1): number => {
  let passed = 0;
  let points = 0;
  let distance = 0;
  for (let other = place + step; distance < nearby; other += step) {
    const kind = lines[other]?.kind;
    if (kind === undefined) break;
    if (passedOver.has(kind) && passed++ < mostPassedOver) continue;
    distance++;
    if (kind === 'prose') points += distance === 1 ? 2 : 1;
  }
  return points;
};

const proseNearby = (lines: readonly JudgedLine[], place: number): number =>
  Math.min(proseBeside(lines, place, -1) + proseBeside(lines, place, 1), byNeighbours.length - 1);

const isLastWord = (line: JudgedLine | undefined): boolean =>
  line?.kind === 'label' && line.words > 0 && endsSentence(line.text) && !isCutOff(line.text);

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
    const neighbours = isBelowHeadline ? byNeighbours.length - 1 : proseNearby(lines, place);
    sum += Math.min(line.words, mostWords) * (byNeighbours[neighbours] ?? 1) * factor;
    if (line.words >= firstParagraph) isBelowHeadline = false;
    if (sum > best.sum) best = {start, end: place + 1, sum};
  }
  let {end} = best;
  // A last word of three or fewer: `Thank you!`
  while (best.sum > 0 && isLastWord(lines[end])) end++;
  return {start: best.start, end};
};
