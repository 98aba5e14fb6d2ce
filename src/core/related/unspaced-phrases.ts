/**
 * What two texts share in scripts without spaces: the longest strings of Chinese, Japanese or Korean that stand in both.
 * (Words cannot be told apart without a dictionary, and single pairs of characters read like noise.)
 */
import {late} from '../late.ts';
import {unspacedRuns} from '../tokens.ts';

/** Particles and endings: they belong to no name. */
const grammar = late(() => /^[\p{Script=Hiragana}\u30fc]+|\p{Script=Hiragana}+$/gu);
const readable = late(() => /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc]+$/u);
/** Longer ones are phrases that happen to be the same. */
const longest = 10;
/** Each is looked for in the whole of the other text. */
const enough = 300;

const pairsOf = (runs: readonly string[]): Set<string> => {
  const pairs = new Set<string>();
  for (const run of runs) for (let i = 0; i + 2 <= run.length; i++) pairs.add(run.slice(i, i + 2));
  return pairs;
};

/** Strings of two to ten characters that stand in both texts, with how often in the first. */
export const sharedRuns = (one: string, other: string): ReadonlyMap<string, number> => {
  const shared = new Map<string, number>();
  const known = pairsOf(unspacedRuns(other));
  if (known.size === 0) return shared;
  for (const run of unspacedRuns(one)) {
    for (let from = 0; from + 2 <= run.length && shared.size < enough; ) {
      let to = from + 1;
      while (to < run.length && known.has(run.slice(to - 1, to + 1))) to++;
      const text = run.slice(from, to).replace(grammar(), '');
      if (text.length > 1 && text.length <= longest && readable().test(text))
        shared.set(text, (shared.get(text) ?? 0) + 1);
      from = to;
    }
  }
  for (const text of shared.keys()) if (!other.includes(text)) shared.delete(text);
  return shared;
};
