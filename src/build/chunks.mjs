/** The chunks that esbuild made, as CommonJS: that starts sooner than ES modules, but esbuild splits only those. */
import {transform} from 'esbuild';

/** What a chunk reads of its own place; `loader.ts` hands these in. */
const place = {
  'import.meta.url': '__place.url',
  'import.meta.dirname': '__dirname',
  'import.meta.filename': '__filename',
};

// esbuild copies each property of a module for `import fs from 'node:fs'`, which takes up to a millisecond.
const copied = /__toESM\((require\("node:[\w/]+"\))\)/g;
const inherited = 'Object.create($1, {default: {get() { return Object.getPrototypeOf(this); }}})';

/**
 * @param {string} code an ES module
 * @returns {Promise<string>} the same for `loader.ts`: ASCII, strict, with `exports`, `require`, `__filename`, `__dirname`, `__place`
 */
export const toCommonJs = async code => {
  const result = await transform(code, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'ascii',
    supported: {'dynamic-import': false},
    define: place,
    legalComments: 'inline',
  });
  return result.code.replace(copied, inherited);
};
