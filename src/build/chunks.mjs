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

// Node's modules are loaded when something of them is first used: os, tty and child_process mostly never are.
const nodeImport = /^var (import_node_\w+) = ((?:Object\.create\()?require\("node:[\w/]+"\).*);$/gm;

/** @param {string} code a CommonJS module as esbuild writes it */
const withLateNodeModules = code => {
  const names = [...code.matchAll(nodeImport)].map(([, name]) => name ?? '');
  if (names.length === 0) return code;
  const uses = new RegExp(`\\b(${names.join('|')})\\.`, 'g');
  return code.replace(nodeImport, 'var $1_found;\nvar $1 = () => $1_found ??= $2;').replace(uses, '($1()).');
};

// A namespace has a getter for each of its exports; those that only the code beside them asks for are never needed.
const namespace = /^var (\w+) = \{\};\n__export\(\1, (\{\n(?: {2}.*\n)*\})\);$/gm;

/** @param {string} code a CommonJS module as esbuild writes it */
const withLateNamespaces = code => {
  const names = [...code.matchAll(namespace)].map(([, name]) => name ?? '').filter(name => name !== exported);
  if (names.length === 0) return code;
  return code
    .replace(namespace, (whole, name, getters) => (name === exported ? whole : lateNamespace(name, getters)))
    .replace(new RegExp(`=> (${names.join('|')})(?=,?$)`, 'gm'), '=> $1()');
};

/** What esbuild calls the namespace of the module itself. */
const exported = 'stdin_exports';

/** esbuild copies the namespace to mark the copy as a module's: marking the namespace does, too. @type {[string, string]} */
const uncopied = [`__toCommonJS(${exported})`, `__defProp(${exported}, "__esModule", {value: true})`];

/** @param {string} name @param {string} getters */
const lateNamespace = (name, getters) =>
  `var ${name} = () => {\n  const made = {};\n  __export(made, ${getters});\n  ${name} = () => made;\n  return made;\n};`;

// It copies React for each module that imports it, too.
const imported = /^var (import_\w+) = (\S*(?: \S+)?__toESM\)?\((require_\w+)\(\)(?:, 1)?\));$/gm;

/** @param {string} code a CommonJS module as esbuild writes it */
const withOneCopyEach = code => {
  const names = [...code.matchAll(imported)].map(([, , , name]) => name ?? '');
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  const declared = [...repeated].map(name => `var ${name}_copy;\n`).join('');
  return (
    declared +
    code.replace(imported, (whole, name, copy, required) =>
      repeated.has(required) ? `var ${name} = ${required}_copy ??= ${copy};` : whole,
    )
  );
};

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
export const toCommonJs = async code => finish((await transform(code, commonJs)).code);

// esbuild leaves regular expressions as they are written, and packs are read as if they were ASCII.
const beyondAscii = /[^\0-\x7f]/g;
/** @param {string} unit @returns {string} */
const escaped = unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** @param {string} code @returns {string} */
const finish = code =>
  withOneCopyEach(withLateNodeModules(code.replace(copied, inherited).replace(...uncopied))).replace(
    beyondAscii,
    escaped,
  );

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
  return withLateNamespaces(finish(outputFiles[0]?.text ?? ''));
};
