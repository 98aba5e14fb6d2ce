/**
 * Runs one TypeScript file of the project with Node: `node src/build/run.mjs tests/eval/eval.ts <argument>...`. It is
 * bundled first, since Node 20 reads no TypeScript. For the measuring programs; not part of what is shipped.
 */
import {rmSync} from 'node:fs';
import {resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';

const entry = process.argv[2];
if (entry === undefined) {
  process.stderr.write('usage: node src/build/run.mjs <file.ts> [argument...]\n');
  process.exit(2);
}

// Inside node_modules, so that the packages it imports are found from there.
const outdir = fileURLToPath(new URL(`../../node_modules/.cache/newsprint/run-${process.pid}/`, import.meta.url));
process.on('exit', () => rmSync(outdir, {recursive: true, force: true}));

await build({
  entryPoints: {entry},
  outdir,
  bundle: true,
  // What is imported when needed stays apart: some of it only the program's own bundle can load.
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  outExtension: {'.js': '.mjs'},
  target: 'node20',
  jsx: 'automatic',
  sourcemap: 'inline',
  logLevel: 'warning',
});

process.argv.splice(1, 2, resolve(entry));
await import(pathToFileURL(`${outdir}entry.mjs`).href);
