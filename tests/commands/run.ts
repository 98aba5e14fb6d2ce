/** Runs a command line inside the test, over a library of its own, with streams that keep what is written. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {PassThrough, Readable} from 'node:stream';
import {run} from '../../src/cli.ts';
import type {Io} from '../../src/commands/command.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface Place {
  /** Absolute; it is removed by `remove`. */
  readonly folder: string;
  write(files: Files): void;
  remove(): void;
}

export const createPlace = (files: Files = {}): Place => {
  const folder = mkdtempSync(join(tmpdir(), 'newsprint-run-'));
  const write = (more: Files): void => {
    for (const [name, content] of Object.entries(more)) {
      mkdirSync(dirname(join(folder, name)), {recursive: true});
      writeFileSync(join(folder, name), content);
    }
  };
  write(files);
  return {folder, write, remove: () => rmSync(folder, {recursive: true, force: true})};
};

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly stdin?: string;
  /** What is typed on a terminal that stdin is; without it stdin is none. */
  readonly typed?: string;
  /** As Node names it; `linux` unless given. */
  readonly platform?: string;
  /** Columns of a terminal on stdout; without it stdout is a pipe. */
  readonly terminal?: number;
  /** Whether stderr is a terminal. */
  readonly isWatched?: boolean;
  /** Told what is written on stderr, as it is. */
  readonly told?: (text: string) => void;
}

/** What may happen once something was written on stderr: `told` is for `runIn`. */
export const whenTold = (sign: string) => {
  let isSeen = false;
  let waiting: (() => void)[] = [];
  return {
    told: (text: string): void => {
      isSeen ||= text.includes(sign);
      if (!isSeen) return;
      for (const go of waiting) go();
      waiting = [];
    },
    wait: (go: () => void): void => {
      if (isSeen) go();
      else waiting.push(go);
    },
  };
};

export interface RunResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const now = (): Date => new Date('2022-07-10T12:00:00');

const keeping = (
  facts: object = {},
  told?: (text: string) => void,
): {stream: never; chunks: Buffer[]; text: () => string} => {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    told?.(String(chunk));
  });
  return {stream: Object.assign(stream, facts) as never, chunks, text: () => Buffer.concat(chunks).toString()};
};

/** @param place its `library` folder is the library, its `home` the home folder */
export const runIn = async (place: Place, argv: readonly string[], options: RunOptions = {}): Promise<RunResult> => {
  const {
    env = {},
    cwd = place.folder,
    typed,
    stdin = typed ?? '',
    terminal,
    platform = 'linux',
    isWatched = false,
    told,
  } = options;
  const out = keeping(terminal === undefined ? {} : {isTTY: true, columns: terminal, rows: 24});
  const err = keeping(isWatched ? {isTTY: true} : {}, told);
  const io: Io = {
    env: {HOME: join(place.folder, 'home'), NEWSPRINT_LIBRARY: join(place.folder, 'library'), TERM: 'xterm', ...env},
    cwd,
    platform,
    stdin: Object.assign(
      Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]),
      typed !== undefined && {isTTY: true},
    ) as never,
    stdout: out.stream,
    output: {
      isTerminal: terminal !== undefined,
      columns: terminal,
      write: text => void out.chunks.push(Buffer.from(text)),
    },
    stderr: err.stream,
    bundledArticles: join(place.folder, 'bundled'),
    threadFile: '',
    version: '1.2.3',
    nodeVersion: 'v20.0.0',
    processes: {pid: process.pid, host: 'here', isRunning: pid => pid === process.pid, now},
    now,
    onExit: () => () => {},
    lendTerminal: use => use(),
    watchStops: () => () => {},
    suspend: () => {},
  };
  const status = await run(argv, io);
  return {status, stdout: out.text(), stderr: err.text()};
};
