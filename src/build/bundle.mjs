/**
 * Makes `dist/` from `src/`: the program bundled with everything it needs, split into what `--plain` needs, what the
 * reader needs and what is needed seldom; the licences of what is bundled; the manual page.
 */
import {createHash} from 'node:crypto';
import {mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {basename, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {mergeToCommonJs, toCommonJs} from './chunks.mjs';
import {lazy, lazyEntries} from './lazy.mjs';
import {renderLicences} from './licences.mjs';
import {renderManual} from './manual.mjs';
import {planPacks, renderPack} from './packs.mjs';
import {thirdParty} from './third-party.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @satisfies {import('esbuild').BuildOptions} */
const target = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Its binary is another one on every platform: it is installed beside the program.
  external: ['libsql'],
  write: false,
  logLevel: 'warning',
};

/** @param {string} entry @param {string} outdir */
const buildChunks = (entry, outdir) =>
  build({
    ...target,
    entryPoints: {main: entry, ...lazyEntries(root)},
    outdir,
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    jsx: 'automatic',
    define: {'process.env.NODE_ENV': '"production"'},
    plugins: [lazy(root), thirdParty(root)],
    metafile: true,
  });

/** @param {Record<string, string>} define */
const buildLoader = async define => {
  const entryPoints = [join(root, 'src/build/loader.ts')];
  // Minified, for it is compiled at every start: no code is kept of what loads kept code.
  const result = await build({...target, entryPoints, format: 'cjs', define, minify: true});
  return result.outputFiles[0]?.text ?? '';
};

/**
 * Another process may be running the program or reading the folder: so file by file by rename, and what is no longer
 * wanted at the end.
 * @param {string} folder @param {ReadonlyMap<string, string>} files
 */
const replaceFiles = async (folder, files) => {
  await mkdir(folder, {recursive: true});
  for (const [name, text] of files) {
    const file = join(folder, name);
    // The time of a file that is as it was tells that kept code still fits it.
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue;
    const draft = join(folder, `.${name}.${process.pid}`);
    await writeFile(draft, text);
    await rename(draft, file);
  }
  for (const name of await readdir(folder)) {
    if (!files.has(name)) await rm(join(folder, name), {recursive: true, force: true});
  }
};

/** @param {Record<string, unknown>} values @returns {Record<string, string>} */
const asDefines = values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));

/** What newsprint is made of. */
export const program = {
  entry: 'src/main.ts',
  first: ['src/render/plain-article.ts', 'src/tui/app.tsx'],
  manual: 'src/manual.ts',
  outdir: join(root, 'dist'),
};

/**
 * @param {object} options
 * @param {string} options.entry the first module of the program
 * @param {readonly string[]} options.first the modules, imported dynamically, that most runs need; ends of their paths suffice
 * @param {string} [options.manual] the module whose `manual()` gives the manual page
 * @param {string} options.outdir
 * @param {boolean} [options.isWritten] false to look only at what would be
 */
export const bundle = async ({entry, first, manual, outdir, isWritten = true}) => {
  const {outputFiles, metafile} = await buildChunks(entry, outdir);
  const packs = planPacks(metafile, [entry, ...first]);
  if (isWritten) await writePacks({outputFiles, metafile, packs, manual, outdir});
  return {packs, metafile};
};

/** @param {Awaited<ReturnType<typeof buildChunks>> & {packs: Map<string, string[]>, manual?: string | undefined, outdir: string}} built */
const writePacks = async ({outputFiles, metafile, packs, manual, outdir}) => {
  const chunks = new Map(outputFiles.map(({path, text}) => [basename(path), text]));
  const files = new Map();
  for (const [name, names] of packs) {
    const isAlwaysRun = name === 'main.js';
    const sources = isAlwaysRun
      ? new Map([[name, await mergeToCommonJs(names, chunks)]])
      : new Map(
          await Promise.all(
            names.map(async chunk => /** @type {const} */ ([chunk, await toCommonJs(chunks.get(chunk))])),
          ),
        );
    files.set(name, renderPack(sources));
  }

  const build = createHash('sha256');
  for (const [name, text] of files) build.update(name).update(text);
  const loader = {
    BUILD: build.digest('hex').slice(0, 16),
    PACKS: Object.fromEntries([...packs].flatMap(([pack, names]) => names.map(name => [name, pack]))),
  };
  files.set('loader.js', await buildLoader(asDefines(loader)));
  files.set('package.json', '{"type": "commonjs"}\n');
  files.set('THIRD-PARTY-LICENSES.txt', await renderLicences(root, metafile));
  if (manual) files.set('newsprint.1', await renderManual(join(root, manual)));
  await replaceFiles(outdir, files);
};

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await bundle(program);
  } catch (error) {
    // esbuild has shown its own errors already, with the lines they are about.
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
