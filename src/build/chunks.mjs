/** The chunks that esbuild made, as CommonJS: that starts sooner than ES modules, but esbuild splits only those. */
import {build, transform} from 'esbuild';

/** What a chunk reads of its own place; `loader.ts` hands these in. */
const place = {
  'import.meta.url': '__place.url',
  'import.meta.dirname': '__dirname',
  'import.meta.filename': '__filename',
};

// esbuild copies each property of a module for `import fs from 'node:fs'`, which takes up to a millisecond.
const copied = /__toESM\((require\("node:[\w/]+"\))\)/g;
const inherited = 'Object.create($1, {default: {get() { return Object.getPrototypeOf(this); }}})';

/** @satisfies {import('esbuild').CommonOptions} */
const commonJs = {
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  supported: {'dynamic-import': false},
  define: place,
  legalComments: 'inline',
};

/**
 * @param {string} code an ES module
 * @returns {Promise<string>} the same for `loader.ts`: ASCII, strict, with `module`, `exports`, `require`, `__filename`, `__dirname`, `__place`
 */
export const toCommonJs = async code => (await transform(code, commonJs)).code.replace(copied, inherited);

/**
 * Chunks that always run together as one module, which saves some tenths of a millisecond for each. It exports each chunk
 * as a namespace of its name.
 * @param {readonly string[]} names in the order in which they run
 * @param {ReadonlyMap<string, string>} sources of all chunks, ES modules
 */
export const mergeToCommonJs = async (names, sources) => {
  const lines = names.map(name => `export * as ${JSON.stringify(name)} from ${JSON.stringify(`./${name}`)};`);
  const {outputFiles} = await build({
    ...commonJs,
    stdin: {contents: lines.join('\n')},
    bundle: true,
    write: false,
    plugins: [
      {
        name: 'chunks',
        setup({onResolve, onLoad}) {
          onResolve({filter: /^\.\//}, ({path}) =>
            names.includes(path.slice(2)) ? {path: path.slice(2), namespace: 'chunk'} : {path, external: true},
          );
          onLoad({filter: /.*/, namespace: 'chunk'}, ({path}) => ({contents: sources.get(path) ?? ''}));
        },
      },
    ],
  });
  return (outputFiles[0]?.text ?? '').replace(copied, inherited);
};
