/** Tables of keys: what becomes of one when actions are given other keys. What the actions are is not known here. */

export interface KeyBinding {
  readonly action: string;
  readonly keys: readonly string[];
  /** Keys that cannot be taken from it. */
  readonly always?: readonly string[];
  /** It also has the keys of these actions, where nothing else has them. */
  readonly keysOf?: readonly string[];
  /** Where the keys count. */
  readonly on: readonly string[];
}

/** The keys that actions were given, in the order of their claims; none for an action that is to have none. */
export type KeyChoices = ReadonlyMap<string, readonly string[]>;

/** A key that an action does not have, as another one was given it. */
export interface LostKey {
  readonly action: string;
  readonly key: string;
  readonly winner: string;
  /** Where. */
  readonly on: readonly string[];
}

export interface Rebound<Row> {
  /** Rows of the table with the keys that they have now; none without a key. A row whose places differ became several. */
  readonly rows: readonly Row[];
  readonly lost: readonly LostKey[];
}

/** The keys that a row asks for, the strongest claims first; each holds unless the key is taken where the row counts. */
interface Wishes {
  readonly always: readonly string[];
  readonly chosen: readonly string[];
  readonly usual: readonly string[];
  readonly byOthers: readonly string[];
}

const wishesOf = (
  {action, keys, always = [], keysOf = []}: KeyBinding,
  table: readonly KeyBinding[],
  choices: KeyChoices,
): Wishes => ({
  always,
  chosen: choices.get(action) ?? [],
  usual: choices.has(action) ? [] : keys,
  byOthers: keysOf.flatMap(other => choices.get(other) ?? table.flatMap(row => (row.action === other ? row.keys : []))),
});

/** Places with the same keys together. */
const byKeys = (on: readonly string[], keysOn: (place: string) => readonly string[]) => {
  const places = new Map<string, string[]>();
  for (const place of on) {
    const keys = keysOn(place);
    const same = JSON.stringify(keys);
    if (keys.length > 0) places.set(same, [...(places.get(same) ?? []), place]);
  }
  return [...places].map(([keys, same]) => ({keys: JSON.parse(keys) as string[], on: same}));
};

/** The table with other keys. In each place a key belongs to one action: the one that was given it first, else the usual one. */
export const rebind = <Row extends KeyBinding>(table: readonly Row[], choices: KeyChoices): Rebound<Row> => {
  const rows = table.map(binding => ({binding, wishes: wishesOf(binding, table, choices)}));
  type Rewritten = (typeof rows)[number];
  const owners = new Map<string, Rewritten>();
  const lost = new Map<string, LostKey>();
  const slot = (place: string, key: string): string => JSON.stringify([place, key]);
  const claim = (row: Rewritten, keys: readonly string[], {isTold}: {readonly isTold: boolean}): void => {
    const {action, on} = row.binding;
    for (const [place, key] of on.flatMap(one => keys.map(key => [one, key] as const))) {
      const owner = owners.get(slot(place, key));
      if (owner === undefined) owners.set(slot(place, key), row);
      else if (isTold && owner.binding.action !== action) {
        const winner = owner.binding.action;
        const id = JSON.stringify([action, key, winner]);
        lost.set(id, {action, key, winner, on: [...(lost.get(id)?.on ?? []), place]});
      }
    }
  };
  const inOrderOfChoice = [...choices.keys()].flatMap(action => rows.filter(({binding}) => binding.action === action));
  for (const row of rows) claim(row, row.wishes.always, {isTold: true});
  for (const row of inOrderOfChoice) claim(row, row.wishes.chosen, {isTold: true});
  for (const row of rows) claim(row, row.wishes.usual, {isTold: true});
  // The key that opens a panel closes it too, but for a key that has another use there.
  for (const row of rows) claim(row, row.wishes.byOthers, {isTold: false});
  const keysOn = (row: Rewritten, place: string): readonly string[] => {
    const {always, chosen, usual, byOthers} = row.wishes;
    const wanted = new Set([...chosen, ...usual, ...always, ...byOthers]);
    return [...wanted].filter(key => owners.get(slot(place, key)) === row);
  };
  return {
    rows: rows.flatMap(row =>
      byKeys(row.binding.on, place => keysOn(row, place)).map(({keys, on}) => ({...row.binding, keys, on})),
    ),
    lost: [...lost.values()],
  };
};
