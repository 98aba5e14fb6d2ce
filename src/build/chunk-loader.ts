/** Runs the chunks of `dist/`, which stand in packs (`packs.mjs`): as Node would run CommonJS modules, but with code that was compiled in an earlier run. */
import {readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {Script} from 'node:vm';
import {codeFile, readCode, removeOutdated, type SourceStamp, writeCode} from './code-cache.ts';

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

/** Where compiled code is kept. */
export interface CodeStore {
  /** newsprint's cache folder; it need not exist. */
  readonly folder: string;
  /** What tells this build from others. */
  readonly build: string;
}

export interface ChunkLoaderOptions {
  /** Absolute path of the packs. */
  readonly folder: string;
  /** The file name of the pack that each chunk is in. */
  readonly packs: Readonly<Record<string, string>>;
  /** For what is no chunk: Node's own modules. */
  readonly require: Require;
  readonly store: CodeStore | undefined;
}

export interface ChunkLoader {
  /** @returns what a chunk exports; it runs once */
  load(name: string): Exports;
  /**
   * Keeps the code of the packs in use that is not kept already: what was called of them by now, that is. Never throws.
   * @param isLookingForMore whether to see if runs of another kind have called more than what is kept; that takes milliseconds
   */
  saveCode(isLookingForMore?: boolean): void;
}

interface OpenedScript {
  readonly script: Script;
  readonly source: SourceStamp;
  /** Bytes of code that are kept of it. */
  kept: number;
}

/** Milliseconds after which a run is a long one, and its first screen drawn. */
const idle = 3000;

export const createChunkLoader = ({folder, packs, require, store}: ChunkLoaderOptions): ChunkLoader => {
  const loaded = new Map<string, {exports: Exports}>();
  const opened = new Map<string, Pack>();
  const scripts = new Map<string, OpenedScript>();
  let isTimed = false;

  const compile = (pack: string): Script => {
    const filename = join(folder, pack);
    // Before it is read: should it change in between, then the stamp is the old one.
    const source = statSync(filename);
    // Packs are ASCII, of which Latin 1 is the fastest reading.
    const text = readFileSync(filename, 'latin1');
    if (!store) return new Script(text, {filename});
    const cachedData = readCode(codeFile(store.folder, store.build, pack), source);
    const script = new Script(text, cachedData ? {filename, cachedData} : {filename});
    const kept = script.cachedDataRejected === false ? (cachedData?.length ?? 0) : 0;
    scripts.set(pack, {script, source, kept});
    // At the end of a long run V8 has forgotten the code that only the start needed; of a short one there is but the end.
    if (kept === 0 && !isTimed) {
      isTimed = true;
      setTimeout(() => saveCode(), idle).unref();
    }
    return script;
  };

  const open = (pack: string): Pack => {
    const known = opened.get(pack);
    if (known) return known;
    const functions = compile(pack).runInThisContext() as Pack;
    opened.set(pack, functions);
    return functions;
  };

  const requireFromChunk: Require = id => (id.startsWith('./') ? load(id.slice(2)) : require(id));

  const load = (name: string): Exports => {
    const known = loaded.get(name);
    if (known) return known.exports;
    const pack = packs[name] ?? name;
    const run = open(pack)[name];
    if (!run) return loadMerged(pack, name);
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

  /** A chunk that was merged into the one its pack is named after. */
  const loadMerged = (pack: string, name: string): Exports => {
    const merged = name === pack ? undefined : load(pack)[name];
    if (!merged) throw new Error(`${pack} lacks ${name}`);
    return merged as Exports;
  };

  const saveCode = (isLookingForMore = false) => {
    if (!store) return;
    let isFirst = false;
    for (const [pack, opened] of scripts) {
      if (opened.kept > 0 && !isLookingForMore) continue;
      const code = opened.script.createCachedData();
      if (code.length <= opened.kept) continue;
      isFirst ||= opened.kept === 0;
      writeCode(codeFile(store.folder, store.build, pack), code, opened.source);
      opened.kept = code.length;
    }
    if (isFirst) removeOutdated(store.folder, store.build);
  };

  return {load, saveCode};
};
