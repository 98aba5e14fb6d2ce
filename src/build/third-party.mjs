/**
 * What the bundle takes from packages otherwise than as it stands: files that are replaced, edited, or left aside until
 * they are needed. Each row names the checksum of the file it was made for, so an update of the package cannot slip past.
 */
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join, sep} from 'node:path';
import {withFinishedRules} from './marked-rules.mjs';

/**
 * @typedef {object} Change
 * @property {string} file below node_modules
 * @property {string} sha256 of the file the change was made for
 * @property {string} why
 * @property {(source: string) => string} [edit] the file's text → what is bundled
 * @property {string} [replacement] file of ours below src/build/ink that stands in its place
 * @property {boolean} [isLazy] load it at the first call of its default export
 */

/** @param {string} source @param {string | RegExp} from must occur @param {string} to */
const swap = (source, from, to) => {
  const result = source.replace(from, () => to);
  if (result === source) throw new Error(`there is nothing like ${from} to edit`);
  return result;
};

const nothing = () => 'export default {};\nexport const highlight = code => code;\n';

/** Whatever is called or read of it, at load, is itself. */
const unused = `const same = new Proxy(() => same, {get: () => same});
export default same;
export const highlight = same;
`;

const wasmInYoga = /"data:application\/octet-stream;base64,([^"]+)"/;

