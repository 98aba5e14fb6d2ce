/** The sentences of a line, to show a name in. */
import {late} from '../late.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A sentence's end: its mark, what closes with it, and a space, unless an abbreviation stands before it; East Asian marks need no space. */
const ends = late(
  () =>
    /(?<!(?:^|[\s.(])(?:\p{Lu}|Mrs?|Ms|Dra?|Sra?|St|Jr|Gen|Sen|Rep|Gov|Lt|Col|Capt|Prof|Rev|Mme|vs|No))[.!?…؟۔]+["”»’')\]]*\s+|[。！？]+[」』”）]*/gu,
);

/** Longer sentences are cut around the name. Characters before it, and in all. */
const before = 120;
const longest = 400;

/** Where each sentence of a line begins and ends, without the space between them. */
export const sentenceRanges = (line: string): readonly Range[] => {
  const ranges: Range[] = [];
  let start = 0;
  for (const {0: mark, index} of line.matchAll(ends())) {
    ranges.push({start, end: index + mark.trimEnd().length});
    start = index + mark.length;
  }
  return start < line.length ? [...ranges, {start, end: line.length}] : ranges;
};

/** A sentence as it is shown: no longer than comfortable, with the places of the name in it. */
export interface Excerpt {
  readonly text: string;
  readonly names: readonly Range[];
}

/** @param names within `line`, the first of them within `sentence` */
export const excerptOf = (line: string, sentence: Range, names: readonly Range[]): Excerpt => {
  const [first] = names;
  if (first === undefined) return {text: line.slice(sentence.start, sentence.end), names: []};
  const isLong = sentence.end - sentence.start > longest;
  const space = line.lastIndexOf(' ', Math.max(sentence.start, first.start - before));
  const start = isLong && first.start - before > sentence.start ? Math.max(sentence.start, space) + 1 : sentence.start;
  const end = Math.max(first.end, Math.min(sentence.end, start + longest));
  const lead = start > sentence.start ? '…' : '';
  const shift = lead.length - start;
  return {
    text: `${lead}${line.slice(start, end)}${end < sentence.end ? '…' : ''}`,
    names: names.filter(name => name.end <= end).map(name => ({start: name.start + shift, end: name.end + shift})),
  };
};
