/** The manual page, from the same tables as the help: `src/manual.ts` makes its text, which is run here. */
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'esbuild';

/** @param {string} root the project's folder @returns {Promise<string>} roff */
export const renderManual = async root => {
  const entry = join(root, 'src/manual.ts');
  if (!existsSync(entry)) return '';
  const {outputFiles} = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
  });
  const source = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const {manual} = await import(`data:text/javascript;base64,${source}`);
  return manual();
};
