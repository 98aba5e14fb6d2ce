/** Where newsprint's own files are, by the XDG base directory specification, and small questions about paths. */
import {readdirSync, statSync} from 'node:fs';
import {userInfo} from 'node:os';
import {isAbsolute, join} from 'node:path';

export interface Paths {
  readonly home: string;
  readonly configFolder: string;
  /** The file of settings. */
  readonly config: string;
  /** The feeds that are subscribed to. */
  readonly feeds: string;
  readonly dataFolder: string;
  /** The user's own articles, when nothing else is named. */
  readonly articles: string;
  /** What must not be lost: what was read, what was starred. */
  readonly stateFolder: string;
  /** What may be deleted at any time. */
  readonly cacheFolder: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Without `HOME` (as in `env -i`) the account knows; an account that is not listed anywhere has `/`, where it may write nothing. */
const homeOf = ({HOME}: Environment): string => {
  if (HOME !== undefined && isAbsolute(HOME)) return HOME;
  try {
    return userInfo().homedir || '/';
  } catch {
    return '/';
  }
};

export const createPaths = (env: Environment): Paths => {
  const home = homeOf(env);
  // The specification says to ignore relative paths.
  const base = (variable: string, ...fallback: readonly string[]): string => {
    const given = env[variable];
    return join(given !== undefined && isAbsolute(given) ? given : join(home, ...fallback), 'newsprint');
  };
  const configFolder = base('XDG_CONFIG_HOME', '.config');
  const dataFolder = base('XDG_DATA_HOME', '.local', 'share');
  return {
    home,
    configFolder,
    config: join(configFolder, 'config.yaml'),
    feeds: join(configFolder, 'feeds.yaml'),
    dataFolder,
    articles: join(dataFolder, 'articles'),
    stateFolder: base('XDG_STATE_HOME', '.local', 'state'),
    cacheFolder: base('XDG_CACHE_HOME', '.cache'),
  };
};

export const isFolder = (path: string): boolean => statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false;

/** Whether there is a folder with anything in it that is not hidden. A folder that may not be looked into holds nothing. */
export const holdsAnything = (path: string): boolean => {
  try {
    return readdirSync(path).some(name => !name.startsWith('.'));
  } catch {
    return false;
  }
};
