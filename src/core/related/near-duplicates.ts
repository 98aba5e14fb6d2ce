/**
 * Tells re-posts of a text from texts on the same subject: a sketch of its three-word shingles by one-permutation
 * minhash (Li, Owen & Zhang 2012), by which two texts are compared in a moment.
 */
import {gap} from './word-numbers.ts';

export type Sketch = Uint32Array;

const bins = 64;
const empty = 0xffffffff;

/**
 * Above this share of equal shingles two texts are the same story with other words around it, or one word in ten replaced;
 * texts on the same subject share less than a tenth.
 */
const sameStory = 0.45;
/** Below so many bins that are filled, which is a text of a paragraph, more is shared by chance, and this must be. */
const [fewBins, sameParagraph] = [48, 0.6];

/** @param sequence the words of a body, see `word-numbers.ts` */
export const sketchOf = (sequence: Uint32Array): Sketch => {
  const sketch = new Uint32Array(bins).fill(empty);
  let [first, second]: [number, number] = [gap, gap];
  for (const third of sequence) {
    if (third === gap) continue;
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third + 1, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash = (hash ^ (hash >>> 13)) >>> 0;
    const bin = hash % bins;
    if (hash < (sketch[bin] ?? 0)) sketch[bin] = hash;
    [first, second] = [second, third];
  }
  return sketch;
};

/** Whether two texts are near-duplicates; texts without words are none. */
export const isSameStory = (one: Sketch, other: Sketch): boolean => {
  let filled = 0;
  let equal = 0;
  for (let bin = 0; bin < bins; bin++) {
    const hash = one[bin];
    if (hash === empty && other[bin] === empty) continue;
    filled++;
    if (hash === other[bin]) equal++;
  }
  return filled > 0 && equal / filled >= (filled < fewBins ? sameParagraph : sameStory);
};
