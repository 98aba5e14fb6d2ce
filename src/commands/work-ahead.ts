/** Work that may wait for the network, begun ahead of its turn, and done with in order. */

/** @param most how much is begun before the first of it is done with. A failure comes up in its turn. */
export async function* workAhead<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  most: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  const begin = (item: Item): void => {
    const result = work(item);
    // It is looked at in its turn; until then nobody else may complain of it.
    result.catch(() => {});
    begun.push(result);
  };
  for await (const item of items) {
    begin(item);
    if (begun.length >= most) yield await (begun.shift() as Promise<Result>);
  }
  for (const result of begun) yield await result;
}
