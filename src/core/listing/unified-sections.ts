/** The sections of a listing: those that differ in spelling only are shown as one. */
import type {SafeField} from '../sanitize.ts';
import {fold} from '../tokens.ts';
import type {Listing} from './listing.ts';

/** Numbers for texts, in the order they come. */
export const createNumbering = (known: readonly SafeField[]) => {
  const numbers = new Map<SafeField, number>(known.map((name, index) => [name, index]));
  return {
    numberOf: (name: SafeField | undefined): number => {
      if (name === undefined) return -1;
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    },
    names: (): SafeField[] => [...numbers.keys()],
  };
};

/** Sections that differ in spelling only are one, spelled as most articles have it; of equals, the first by name. */
const displays = (names: readonly SafeField[], counts: readonly number[]): SafeField[] => {
  const best = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const key = fold(name);
    const known = best.get(key);
    const [count, knownCount] = [counts[index] ?? 0, counts[known ?? -1] ?? -1];
    const isBetter = count > knownCount || (count === knownCount && name < (names[known ?? -1] ?? ''));
    if (known === undefined || isBetter) best.set(key, index);
  }
  return names.map(name => names[best.get(fold(name)) ?? -1] ?? name);
};

/** @param numbers lists of those of the articles' sections; -1 for those without one */
export const unifiedSections = (
  names: readonly SafeField[],
  numbers: readonly ArrayLike<number>[],
): Listing['sections'] => {
  const counts = names.map(() => 0);
  for (const list of numbers) {
    for (let at = 0; at < list.length; at++) {
      const number = list[at] ?? -1;
      if (number >= 0) counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  const display = displays(names, counts);
  return names.map((name, index) => ({name, display: display[index] ?? name}));
};
