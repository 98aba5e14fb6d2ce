/** The built program as a child process, for what scripts see: stdout, stderr, exit status. */
import {spawn} from 'node:child_process';
import {createSandbox, type Env, launcher, projectRoot} from './program.ts';

export interface CliOptions {
  /** Laid over the sandbox's environment. */
  readonly env?: Env;
  readonly cwd?: string;
  /** What stdin holds; `'closed'` closes the descriptor itself; empty unless given. */
  readonly stdin?: string | Uint8Array | 'closed';
  /** Arguments for Node itself, before the program's. */
  readonly nodeArgs?: readonly string[];
  /** Milliseconds until it is killed; then `signal` says `SIGKILL`. */
  readonly timeout?: number;
}

export interface CliResult {
  readonly stdout: string;
  readonly stderr: string;
  /** Exit status; `null` when a signal ended it. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * Runs `newsprint …args` to its end, with neither stdin, stdout nor stderr a terminal.
 *
 *     const {stdout, status} = await runCli(['list', '--plain', '--library', folder]);
 *
 * For pipelines (`| head`), run a shell with `launcher` of `program.ts`.
 */
export const runCli = async (args: readonly string[], options: CliOptions = {}): Promise<CliResult> => {
  const sandbox = createSandbox(options.env);
  // `'closed'` takes a shell: Node always opens descriptor 0 for a child.
  const command = [process.execPath, ...(options.nodeArgs ?? []), launcher, ...args];
  const [file = '', ...rest] = options.stdin === 'closed' ? ['sh', '-c', '"$@" <&-', 'sh', ...command] : command;
  const child = spawn(file, rest, {
    cwd: options.cwd ?? projectRoot,
    env: sandbox.env,
    timeout: options.timeout ?? 20_000,
    killSignal: 'SIGKILL',
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on('error', () => {}); // A program that does not read its stdin closes it: not a failure.
  child.stdin.end(options.stdin === 'closed' ? undefined : options.stdin);
  return new Promise<CliResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) =>
      resolve({stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString(), status, signal}),
    );
  }).finally(sandbox.remove);
};
