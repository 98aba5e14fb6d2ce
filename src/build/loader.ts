/** What the launcher runs: begins the program with its first chunk, `main.js`. Not the program itself, hence it may touch `process`. */
import {isAbsolute, join} from 'node:path';
import {createChunkLoader} from './chunk-loader.ts';

// Put in by bundle.mjs.
declare const BUILD: string;
declare const PACKS: Readonly<Record<string, string>>;

/** Milliseconds after which a run is a long one, and its first screen drawn. */
const idle = 3000;

const {env} = process;
const cacheHome = isAbsolute(env.XDG_CACHE_HOME ?? '') ? env.XDG_CACHE_HOME : env.HOME && join(env.HOME, '.cache');

const {load, saveCode} = createChunkLoader({
  folder: __dirname,
  packs: PACKS,
  require,
  store: cacheHome ? {folder: join(cacheHome, 'newsprint'), build: BUILD} : undefined,
});

// At the end of a long run V8 has forgotten the code that only the start needed; of a short one there is but the end.
setTimeout(saveCode, idle).unref();
process.on('exit', saveCode);

load('main.js');
