/**
 * Chunks put together into few files: esbuild makes dozens of small ones, and each file that is opened and compiled by
 * itself takes a quarter of a millisecond. A pack holds what an entry point needs and no earlier pack holds. Each chunk in
 * it stays a function of its own, which runs when it is first asked for.
 */
import {basename} from 'node:path';

/**
 * @param {import('esbuild').Metafile} metafile
 * @param {readonly string[]} first the ends of the paths of the entry points that come first
 * @returns {Map<string, string[]>} names of chunks, by the name of the entry chunk whose pack they are in
 */
export const planPacks = ({outputs}, first) => {
  const chunks = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]));
  const rankOf = (/** @type {string} */ name) => {
    const rank = first.findIndex(end => chunks.get(name)?.entryPoint?.endsWith(end));
    return rank === -1 ? first.length : rank;
  };
  const entries = [...chunks.keys()].filter(name => chunks.get(name)?.entryPoint).sort((a, b) => rankOf(a) - rankOf(b));

  const packed = new Set();
  /** @param {string} name @returns {string[]} what it needs before it, then itself */
  const gather = name => {
    if (packed.has(name)) return [];
    packed.add(name);
    const needed = (chunks.get(name)?.imports ?? []).filter(({kind}) => kind === 'import-statement');
    return [...needed.flatMap(({path, external}) => (external ? [] : gather(basename(path)))), name];
  };
  return new Map(entries.map(name => [name, gather(name)]).filter(([, names]) => names.length > 0));
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
