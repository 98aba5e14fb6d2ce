/** Counts the terms of an article: a hash table of numbers that is used again for the next one. */
import {gap, pairOf} from './word-numbers.ts';

export interface Terms {
  /** Each once, as they first come. */
  readonly terms: Uint32Array;
  /** For each: how often it stands there, at most `mostCounted`, times two, and one more when it stands in the title. */
  readonly codes: Uint8Array;
}

export const mostCounted = 127;

export const isInTitle = (code: number): boolean => (code & 1) === 1;

/** How much a term weighs in an article, by its code. */
export const termWeights: Float64Array = Float64Array.from({length: 256}, (_, code) =>
  code < 2 ? 0 : 1 + Math.log(code >>> 1),
);

export interface TermCounter {
  /** @param length of all that will be added */
  start(length: number): void;
  /** Counts words and pairs of neighbours, each time as so many. */
  add(sequence: Uint32Array, times: number): void;
  /** What was added until now is the title. @returns how many terms it has */
  markTitle(): number;
  finish(): Terms;
}

/** Slots of a table that is kept; of a book's more are made, and thrown away. */
const keptSlots = 1 << 15;

export const createTermCounter = (): TermCounter => {
  // Of each slot the place of its term in the lists below, plus one; 0 when it is free.
  let slots = new Uint32Array(keptSlots);
  let [terms, counts] = [new Uint32Array(keptSlots / 2), new Uint32Array(keptSlots / 2)];
  let size = 0;
  let titleSize = 0;

  const count = (term: number, times: number): void => {
    const mask = slots.length - 1;
    let slot = term & mask;
    for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
      if (terms[held - 1] === term) {
        counts[held - 1] = (counts[held - 1] ?? 0) + times;
        return;
      }
      slot = (slot + 1) & mask;
    }
    terms[size] = term;
    counts[size] = times;
    slots[slot] = ++size;
  };

  const reserve = (most: number): void => {
    let wanted = keptSlots;
    while (wanted < most * 2) wanted *= 2;
    if (slots.length === wanted) {
      slots.fill(0);
      return;
    }
    slots = new Uint32Array(wanted);
    terms = new Uint32Array(wanted / 2);
    counts = new Uint32Array(wanted / 2);
  };

  return {
    start: length => {
      reserve(length * 2);
      size = 0;
      titleSize = 0;
    },
    add: (sequence, times) => {
      let previous = gap;
      for (const word of sequence) {
        if (word !== gap) {
          count(word, times);
          if (previous !== gap) count(pairOf(previous, word), times);
        }
        previous = word;
      }
    },
    markTitle: () => {
      titleSize = size;
      return size;
    },
    finish: () => {
      const codes = new Uint8Array(size);
      for (let i = 0; i < size; i++) {
        codes[i] = Math.min(counts[i] ?? 0, mostCounted) * 2 + (i < titleSize ? 1 : 0);
      }
      return {terms: terms.slice(0, size), codes};
    },
  };
};
