/**
 * Chunks put together into few files: esbuild makes dozens of small ones, and each file that is opened and compiled by
 * itself takes a quarter of a millisecond. A pack holds what an entry point needs and no earlier pack holds. Each chunk in
 * it stays a function of its own, which runs when it is first asked for.
 */
import {basename} from 'node:path';

/** Bytes. Who needs more than that comes last, or what a small entry point shares with it would stand in its large pack. */
const large = 150_000;

/**
 * @param {import('esbuild').Metafile} metafile
 * @param {readonly string[]} first the ends of the paths of the entry points that come first
 * @returns {Map<string, string[]>} names of chunks, by the name of the entry chunk whose pack they are in
 */
export const planPacks = ({outputs}, first) => {
  const chunks = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]));
  /** @param {string} name @param {Set<string>} known what is left out, and what is found is added to @returns {string[]} what it needs before it, then itself */
  const gather = (name, known) => {
    if (known.has(name)) return [];
    known.add(name);
    const needed = (chunks.get(name)?.imports ?? []).filter(({kind}) => kind === 'import-statement');
    return [...needed.flatMap(({path, external}) => (external ? [] : gather(basename(path), known))), name];
  };
  const placeOf = (/** @type {string} */ name) => first.findIndex(end => chunks.get(name)?.entryPoint?.endsWith(end));
  const entries = [...chunks.keys()].filter(name => chunks.get(name)?.entryPoint);
  const leading = entries.filter(name => placeOf(name) !== -1).sort((a, b) => placeOf(a) - placeOf(b));

  const packed = new Set();
  const packs = new Map(leading.map(name => [name, gather(name, packed)]));
  const sizeOf = (/** @type {string} */ name) =>
    gather(name, new Set(packed)).reduce((sum, needed) => sum + (chunks.get(needed)?.bytes ?? 0), 0);
  const others = entries.filter(name => !leading.includes(name)).map(name => ({name, isLarge: sizeOf(name) > large}));
  for (const {name} of others.sort((a, b) => Number(a.isLarge) - Number(b.isLarge))) {
    const names = gather(name, packed);
    if (names.length > 0) packs.set(name, names);
  }
  return packs;
};

// Parentheses tell V8 to compile the function at once: it is run at once.
const parameters = 'module, exports, require, __filename, __dirname, __place';

/**
 * @param {ReadonlyMap<string, string>} sources of its chunks by their names, as CommonJS
 * @returns {string} an expression whose value is an object of functions
 */
export const renderPack = sources => {
  const functions = [...sources].map(
    ([name, code]) => `${JSON.stringify(name)}: (function (${parameters}) {\n${code}})`,
  );
  return `({\n${functions.join(',\n')}\n})\n`;
};
