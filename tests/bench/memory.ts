/** How much memory a running program has, where the system tells (`/proc`, Linux). */
import {existsSync, readdirSync, readFileSync} from 'node:fs';

export const tellsMemory: boolean = existsSync('/proc/self/status');

/** Threads are in the figure of their process. */
const kilobytesOf = (pid: number): number => {
  const children = readdirSync(`/proc/${pid}/task`).flatMap(thread =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  const own = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  return own + children.reduce((sum, child) => sum + kilobytesOf(child), 0);
};

/** @returns megabytes resident, of the program and of all that it started */
export const megabytesOf = (pid: number): number => kilobytesOf(pid) / 1024;
