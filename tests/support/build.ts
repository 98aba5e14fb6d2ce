import {execFileSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

/** The program under test is the one that is shipped: every run begins with a fresh bundle. */
export default () => {
  execFileSync(process.execPath, ['src/build/bundle.mjs'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: 'inherit',
  });
};
