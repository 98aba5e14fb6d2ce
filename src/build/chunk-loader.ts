/** Runs the chunks of `dist/`, which stand in packs (`packs.mjs`): as Node would run CommonJS modules, but with code that was compiled in an earlier run. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {Script} from 'node:vm';
import {type CodeCache, type Crc32, codeCacheFile, readCodeCache, writeCodeCache} from './code-cache.ts';

type Exports = Record<string, unknown>;
type Require = (id: string) => unknown;
type Run = (
  module: {exports: Exports},
  exports: Exports,
  require: Require,
  file: string,
  folder: string,
  place: {readonly url: string},
) => void;

type Pack = Readonly<Record<string, Run>>;

interface Compiled {
  readonly script: Script;
  readonly source: number;
  readonly isCached: boolean;
}

export interface ChunkLoaderOptions {
  /** Absolute path of the packs. */
  readonly folder: string;
  /** The file name of the pack that each chunk is in. */
  readonly packs: Readonly<Record<string, string>>;
  /** For what is no chunk: Node's own modules. */
  readonly require: Require;
  /** The pack from which on compiled code is looked for and kept; what runs before it is too little to gain by it. */
  readonly cachedFrom: string;
  /** What tells this build from others. */
  readonly build: string;
  /** Where compiled code is kept; undefined to keep none. */
  readonly cacheFolder: string | undefined;
  /** Called when there begins to be code to keep, with what keeps it; to be called when there is time. */
  readonly schedule: (saveCode: () => void) => void;
}

/** What was compiled in earlier runs, and the means to check it. */
interface Kept {
  readonly file: string;
  readonly crc32: Crc32;
  entries: CodeCache;
}

/** @returns runs a chunk, unless it has run, and gives what it exports */
export const createChunkLoader = (options: ChunkLoaderOptions): ((name: string) => Exports) => {
  const {folder, packs, cachedFrom, build, cacheFolder} = options;
  const loaded = new Map<string, {exports: Exports}>();
  const opened = new Map<string, Pack>();
  const compiled = new Map<string, Compiled>();
  let kept: Kept | undefined;

  const compile = (pack: string, filename: string): Script => {
    const bytes = readFileSync(filename);
    const source = bytes.toString('latin1'); // It is ASCII.
    if (!kept) return new Script(source, {filename});
    const checksum = kept.crc32(bytes);
    const entry = kept.entries.get(pack);
    const script = new Script(source, entry?.source === checksum ? {filename, cachedData: entry.code} : {filename});
    compiled.set(pack, {script, source: checksum, isCached: script.cachedDataRejected === false});
    return script;
  };

  const open = (pack: string): Pack => {
    const known = opened.get(pack);
    if (known) return known;
    if (pack === cachedFrom) kept = openKept();
    const functions = compile(pack, join(folder, pack)).runInThisContext() as Pack;
    opened.set(pack, functions);
    return functions;
  };

  const saveCode = () => {
    const fresh = [...compiled].filter(([, {isCached}]) => !isCached);
    if (!kept || fresh.length === 0) return;
    const entries = new Map(kept.entries);
    // All of them once more: what was kept lacks the functions that were first called in this run.
    for (const [name, {script, source}] of compiled) entries.set(name, {source, code: script.createCachedData()});
    writeCodeCache(kept.file, entries, {build, crc32: kept.crc32});
    kept.entries = entries;
    for (const [name, entry] of fresh) compiled.set(name, {...entry, isCached: true});
  };

  const openKept = (): Kept | undefined => {
    // Node has it since 20.15; what cannot be checked is not kept.
    const {crc32} = options.require('node:zlib') as {readonly crc32?: Crc32};
    if (cacheFolder === undefined || !crc32) return undefined;
    const file = codeCacheFile(cacheFolder, build);
    options.schedule(saveCode);
    return {file, crc32, entries: readCodeCache(file, crc32)};
  };

  const requireFromChunk: Require = id => (id.startsWith('./') ? load(id.slice(2)) : options.require(id));

  const load = (name: string): Exports => {
    const known = loaded.get(name);
    if (known) return known.exports;
    const pack = packs[name] ?? name;
    const run = open(pack)[name];
    if (!run) throw new Error(`${pack} lacks ${name}`);
    const filename = join(folder, pack);
    const module = {exports: {}};
    const place = {
      get url() {
        return pathToFileURL(filename).href;
      },
    };
    loaded.set(name, module);
    run(module, module.exports, requireFromChunk, filename, folder, place);
    return module.exports;
  };

  return load;
};
