/**
 * The inverted index behind text similarity: terms are content words and pairs of neighbouring ones; the weight of a
 * term in an article is (1 + ln count) · ln(1 + N / number of articles with it), each article's weights scaled to length 1
 * (tf-idf with cosine, Salton & Buckley 1988). Pairs are what makes "open data" more than open and data.
 */
import {gap} from './vocabulary.ts';

/** Terms of a text that the index knows, ascending, and what goes with each. */
export interface TermVector {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
}

export interface TermIndex {
  /** How many articles it was made of. */
  readonly size: number;
  /** Scaled to length 1. */
  vectorOf(sequence: Int32Array): TermVector;
  /** The term of a pair; undefined when no two articles have it. */
  pair(first: number, second: number): number | undefined;
  /** Places, in the order they were given, of the articles that have a term, ascending. */
  articlesWith(term: number): Int32Array;
  /** Its words, and its pairs that several articles have; ascending. */
  termsOf(sequence: Int32Array): Int32Array;
  /** The cosine with every article. */
  cosines(vector: TermVector): Float32Array;
}

/** Numbers up to this many words and more articles than anybody has stay exact in a double. */
const pairKey = (first: number, second: number): number => first * 2 ** 26 + second;

/** Calls `use` for each word and each pair of neighbours. */
const eachPair = (sequence: Int32Array, use: (first: number, second: number) => void): void => {
  let previous = gap;
  for (const word of sequence) {
    if (previous !== gap && word !== gap) use(previous, word);
    previous = word;
  }
};

const inSeveral = -1;

/**
 * Tells which pairs may stand in two articles or more. Four of five pairs stand in one only; without this sieve (a Bloom
 * filter with one hash that remembers who set the bit) the table of pairs would be five times as large.
 */
function* buildPairSieve(
  sequences: readonly Int32Array[],
): Generator<void, (first: number, second: number) => boolean> {
  const length = sequences.reduce((sum, sequence) => sum + sequence.length, 0);
  const bits = Math.min(24, Math.ceil(Math.log2(length * 2 + 16)));
  const firstSeenIn = new Int32Array(2 ** bits);
  const bucketOf = (first: number, second: number): number =>
    (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - bits);
  for (const [place, sequence] of sequences.entries()) {
    eachPair(sequence, (first, second) => {
      const bucket = bucketOf(first, second);
      const seenIn = firstSeenIn[bucket];
      if (seenIn === 0) firstSeenIn[bucket] = place + 1;
      else if (seenIn !== place + 1) firstSeenIn[bucket] = inSeveral;
    });
    yield;
  }
  return (first, second) => firstSeenIn[bucketOf(first, second)] === inSeveral;
}

interface Counts {
  readonly terms: Int32Array;
  readonly counts: Int32Array;
}

/** Equal numbers of a list counted. */
const countEqual = (list: Int32Array): Counts => {
  list.sort();
  const terms = new Int32Array(list.length);
  const counts = new Int32Array(list.length);
  let length = 0;
  for (const term of list) {
    if (length === 0 || terms[length - 1] !== term) terms[length++] = term;
    counts[length - 1] = (counts[length - 1] ?? 0) + 1;
  }
  return {terms: terms.slice(0, length), counts: counts.slice(0, length)};
};

/** Where each term's articles begin in one long list. */
const offsetsOf = (frequency: Int32Array): Int32Array => {
  const offsets = new Int32Array(frequency.length + 1);
  for (let term = 0; term < frequency.length; term++) {
    offsets[term + 1] = (offsets[term] ?? 0) + (frequency[term] ?? 0);
  }
  return offsets;
};

/**
 * Yields after each article, so that a reader can look at its keys meanwhile.
 * @param sequences the words of each article, see `vocabulary.ts`; numbers below `wordCount`
 */
export function* buildTermIndex(sequences: readonly Int32Array[], wordCount: number): Generator<void, TermIndex> {
  const mayBeShared = yield* buildPairSieve(sequences);
  const pairs = new Map<number, number>();
  const pair: TermIndex['pair'] = (first, second) => pairs.get(pairKey(first, second));

  const termsOf = (sequence: Int32Array, pairTerm: (first: number, second: number) => number | undefined): Counts => {
    const list = new Int32Array(sequence.length * 2);
    let length = 0;
    for (const word of sequence) {
      if (word !== gap) list[length++] = word;
    }
    eachPair(sequence, (first, second) => {
      const term = pairTerm(first, second);
      if (term !== undefined) list[length++] = term;
    });
    return countEqual(list.subarray(0, length));
  };

  const learnPair = (first: number, second: number): number | undefined => {
    if (!mayBeShared(first, second)) return;
    const key = pairKey(first, second);
    let term = pairs.get(key);
    if (term === undefined) {
      term = wordCount + pairs.size;
      pairs.set(key, term);
    }
    return term;
  };

  const counted: Counts[] = [];
  for (const sequence of sequences) {
    counted.push(termsOf(sequence, learnPair));
    yield;
  }
  const size = sequences.length;
  const frequency = new Int32Array(wordCount + pairs.size);
  for (const {terms} of counted) {
    for (const term of terms) frequency[term] = (frequency[term] ?? 0) + 1;
  }
  const idf = new Float32Array(frequency.length);
  for (let term = 0; term < idf.length; term++) idf[term] = Math.log(1 + size / (frequency[term] || 1));

  const weigh = ({terms, counts}: Counts): TermVector => {
    let squares = 0;
    const weights = new Float32Array(terms.length);
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] ?? 0;
      const weight = (1 + Math.log(counts[i] ?? 1)) * (idf[term] ?? 0);
      weights[i] = weight;
      squares += weight * weight;
    }
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    return {terms, weights: weights.map(weight => weight * scale)};
  };

  const offsets = offsetsOf(frequency);
  const next = offsets.slice();
  const places = new Int32Array(offsets.at(-1) ?? 0);
  const weights = new Float32Array(places.length);
  for (const [place, counts] of counted.entries()) {
    const vector = weigh(counts);
    for (let i = 0; i < vector.terms.length; i++) {
      const term = vector.terms[i] ?? 0;
      const at = next[term] ?? 0;
      places[at] = place;
      weights[at] = vector.weights[i] ?? 0;
      next[term] = at + 1;
    }
    yield;
  }

  return {
    size,
    pair,
    vectorOf: sequence => weigh(termsOf(sequence, pair)),
    articlesWith: term => places.subarray(offsets[term], offsets[term + 1]),
    termsOf: sequence => termsOf(sequence, pair).terms,
    cosines: vector => {
      const cosines = new Float32Array(size);
      for (let i = 0; i < vector.terms.length; i++) {
        const term = vector.terms[i] ?? 0;
        const weight = vector.weights[i] ?? 0;
        const end = offsets[term + 1] ?? 0;
        for (let at = offsets[term] ?? 0; at < end; at++) {
          const place = places[at] ?? 0;
          cosines[place] = (cosines[place] ?? 0) + weight * (weights[at] ?? 0);
        }
      }
      return cosines;
    },
  };
}
