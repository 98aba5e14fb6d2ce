/** The only owner of the process: its arguments, environment, streams, signals and exit status. */
import {hostname} from 'node:os';
import {dirname, join} from 'node:path';
import {isMainThread, workerData} from 'node:worker_threads';
import {version} from '../package.json';
import {run} from './cli.ts';
import type {Io, Output, StopListener} from './commands/command.ts';
import {exitCodes} from './core/errors.ts';
import {field} from './core/sanitize.ts';
import {isDirect, writeDirectly} from './direct-output.ts';

/** Both `src/` and `dist/` lie in it. */
const packageFolder = dirname(import.meta.dirname);

/** What restores the terminal, the last first. */
const cleanups: (() => void)[] = [];

const cleanUp = (): void => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
};

const fatalSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** Dies of the signal as if nothing had caught it, so that the shell sees why. */
const onFatalSignal = (signal: NodeJS.Signals): void => {
  if (borrowers > 0 && (signal === 'SIGINT' || signal === 'SIGQUIT')) return;
  cleanUp();
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
};

/** Signals are watched only while there is something to restore: a watcher costs start-up, and delays the end of everything else. */
const onExit = (cleanup: () => void): (() => void) => {
  if (cleanups.length === 0) for (const signal of fatalSignals) process.on(signal, onFatalSignal);
  cleanups.push(cleanup);
  return () => {
    const index = cleanups.indexOf(cleanup);
    if (index !== -1) cleanups.splice(index, 1);
    if (cleanups.length === 0) for (const signal of fatalSignals) process.off(signal, onFatalSignal);
  };
};

/** Programs that have the terminal now: an editor, a browser. ^C and ^\ are theirs, though the whole group is told. */
let borrowers = 0;

const lendTerminal = async (use: () => Promise<void>): Promise<void> => {
  borrowers++;
  try {
    await use();
  } finally {
    borrowers--;
  }
};

/** Who draws on the terminal, if anybody. */
let drawer: StopListener | undefined;

/** A process group that nobody can continue (its shell is gone) is not stopped by the system; then this much later it just goes on. Milliseconds. */
const stopTimeout = 200;

let isStopping = false;

/** Stops as if nothing had caught the signal, and goes on when the shell says so. 0 is the whole group: `npm start` stops with its child. */
const stop = (target: number): void => {
  const isDrawing = borrowers === 0;
  if (isDrawing) drawer?.stop();
  isStopping = true;
  process.off('SIGTSTP', onStopSignal);
  const proceed = (): void => {
    clearTimeout(timer);
    process.off('SIGCONT', proceed);
    isStopping = false;
    if (drawer === undefined) return;
    process.on('SIGTSTP', onStopSignal);
    if (isDrawing) drawer.resume();
  };
  const timer = setTimeout(proceed, stopTimeout);
  process.once('SIGCONT', proceed);
  process.kill(target, 'SIGTSTP');
};

const onStopSignal = (): void => stop(process.pid);

/** After a stop that cannot be caught. */
const onContinue = (): void => {
  if (!isStopping && borrowers === 0) drawer?.resume();
};

const watchStops = (listener: StopListener): (() => void) => {
  drawer = listener;
  process.on('SIGTSTP', onStopSignal);
  process.on('SIGCONT', onContinue);
  return () => {
    drawer = undefined;
    process.off('SIGTSTP', onStopSignal);
    process.off('SIGCONT', onContinue);
  };
};

const isDirectOutput = isDirect(1);

/** Watched for failures from when it is made. */
let standardOutput: typeof process.stdout | undefined;
const stdout = (): typeof process.stdout => {
  standardOutput ??= process.stdout.on('error', onStreamError);
  return standardOutput;
};

const output: Output = {
  get isTerminal() {
    return !isDirectOutput && stdout().isTTY === true;
  },
  get columns() {
    return isDirectOutput ? undefined : stdout().columns;
  },
  write: text => {
    if (!isDirectOutput) {
      stdout().write(text);
      return;
    }
    try {
      writeDirectly(1, text);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      onStreamError(error);
    }
  },
};

// Each stream is made when it is first asked for: most runs need one of the three, and making one takes a millisecond.
const io: Io = {
  env: process.env,
  cwd: currentFolder(),
  platform: process.platform,
  bundledArticles: join(packageFolder, 'articles'),
  threadFile: join(packageFolder, 'dist', 'loader.js'),
  get stdin() {
    return process.stdin;
  },
  output,
  get stdout() {
    return stdout();
  },
  get stderr() {
    return process.stderr;
  },
  version,
  nodeVersion: process.version,
  processes: {
    pid: process.pid,
    get host() {
      return hostname();
    },
    isRunning,
    now,
  },
  now,
  onExit,
  lendTerminal,
  watchStops,
  suspend: () => stop(0),
};

/** The folder that a shell stands in may be gone. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return '/';
  }
}

function now(): Date {
  return new Date();
}

/** Signal 0 only asks. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // That of somebody else may not be asked, and so it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** What was written is out before the process ends, and has failed by then if it does: `process.exit` waits for neither. */
const end = (status: number): void => {
  if (standardOutput === undefined) process.exit(status);
  standardOutput.write('', error => (error ? onStreamError(error) : process.exit(status)));
};

/** Who reads us may leave early (`| head`): that ends a run well. A full disk behind stdout does not. */
const onStreamError = (error: Error & {code?: unknown}): void => {
  cleanUp();
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  reportAndExit(`cannot write: ${error.message}`, exitCodes.io);
};

const reportAndExit = (message: string, status: number): never => {
  try {
    process.stderr.write(`newsprint: ${field(message)}\n`);
  } catch {
    // There is nobody left to tell.
  }
  process.exit(status);
};

const stackLines = 4;

const onBug = (error: unknown): void => {
  cleanUp();
  const {message, stack = ''} = error instanceof Error ? error : new Error(String(error));
  const where = stack
    .split('\n')
    .slice(1, 1 + stackLines)
    .map(line => field(line))
    .join(', ');
  const system = `newsprint ${version}, Node ${process.version}, ${process.platform}`;
  reportAndExit(`this is a bug: ${message}; please report it with this line: ${system}: ${where}`, exitCodes.bug);
};

if (isMainThread) {
  process.on('uncaughtException', onBug);
  process.on('unhandledRejection', onBug);
  run(process.argv.slice(2), io).then(end, onBug);
} else {
  // Whoever started this thread is told of its bugs.
  import('./commands/threads.ts').then(({runThread}) => runThread(workerData, io));
}
