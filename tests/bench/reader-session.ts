/** The reader in a pseudo-terminal, asked for the time of each frame and for its memory. */
import {spawn} from '@lydell/node-pty';
import {megabytesOf} from './memory.ts';
import type {Environment} from './program-runs.ts';

export interface ReaderSession {
  /** Milliseconds from the start to the end of the first frame with a selected article. */
  readonly firstFrame: number;
  /** Types a key. @returns milliseconds to the end of the next frame, once the screen is still */
  press(key: string): Promise<number>;
  /** @returns milliseconds from the last key to the end of the last frame, once nothing was drawn for `silence` milliseconds */
  settle(silence: number): Promise<number>;
  /** Megabytes resident, of the program and of all that it started. */
  memory(): number;
  /** Leaves by `Q`, and waits until it has gone. */
  close(): Promise<void>;
}

/** What the reader writes behind each frame. */
const frameEnd = '\u001B[?2026l';

const selected = '▸';

/** Milliseconds without output after which the answer to a key is believed to be complete. */
const still = 40;

/** Milliseconds after which something is believed to be wrong. */
const patience = 300_000;

/** Opens the reader at 120×40 and waits for its first frame. @param args Node's */
export const openReader = async (args: readonly string[], env: Environment): Promise<ReaderSession> => {
  const start = performance.now();
  const pty = spawn(process.execPath, [...args], {cols: 120, rows: 40, env});
  let pending = '';
  let output = '';
  let lastFrame = 0;
  let hasEnded = false;
  const watchers = new Set<() => void>();
  const look = () => {
    for (const watcher of watchers) watcher();
  };
  pty.onData(text => {
    output = (output + text).slice(-50_000);
    pending += text;
    if (pending.includes(frameEnd)) lastFrame = performance.now();
    pending = pending.slice(-frameEnd.length + 1);
    look();
  });
  const ended = new Promise<void>(resolve =>
    pty.onExit(() => {
      hasEnded = true;
      look();
      resolve();
    }),
  );

  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        watchers.delete(watcher);
        settle();
      };
      const fail = (why: string) =>
        finish(() => reject(new Error(`${why}; at last it wrote\n${output.slice(-2_000)}`)));
      const watcher = () => {
        if (holds()) finish(resolve);
        else if (hasEnded) fail('the reader ended');
      };
      const timer = setTimeout(() => fail('the reader draws nothing'), patience);
      watchers.add(watcher);
      watcher();
    });

  const silent = (milliseconds: number): Promise<void> =>
    new Promise(resolve => {
      const finish = () => {
        watchers.delete(again);
        resolve();
      };
      let timer = setTimeout(finish, milliseconds);
      const again = () => {
        clearTimeout(timer);
        timer = setTimeout(finish, milliseconds);
      };
      watchers.add(again);
    });

  await until(() => lastFrame > 0 && output.includes(selected));
  const firstFrame = lastFrame - start;
  await silent(still);
  let pressed = performance.now();
  return {
    firstFrame,
    press: async key => {
      const before = lastFrame;
      pressed = performance.now();
      pty.write(key);
      await until(() => lastFrame > before);
      const took = lastFrame - pressed;
      await silent(still);
      return took;
    },
    settle: async silence => {
      await silent(silence);
      return Math.max(0, lastFrame - pressed);
    },
    memory: () => megabytesOf(pty.pid),
    close: async () => {
      pty.write('Q');
      await ended;
    },
  };
};
