/** Where the built program is, and an environment of its own for each run: nothing of the user's configuration, nothing left behind. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The launcher that `npm install` links as `newsprint`. */
export const launcher = join(projectRoot, 'bin', 'newsprint.js');

export type Env = Readonly<Record<string, string | undefined>>;

export interface Sandbox {
  /** An empty folder, which is also `HOME`; the XDG folders below it do not exist yet. */
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  remove(): void;
}

/**
 * A home folder and an environment for one run. Of the caller's environment only `PATH` is handed on: `CI` would make Ink
 * draw nothing but its last frame, `NODE_EXTRA_CA_CERTS` makes every start slow, and colour settings differ by machine.
 * @param env laid over it; `undefined` takes a variable away
 */
export const createSandbox = (env: Env = {}): Sandbox => {
  const home = mkdtempSync(join(tmpdir(), 'newsprint-test-'));
  const all: Env = {
    PATH: process.env.PATH,
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CACHE_HOME: join(home, 'cache'),
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    TZ: 'UTC',
    ...env,
  };
  const defined = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    home,
    env: Object.fromEntries(defined),
    remove: () => rmSync(home, {recursive: true, force: true, maxRetries: 5}),
  };
};
