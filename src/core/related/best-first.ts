/** Gives the best of many one after the other, without sorting those that nobody asks for: a binary heap. */

/** @param isBetter a strict order; @param items are rearranged */
export function* bestFirst<Item>(items: Item[], isBetter: (one: Item, other: Item) => boolean): Generator<Item> {
  let size = items.length;

  const sink = (from: number): void => {
    const item = items[from] as Item;
    let at = from;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && isBetter(items[child + 1] as Item, items[child] as Item)) child++;
      if (!isBetter(items[child] as Item, item)) break;
      items[at] = items[child] as Item;
      at = child;
    }
    items[at] = item;
  };

  for (let at = (size >>> 1) - 1; at >= 0; at--) sink(at);
  while (size > 0) {
    const best = items[0] as Item;
    size--;
    items[0] = items[size] as Item;
    if (size > 0) sink(0);
    yield best;
  }
}
