/** Runs the chunks of `dist/`: as Node would run CommonJS modules, but with code that was compiled in an earlier run. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {Script} from 'node:vm';
import {type CodeCache, codeCacheFile, readCodeCache, sourceChecksum, writeCodeCache} from './code-cache.ts';

type Exports = Record<string, unknown>;
type Require = (id: string) => unknown;
type Run = (
  module: {exports: Exports},
  exports: Exports,
  require: Require,
  file: string,
  folder: string,
  url: string,
) => void;

interface Compiled {
  readonly script: Script;
  readonly source: number;
  readonly isCached: boolean;
}

export interface ChunkLoaderOptions {
  /** Absolute path of the chunks. */
  readonly folder: string;
  /** For what is no chunk: Node's own modules. */
  readonly require: Require;
  /** The chunk from which on compiled code is looked for and kept; what runs before it is too little to gain by it. */
  readonly cachedFrom: string;
  /** What tells this build from others. */
  readonly build: string;
  /** Where compiled code is kept; undefined to keep none. */
  readonly cacheFolder: string | undefined;
}

export interface ChunkLoader {
  /** @returns what the chunk exports; it runs once */
  load(name: string): Exports;
  /** Keeps the code of the chunks that are loaded, if there is any that is not kept already. Never throws. */
  saveCode(): void;
}

export const createChunkLoader = (options: ChunkLoaderOptions): ChunkLoader => {
  const {folder, cachedFrom, build, cacheFolder} = options;
  const file = cacheFolder === undefined ? undefined : codeCacheFile(cacheFolder, build);
  const loaded = new Map<string, {exports: Exports}>();
  const compiled = new Map<string, Compiled>();
  let kept: CodeCache | undefined;

  const compile = (name: string, filename: string): Script => {
    const bytes = readFileSync(filename);
    // Chunks are ASCII. Nothing is put before the first line but on it, so that places in the file stay true.
    const source = `(function (module, exports, require, __filename, __dirname, __url) {${bytes.toString('latin1')}\n})`;
    const checksum = kept && sourceChecksum(bytes);
    if (checksum === undefined) return new Script(source, {filename});
    const entry = kept?.get(name);
    const script = new Script(source, entry?.source === checksum ? {filename, cachedData: entry.code} : {filename});
    compiled.set(name, {script, source: checksum, isCached: script.cachedDataRejected === false});
    return script;
  };

  const requireFromChunk: Require = id => (id.startsWith('./') ? load(id.slice(2)) : options.require(id));

  const load = (name: string): Exports => {
    const known = loaded.get(name);
    if (known) return known.exports;
    if (file && name === cachedFrom) kept = readCodeCache(file);
    const filename = join(folder, name);
    const module = {exports: {}};
    const run = compile(name, filename).runInThisContext() as Run;
    loaded.set(name, module);
    run(module, module.exports, requireFromChunk, filename, folder, pathToFileURL(filename).href);
    return module.exports;
  };

  const saveCode = () => {
    const fresh = [...compiled].filter(([, {isCached}]) => !isCached);
    if (!file || !kept || fresh.length === 0) return;
    const entries = new Map(kept);
    // All of them once more: what was kept lacks the functions that were first called in this run.
    for (const [name, {script, source}] of compiled) entries.set(name, {source, code: script.createCachedData()});
    writeCodeCache(file, entries, build);
    kept = entries;
    for (const [name, entry] of fresh) compiled.set(name, {...entry, isCached: true});
  };

  return {load, saveCode};
};
