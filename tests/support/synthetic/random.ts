/** Chance that can be had again: numbers that look random and depend on nothing but a few whole numbers. */

/** Something that is so many of all the things that it is one of, whatever their shares add up to. */
export interface Shared {
  readonly share: number;
}

export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, limit). */
  below(limit: number): number;
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** One of them, each as often as its share says. */
  pickByShare<Item extends Shared>(items: readonly Item[]): Item;
  /** A place in a list of so many, by Zipf's law: the n-th is n times as rare as the first. */
  rank(count: number): number;
}

/** One number of several, of which each bit depends on all (the finish of MurmurHash3, Appleby 2011). */
const mix = (parts: readonly number[]): number => {
  let hash = 0;
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash = (hash ^ (hash >>> 16)) + 0x9e3779b9;
  }
  return hash | 0;
};

/** @param position in [0, 1): where among the items laid end to end, each as long as its share */
export const itemAt = <Item extends Shared>(items: readonly Item[], position: number): Item => {
  let left = position * items.reduce((sum, {share}) => sum + share, 0);
  for (const item of items) {
    left -= item.share;
    if (left < 0) return item;
  }
  return items.at(-1) as Item;
};

/** The same numbers for the same `seeds` (xorshift of 32 bits, Marsaglia 2003). */
export const createRandom = (...seeds: readonly number[]): Random => {
  let state = mix(seeds) || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: share => next() < share,
    pick: <Item>(items: readonly Item[]) => items[below(items.length)] as Item,
    pickByShare: items => itemAt(items, next()),
    // The sum of 1/n up to k grows as ln k, so the share of the first k of n is ln k / ln n.
    rank: count => Math.floor(Math.exp(next() * Math.log(count + 1))) - 1,
  };
};
