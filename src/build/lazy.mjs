/**
 * Modules that take a while to load and that most runs never call. Each goes into a chunk of its own, and who imports it
 * gets functions that load that chunk when they are first called; without a promise, so that nobody need know.
 */
import {join} from 'node:path';

/**
 * @typedef {object} LazyModule
 * @property {string} name of its chunk
 * @property {string} file below the project's folder
 * @property {RegExp} [imports] names of packages that are to mean this file
 * @property {readonly string[]} functions those of its exports that are called
 * @property {readonly string[]} [errors] those that `instanceof` is asked about
 */

/** @type {readonly LazyModule[]} */
const lazyModules = [
  // The front page shows no article; with the first one come marked, marked-terminal and all that draws them.
  {name: 'page', file: 'src/tui/page.ts', functions: ['pageOf', 'picksOf', 'endOfBody', 'hasCode']},
  {name: 'chalk', file: 'src/render/chalk.ts', functions: ['createChalk']},
  // A listing that is up to date needs none of these.
  {name: 'file-reader', file: 'src/store/listing/file-reader.ts', functions: ['readListedFile', 'readListedArticle']},
  {name: 'compose', file: 'src/core/listing/compose.ts', functions: ['composeListing']},
  {
    name: 'library-index',
    file: 'src/store/index/open-library.ts',
    functions: ['openLibraryIndex', 'forgetIndex', 'indexFileOf', 'isSmall'],
  },
  {
    name: 'repaired-index',
    file: 'src/store/index/repaired-index.ts',
    functions: ['createRepairedIndex', 'tellsOfDamage'],
  },
  {name: 'reading-state', file: 'src/store/reading-state.ts', functions: ['openReadingState']},
  {name: 'yaml', file: 'src/core/yaml.ts', functions: ['readYaml']},
  {
    name: 'entities',
    file: 'node_modules/entities/dist/decode.js',
    imports: /^entities(?:\/decode)?$/,
    functions: ['decodeHTML', 'decodeHTMLStrict'],
  },
  {
    name: 'toml',
    file: 'node_modules/smol-toml/dist/index.js',
    imports: /^smol-toml$/,
    functions: ['parse'],
    errors: ['TomlError'],
  },
];

/** @param {string} root the project's folder */
const entryOf = (root, /** @type {LazyModule} */ {file}) => `${join(root, file)}?whole`;

/** @param {string} root the project's folder @returns {Record<string, string>} the chunks' entry points by their names */
export const lazyEntries = root => Object.fromEntries(lazyModules.map(module => [module.name, entryOf(root, module)]));

/**
 * The esbuild plugin that puts the functions in place.
 * @param {string} root the project's folder
 * @returns {import('esbuild').Plugin}
 */
export const lazy = root => ({
  name: 'lazy',
  setup(build) {
    build.onResolve({filter: /\?whole$/}, ({path}) => ({path: path.slice(0, -'?whole'.length), suffix: '?whole'}));
    build.onResolve({filter: /^newsprint:chunk\//}, ({path}) => ({
      path: path.replace('newsprint:chunk/', './'),
      external: true,
    }));
    const modules = new Map(lazyModules.map(module => [join(root, module.file), module]));
    for (const [path, {imports}] of modules) if (imports) build.onResolve({filter: imports}, () => ({path}));
    build.onLoad({filter: /\.[jt]s$/}, ({path, suffix}) => {
      const {name, functions = [], errors = []} = modules.get(path) ?? {};
      if (!name || suffix === '?whole') return;
      const chunk = `require(${JSON.stringify(`newsprint:chunk/${name}.js`)})`;
      const lines = [
        ...functions.map(called => `export const ${called} = (...args) => ${chunk}.${called}(...args);`),
        ...errors.map(
          asked => `export const ${asked} = {[Symbol.hasInstance]: value => value instanceof ${chunk}.${asked}};`,
        ),
      ];
      return {contents: lines.join('\n')};
    });
  },
});
