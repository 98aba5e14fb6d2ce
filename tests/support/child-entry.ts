/** Programs of a test's own, in TypeScript, as child processes. */
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'esbuild';
import {projectRoot} from './program.ts';

export interface ChildEntry {
  /** What Node runs. */
  readonly file: string;
  remove(): void;
}

/** @param entry a file below the project */
export const bundleEntry = async (entry: string): Promise<ChildEntry> => {
  // Inside node_modules, so that the packages it imports are found from there.
  const outdir = join(projectRoot, 'node_modules', '.cache', 'newsprint', `child-${process.pid}`);
  await build({
    absWorkingDir: projectRoot,
    entryPoints: {entry},
    outdir,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outExtension: {'.js': '.mjs'},
    target: 'node20',
    logLevel: 'warning',
  });
  return {file: join(outdir, 'entry.mjs'), remove: () => rmSync(outdir, {recursive: true, force: true})};
};
