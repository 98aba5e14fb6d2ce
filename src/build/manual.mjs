/** The manual page, from the same tables as the help: `src/manual.ts` makes its text, which is run here. */
import {build} from 'esbuild';

/** Commands load what they run only then, and no command runs here. @type {import('esbuild').Plugin} */
const withoutDynamicImports = {
  name: 'without-dynamic-imports',
  setup({onResolve}) {
    onResolve({filter: /.*/}, ({kind, path}) => (kind === 'dynamic-import' ? {path, external: true} : undefined));
  },
};

/** @param {string} entry the module that exports `manual()` @returns {Promise<string>} roff */
export const renderManual = async entry => {
  const {outputFiles} = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    plugins: [withoutDynamicImports],
    write: false,
  });
  const source = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const {manual} = await import(`data:text/javascript;base64,${source}`);
  return manual();
};
