/** Timed runs of a program: into a pipe until it ends, and in a pseudo-terminal until the screen shows what it should. */
import {spawn} from 'node:child_process';
import {createRequire} from 'node:module';
import {spawn as spawnInTerminal} from '@lydell/node-pty';

const require = createRequire(import.meta.url);
const {Terminal} = require('@xterm/headless') as typeof import('@xterm/headless');

export type Environment = Readonly<Record<string, string>>;

const size = {columns: 120, rows: 40} as const;

/** Milliseconds without output after which a screen is believed to be finished. */
const silence = 250;

/** @returns milliseconds until the process has ended and its output was read */
export const timeCommand = (file: string, args: readonly string[], env: Environment): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(file, args, {env, stdio: ['ignore', 'pipe', 'inherit']});
    child.stdout.resume();
    child.on('error', reject);
    child.on('close', status =>
      status === 0 ? resolve(performance.now() - start) : reject(new Error(`${args.join(' ')}: exit status ${status}`)),
    );
  });

/** The same for Node. */
export const timeIntoPipe = (args: readonly string[], env: Environment): Promise<number> =>
  timeCommand(process.execPath, args, env);

interface Session {
  /** What was written, with the milliseconds since the start. */
  readonly chunks: readonly {readonly at: number; readonly text: string}[];
  readonly ended: number;
}

/** Types `keys` before the program can have begun to read, and `Q`, which leaves from anywhere, when it has fallen silent. */
const runInTerminal = (args: readonly string[], env: Environment, keys: string): Promise<Session> =>
  new Promise(resolve => {
    const start = performance.now();
    const chunks: {at: number; text: string}[] = [];
    const pty = spawnInTerminal(process.execPath, [...args], {cols: size.columns, rows: size.rows, env});
    let timer: NodeJS.Timeout | undefined;
    pty.onData(text => {
      chunks.push({at: performance.now() - start, text});
      clearTimeout(timer);
      timer = setTimeout(() => pty.write('Q'), silence);
    });
    pty.onExit(() => {
      clearTimeout(timer);
      resolve({chunks, ended: performance.now() - start});
    });
    if (keys !== '') pty.write(keys);
  });

/** @returns milliseconds until a program that draws nothing has ended in a terminal */
export const timeInTerminal = async (args: readonly string[], env: Environment): Promise<number> =>
  (await runInTerminal(args, env, '')).ended;

/** The screen after each chunk while the alternate screen is shown; the same text for the chunks within one update. */
const screensOf = async ({chunks}: Session): Promise<readonly {readonly at: number; readonly screen: string}[]> => {
  const emulator = new Terminal({cols: size.columns, rows: size.rows, allowProposedApi: true});
  const screens: {at: number; screen: string}[] = [];
  for (const {at, text} of chunks) {
    await new Promise<void>(resolve => emulator.write(text, resolve));
    const buffer = emulator.buffer.active;
    if (buffer.type !== 'alternate') continue;
    const lines = Array.from({length: size.rows}, (_, row) => buffer.getLine(row)?.translateToString(true) ?? '');
    screens.push({at, screen: lines.join('\n')});
  }
  emulator.dispose();
  return screens;
};

/**
 * Which rows hold something, and on which the selected article stands. A frame is complete when that is as it stays: a
 * number that is worked out later (of related articles) may still be missing in a row.
 */
const shapeOf = (screen: string): string =>
  screen
    .split('\n')
    .map(row => (row.includes('▸') ? '▸' : row.trim() === '' ? ' ' : '─'))
    .join('');

/** @returns the shape of the screen that stays after `keys` */
export const finalShape = async (args: readonly string[], env: Environment, keys: string): Promise<string> => {
  const last = (await screensOf(await runInTerminal(args, env, keys))).findLast(({screen}) => screen.trim() !== '');
  if (last === undefined) throw new Error(`${args.join(' ')} drew nothing`);
  return shapeOf(last.screen);
};

/** @returns milliseconds until the screen had the shape that is wanted */
export const timeToShape = async (
  args: readonly string[],
  env: Environment,
  {keys, wanted}: {readonly keys: string; readonly wanted: string},
): Promise<number> => {
  const screens = await screensOf(await runInTerminal(args, env, keys));
  const found = screens.find(({screen}) => shapeOf(screen) === wanted);
  if (!found) throw new Error(`the screen never got its final shape; at last it was\n${screens.at(-1)?.screen}`);
  return found.at;
};
