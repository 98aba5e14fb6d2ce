/** A command: what it takes, as data, and what it does. */
import type {CommandSpec} from '../core/command-spec.ts';
import type {ExitCode} from '../core/errors.ts';
import type {Processes} from '../store/lock.ts';

/** Where results go. */
export interface Output {
  readonly isTerminal: boolean;
  /** Of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
  write(text: string | Uint8Array): void;
}

export interface StopListener {
  /** Gives the terminal back. */
  stop(): void;
  /** Takes it again, whatever was done to it meanwhile. */
  resume(): void;
}

/** Everything a run may touch of the world outside; only `main.ts` makes a real one. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly platform: string;
  readonly stdin: NodeJS.ReadStream & {readonly fd?: number | undefined};
  readonly output: Output;
  /** For the reader, which draws on a terminal; results go to `output`. */
  readonly stdout: NodeJS.WriteStream & {readonly fd?: number | undefined};
  readonly stderr: NodeJS.WriteStream & {readonly fd?: number | undefined};
  /** Folder of the articles that come with newsprint; absolute. */
  readonly bundledArticles: string;
  /** What a further thread of the program runs; absolute. */
  readonly threadFile: string;
  /** Of newsprint itself: `0.1.0`. */
  readonly version: string;
  /** Of Node, as it writes it: `v20.20.0`. */
  readonly nodeVersion: string;
  /** This one, and which others run: for locks. */
  readonly processes: Processes;
  now(): Date;
  /** Runs `cleanup` however the program ends: by return, by a signal, by a bug. Gives back what takes it off again. */
  onExit(cleanup: () => void): () => void;
  /** While `use` runs another program on the terminal, ^C and the like are that program's. */
  lendTerminal(use: () => Promise<void>): Promise<void>;
  /** Tells whoever draws on the terminal before the process stops, by ^Z or from outside, and when it goes on. Gives back what takes it off again. */
  watchStops(listener: StopListener): () => void;
  /** Stops the process as ^Z does. */
  suspend(): void;
}

/** Option values as given: a switch is `true`, a repeated option a list. */
export type OptionValues = Readonly<Record<string, string | true | readonly string[] | undefined>>;

export interface Invocation {
  readonly args: readonly string[];
  readonly options: OptionValues;
  readonly io: Io;
}

export interface Command extends CommandSpec {
  run(invocation: Invocation): Promise<ExitCode>;
}
