/** How far apart two words are, for "did you mean". */

/**
 * Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`.
 * Optimal string alignment, Boytsov 2011, "Indexing methods for approximate dictionary searching", §2.2.
 * Its cost is the product of the lengths: for words, not for texts.
 */
export const editDistance = (a: string, b: string): number => {
  let beforePrevious: number[] = [];
  let previous = Array.from({length: b.length + 1}, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(beforePrevious, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, b.length);
};

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;

/** Longer words are no slip of the finger, and would make the comparison slow. */
const longestWord = 40;

/** The candidate that was probably meant: begun by `word`, or at most a third of its letters (and three) away; the nearest, the first of equals. */
export const nearestWord = (word: string, candidates: readonly string[]): string | undefined => {
  if (word.length > longestWord || word === '') return undefined;
  const lower = word.toLowerCase();
  let nearest: string | undefined;
  let shortest = Math.min(3, Math.max(1, Math.floor(word.length / 3))) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(lower, candidate.toLowerCase());
    if (distance < shortest) [nearest, shortest] = [candidate, distance];
  }
  return nearest ?? (word.length > 1 ? candidates.find(candidate => candidate.startsWith(lower)) : undefined);
};
