/** Runs things in turn, many times, and compares their medians: the machine's moods hit all of them alike. */

export interface Contender {
  readonly name: string;
  /** @returns milliseconds it took */
  run(): Promise<number>;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

/** The value below which such a share of the values is. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

const shuffled = <Item>(items: readonly Item[]): Item[] =>
  items
    .map(item => ({item, key: Math.random()}))
    .sort((a, b) => a.key - b.key)
    .map(({item}) => item);

/** Runs that don't count: until the disk is read and the compiled code that is kept has what each kind of run calls. */
const usualWarmUps = 12;

/** Each contender `rounds` times, in a new order each time, after `warmUps` rounds that don't count. */
export const runInTurn = async (
  contenders: readonly Contender[],
  rounds: number,
  {warmUps = usualWarmUps}: {readonly warmUps?: number} = {},
): Promise<ReadonlyMap<string, readonly number[]>> => {
  const times = new Map<string, number[]>(contenders.map(({name}) => [name, []]));
  for (let round = 0; round < warmUps; round++) for (const {run} of contenders) await run();
  for (let round = 0; round < rounds; round++) {
    for (const {name, run} of shuffled(contenders)) times.get(name)?.push(await run());
  }
  return times;
};
