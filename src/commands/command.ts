/** A command is data: its usage, help, completion, man page and README row are derived from this. */
import type {ExitCode} from '../core/errors.ts';

/** Everything a run may touch of the world outside; only `main.ts` makes a real one. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly platform: string;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  now(): Date;
  /** Runs `cleanup` however the program ends: by return, by a signal, by a bug. Gives back what takes it off again. */
  onExit(cleanup: () => void): () => void;
  /** Stops the process as ^Z does; resolves when it was continued. */
  suspend(): Promise<void>;
}

export interface OptionSpec {
  /** Long name without dashes: `sort`. */
  readonly name: string;
  readonly short?: string;
  /** Placeholder of its value; absent for a switch. */
  readonly value?: string;
  /** The values it takes, where they can be listed: for checks, help and completion. */
  readonly choices?: readonly string[];
  readonly repeats?: boolean;
  readonly summary: string;
}

export interface ArgumentSpec {
  readonly name: string;
  readonly isRequired: boolean;
  readonly repeats: boolean;
  /** What completion offers for it. */
  readonly completes?: 'article' | 'command' | 'shell' | 'topic' | 'query';
}

/** Option values as given: a switch is `true`, a repeated option a list. */
export type OptionValues = Readonly<Record<string, string | true | readonly string[] | undefined>>;

export interface Invocation {
  readonly args: readonly string[];
  readonly options: OptionValues;
  readonly io: Io;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly args: readonly ArgumentSpec[];
  /** Besides the options that all commands share. */
  readonly options: readonly OptionSpec[];
  run(invocation: Invocation): Promise<ExitCode>;
}
