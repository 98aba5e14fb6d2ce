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
const outfile = fileURLToPath(new URL(`../../node_modules/.cache/newsprint/run-${process.pid}.mjs`, import.meta.url));
process.on('exit', () => rmSync(outfile, {force: true}));

await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  jsx: 'automatic',
  sourcemap: 'inline',
  logLevel: 'warning',
});

process.argv.splice(1, 2, resolve(entry));
await import(pathToFileURL(outfile).href);
