/**
 * How well a text agrees with another: runs of four words that both have, as the benchmark of article extraction by
 * Zyte (scrapinghub/article-extraction-benchmark) counts them.
 */

export interface Agreement {
  /** Of the runs found, the part that was expected; 0 to 1. */
  readonly precision: number;
  /** Of the runs expected, the part that was found; 0 to 1. */
  readonly recall: number;
}

const length = 4;

const word = /[\p{L}\p{M}\p{N}_]+/gu;

const shingles = (text: string): ReadonlyMap<string, number> => {
  const words = text.match(word) ?? [];
  const counts = new Map<string, number>();
  const last = words.length === 0 ? -1 : Math.max(0, words.length - length);
  for (let from = 0; from <= last; from++) {
    const shingle = words.slice(from, from + length).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
};

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);

const part = (some: number, all: number, isNoneRight: boolean): number =>
  all === 0 ? Number(isNoneRight) : some / all;

export const agreement = (expected: string, found: string): Agreement => {
  const [wanted, had] = [shingles(expected), shingles(found)];
  const shared = sum([...wanted].map(([shingle, count]) => Math.min(count, had.get(shingle) ?? 0)));
  const [wantedCount, hadCount] = [sum(wanted.values()), sum(had.values())];
  return {
    precision: part(shared, hadCount, wantedCount === 0),
    recall: part(shared, wantedCount, hadCount === 0),
  };
};

/** Precision and recall averaged over texts, and their harmonic mean. */
export const average = (agreements: readonly Agreement[]) => {
  const precision = sum(agreements.map(one => one.precision)) / agreements.length;
  const recall = sum(agreements.map(one => one.recall)) / agreements.length;
  return {precision, recall, f1: (2 * precision * recall) / (precision + recall)};
};
