/** What the launcher runs, and every further thread of the program: begins it with its first chunk, `main.js`. Not the program itself, hence it may touch `process`. */
import {isAbsolute, join} from 'node:path';
import {createChunkLoader} from './chunk-loader.ts';

// Put in by bundle.mjs.
declare const BUILD: string;
declare const PACKS: Readonly<Record<string, string>>;

const {env} = process;
const cacheHome = isAbsolute(env.XDG_CACHE_HOME ?? '') ? env.XDG_CACHE_HOME : env.HOME && join(env.HOME, '.cache');

const {load, saveCode} = createChunkLoader({
  folder: __dirname,
  packs: PACKS,
  require,
  store: cacheHome ? {folder: join(cacheHome, 'newsprint'), build: BUILD} : undefined,
});

/** One run in so many, by the clock, sees whether it called more than what is kept: the first run may have been of another kind. */
const lookEvery = 8;

process.on('exit', () => saveCode(Date.now() % lookEvery === 0));

load('main.js');
