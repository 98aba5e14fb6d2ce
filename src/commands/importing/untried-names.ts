/** Names for files of which a run does not try again what it found taken. */

/** Gives those of the names in a folder that were not tried yet, but for the first of them. */
export type UntriedNames = (folder: string, names: Iterable<string>) => Iterable<string>;

/** Of thousands of articles with one title each would else try the names of all that came before it. */
export const createUntriedNames = (): UntriedNames => {
  const further = new Map<string, Iterator<string>>();
  return function* (folder, names) {
    const own = names[Symbol.iterator]();
    const {value: first, done} = own.next();
    if (done) return;
    const key = `${folder}/${first}`;
    let rest = further.get(key);
    if (rest === undefined) {
      yield first;
      // It was taken, or nobody would ask for more.
      rest = own;
      further.set(key, rest);
    }
    for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
  };
};