/** @type {readonly Change[]} */
export const changes = [
  {
    file: 'yoga-layout/dist/src/index.js',
    sha256: '0c89ff0c01ee90b081b369119f972d72f71eb8882263d94ef0824500817d5de1',
    why: 'compiles its WebAssembly synchronously: by itself it fetches a data: address, which loads undici, and awaits',
    replacement: 'yoga.mjs',
  },
  {
    file: 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
    sha256: '2cfeda49ae87f57bcd4a5fe433940edefc531a69bd0f83e32759fb5837df205c',
    why: 'its binary comes through newsprint:yoga-wasm instead, and its own place does not matter then',
    edit: source => swap(swap(source, wasmInYoga, '""'), '_scriptDir = import.meta.url', "_scriptDir = ''"),
  },
  {
    file: 'ink/build/reconciler.js',
    sha256: '33206e5904be42672999acd9dd9d37c6bb109176c836bf5469ac89a50ff773f2',
    why: 'no developer tools, no reading of its package.json, and so no top-level await',
    edit: source =>
      swap(
        swap(source, /if \(isDev\(\)\) \{\s*try \{\s*await import[\s\S]*?\n\}\n(?=const diff)/, ''),
        /async function loadPackageJson[\s\S]*?: (?=\{ name: undefined)/,
        'const packageJson = ',
      ),
  },
  {
    file: 'scheduler/cjs/scheduler.production.js',
    sha256: '679adff761d31e9426604f80c0e99be44a3e6f4c6834b0218ecf0312a67c171f',
    why: 'the first look at the global `performance` loads perf_hooks; the clock it has for browsers without it is as good',
    edit: source => swap(source, '"object" === typeof performance && "function" === typeof performance.now', 'false'),
  },
  {
    file: 'ink/build/ink.js',
    sha256: 'd0402b8f4ed689e8ad1d8036c7583217b4528496928cee23e17b85583e9860a3',
    why: 'the same, to measure frames that nobody asked the time of',
    edit: source => source.replaceAll('performance.now()', 'Date.now()'),
  },
  {
    file: 'ink/build/components/ErrorOverview.js',
    sha256: '18b6335e92f18fca1868093f07ebbc3d9362d71ada167314887f9dabfe70a096',
    why: 'the reader tells of a bug after it has restored the terminal; stack-utils makes 70 regular expressions when loaded',
    edit: () => 'export default () => null;\n',
  },
  {
    file: 'ink/build/output.js',
    sha256: 'de9078c7fc647c40cf9e32d6658fcbbee91dae9e3f6334e5f4ebfc5905fc401d',
    why: 'an array of objects, one for each cell, is most of the time of a frame',
    replacement: 'output.ts',
  },
  {
    file: 'ink/build/measure-text.js',
    sha256: '4562d24171af3063b91a0d965c652ebdf1e2bdf4fe7f75c6bc8664fefc77df6a',
    why: 'keeps every text it ever measured',
    edit: source => swap(source, 'cache.set(', 'if (cache.size > 200) cache.clear();\n    cache.set('),
  },
  {
    file: 'ink/build/wrap-text.js',
    sha256: 'd2b8b4d05ed0eadd6c52149092f062ba048cda9928ce88e5176107c6fe38c19e',
    why: 'keeps every text it ever wrapped',
    edit: source =>
      swap(
        swap(source, 'const cache = {};', 'let cache = {};\nlet size = 0;'),
        'cache[cacheKey] = wrappedText;',
        'if (++size > 200) {\n        cache = {};\n        size = 0;\n    }\n    cache[cacheKey] = wrappedText;',
      ),
  },
  {
    file: 'string-width/index.js',
    sha256: 'abc20775da6b552188b098688ebec671e29f5416d6339d3534bb7b016174003e',
    why: 'makes an Intl.Segmenter and large regular expressions; and there must be one notion of width in the program',
    replacement: 'string-width.ts',
  },
  {
    file: '@alcalzone/ansi-tokenize/build/tokenize.js',
    sha256: '2685ddc940a005fb589f2af2182e90349fbe000da0b302c89ebbe782d97ade0d',
    why: 'makes an Intl.Segmenter when loaded; and there must be one notion of a character in the program',
    edit: source =>
      swap(
        source,
        'const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });',
        'import {segmenter} from "newsprint:build/ink/segmenter.ts";',
      ),
  },
  {
    file: 'wrap-ansi/index.js',
    sha256: 'b63b3245e7ea7646b4637671afd3e4e59a05e5f25d41205c0d8e758b1f11c1c5',
    why: 'only for text that was not wrapped before',
    isLazy: true,
  },
  {
    file: 'slice-ansi/index.js',
    sha256: '6fae43f8abc65b32061e9df707b15515644979d770246e45b54431b71f03c5be',
    why: 'only for text that was not cut before',
    isLazy: true,
  },
  {
    file: 'terminal-size/index.js',
    sha256: 'e9869170041390b3addb2cf10ec451fb8e8a3d6cdb6ff9730522218c910540ea',
    why: 'loads child_process for a size that the reader only lacks without a terminal',
    edit: () => 'export default () => ({columns: 80, rows: 24});\n',
  },
  {
    file: 'marked/lib/marked.esm.js',
    sha256: '5371fea86fd0656b4fc7bea7c94c663109d82789b69433eeee78d42895aa44de',
    why: 'makes its rules when loaded, most of them for dialects that are not used',
    edit: withFinishedRules,
  },
  {
    file: 'ink/build/components/StderrContext.js',
    sha256: '6ae5e802b519daf62bb2f780ce66a8a51848aa5a776e29c714f8ea3185a708b2',
    why: 'makes a stream of stderr that the reader has no use for',
    edit: source => swap(source, 'stderr: process.stderr', 'get stderr() { return process.stderr; }'),
  },
  {
    file: 'signal-exit/index.js',
    sha256: '7cc6f6a1e14dec79dc23f6afd7caca1319189747144e1a33af77616c21d9e9de',
    why: 'loads assert, and with it stderr, to check the type of one argument',
    edit: source => swap(source, "var assert = require('assert')", 'var assert = {equal() {}}'),
  },
  {
    file: 'node-emoji/lib/index.js',
    sha256: 'b9523486256e46585de1cf20f8ff23563e55cfaab0a800793e1d3359f1fbacb4',
    why: 'marked-terminal imports it for `:smile:`, which newsprint leaves as it stands; its tables are large',
    edit: () => 'export const get = name => name;\nexport const emojify = text => text;\n',
  },
  {
    file: 'supports-hyperlinks/index.js',
    sha256: '380f6160d094b249528d2f2ccb5a00a3dd9bc79fd15ce86b1a438c320d22ca90',
    why: 'marked-terminal asks it; newsprint makes its links itself. It loads tty, and with it net',
    edit: () => 'export default {stdout: false, stderr: false};\n',
  },
  {
    file: 'chalk/source/vendor/supports-color/index.js',
    sha256: 'e82368a5f05d145e33de6ae3464056511664b620735ef58d1800a7bcda6691e5',
    why: "it finds the level of chalk's own instance, which newsprint does not use; and it loads tty, and with it net",
    edit: () => 'export default {stdout: false, stderr: false};\n',
  },
  {
    file: 'cli-table3/index.js',
    sha256: '0fe175d9abebf8107d8010ca639651be92305caf276e9f4e92089d8f30d6e74c',
    why: 'marked-terminal imports it for tables, which newsprint draws itself',
    edit: nothing,
  },
];

/** @param {string} root the project's folder @param {Change} change */
const pathOf = (root, change) => join(root, 'node_modules', ...change.file.split('/'));

/** @param {string} path */
const checksum = path => createHash('sha256').update(readFileSync(path)).digest('hex');

/**
 * Throws when a file is not the one its change was made for.
 * @param {string} root the project's folder
 */
export const checkThirdParty = root => {
  const wrong = changes.filter(change => checksum(pathOf(root, change)) !== change.sha256);
  if (wrong.length === 0) return;
  throw new Error(
    [
      'The bundle changes files of packages, and these are not the files that the changes were made for:',
      ...wrong.map(change => `  node_modules/${change.file} (${checksum(pathOf(root, change))}): ${change.why}`),
      'Read what is new in them, mend the change in src/build/third-party.mjs or src/build/ink/, then write the new checksum there.',
    ].join('\n'),
  );
};

/**
 * The esbuild plugin that makes the changes.
 * @param {string} root the project's folder
 * @returns {import('esbuild').Plugin}
 */
export const thirdParty = root => ({
  name: 'third-party',
  setup(build) {
    const byPath = new Map(changes.map(change => [pathOf(root, change), change]));
    const ours = join(root, 'src', 'build', 'ink') + sep;

    build.onStart(() => checkThirdParty(root));

    build.onLoad({filter: /[\\/]node_modules[\\/]/, namespace: 'file'}, ({path, suffix}) => {
      const change = byPath.get(path);
      if (!change || suffix === '?original') return;
      if (change.replacement) {
        const from = JSON.stringify(join(ours, change.replacement));
        return {contents: `export * from ${from};\nexport {default} from ${from};\n`, resolveDir: ours};
      }
      if (change.isLazy) {
        const from = JSON.stringify(`${path}?original`);
        return {contents: `export default (...args) => require(${from}).default(...args);\n`, resolveDir: root};
      }
      if (!change.edit) throw new Error(`nothing is said on how to change ${change.file}`);
      return {contents: change.edit(readFileSync(path, 'utf8'))};
    });

    // Its own highlighting, colours, links and widths are never used: render/ hands in styles, and lays out for itself.
    build.onResolve({filter: /^(?:cli-highlight|chalk|ansi-escapes|ansi-regex)$/}, ({path, importer}) =>
      importer.includes(`${sep}marked-terminal${sep}`) ? {path, namespace: 'unused'} : undefined,
    );
    build.onLoad({filter: /.*/, namespace: 'unused'}, () => ({contents: unused}));
    // All of highlight.js's 190 languages otherwise; render/highlight.ts registers the ones that are wanted.
    build.onResolve({filter: /^highlight\.js$/}, ({importer, resolveDir}) =>
      importer.includes(`${sep}cli-highlight${sep}`)
        ? build.resolve('highlight.js/lib/core', {kind: 'require-call', resolveDir})
        : undefined,
    );

    build.onResolve({filter: /\?original$/}, ({path}) => ({
      path: path.slice(0, -'?original'.length),
      suffix: '?original',
    }));
    build.onResolve({filter: /^react-devtools-core$/}, () => ({path: 'react-devtools-core', namespace: 'nothing'}));
    build.onLoad({filter: /.*/, namespace: 'nothing'}, () => ({contents: nothing()}));

    build.onResolve({filter: /^newsprint:build\//}, ({path}) => ({
      path: join(root, 'src', path.slice('newsprint:'.length)),
    }));
    build.onResolve({filter: /^newsprint:yoga-wasm$/}, ({path}) => ({path, namespace: 'yoga-wasm'}));
    build.onLoad({filter: /.*/, namespace: 'yoga-wasm'}, () => {
      const source = readFileSync(join(root, 'node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js'), 'utf8');
      const base64 = wasmInYoga.exec(source)?.[1];
      if (!base64) throw new Error('yoga-layout holds no WebAssembly');
      return {contents: Buffer.from(base64, 'base64'), loader: 'binary'};
    });
  },
});
