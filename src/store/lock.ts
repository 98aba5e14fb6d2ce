/**
 * One at a time: a file that names the process that has it. A process that was killed leaves it behind, and the next one
 * takes it over, of several that try at once only one.
 */
import {randomUUID} from 'node:crypto';
import {closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync} from 'node:fs';
import {contentHash} from './content-hash.ts';
import {systemErrorCode} from './system-error.ts';

/** What is known of processes. */
export interface Processes {
  /** Of this process. */
  readonly pid: number;
  /** Name of this machine. */
  readonly host: string;
  isRunning(pid: number): boolean;
  now(): Date;
}

export type Lock =
  | {readonly kind: 'taken'; release(): void}
  /** `pid` where it can be told. */
  | {readonly kind: 'held'; readonly pid: number | undefined};

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When the process started, in a form that only has to differ between processes; empty where the system does not tell. */
  readonly started: string;
}

interface Found {
  /** Undefined for a file that names nobody: it is just being written, or was left unfinished. */
  readonly owner: Owner | undefined;
  /** Another text for every lock that ever had this name. */
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** A lock that names nobody is being written for no longer than this; milliseconds. */
const writingTime = 60_000;

/** What another machine locked, or a process of which no start is known, cannot be asked about: nobody works for so long. Milliseconds. */
const longestWork = 12 * 60 * 60 * 1000;

/** How often taking over may be broken off by a crash before somebody has to look. */
const deepest = 4;

/** Process numbers are used again; the time of the start tells one process from the other (proc(5), field 22 of `stat`). */
const startOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is a name in brackets, with anything in it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

const ownerIn = (text: string): Owner | undefined => {
  try {
    const {pid, host, started} = JSON.parse(text);
    const isOwner = Number.isInteger(pid) && pid > 0 && typeof host === 'string' && typeof started === 'string';
    return isOwner ? {pid, host, started} : undefined;
  } catch {
    return undefined;
  }
};

const find = (path: string): Found | undefined => {
  try {
    const text = readFileSync(path, 'utf8').slice(0, 1000);
    const {ino, mtimeMs} = statSync(path);
    return {owner: ownerIn(text), token: `${ino}-${contentHash(Buffer.from(text))}`, modified: mtimeMs};
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

const isLeftBehind = ({owner, modified}: Found, {host, isRunning, now}: Processes): boolean => {
  const age = Math.abs(now().getTime() - modified);
  if (owner === undefined) return age > writingTime;
  if (owner.host !== host) return age > longestWork;
  if (!isRunning(owner.pid)) return true;
  const started = startOf(owner.pid);
  return started === '' || owner.started === '' ? age > longestWork : started !== owner.started;
};

const write = (path: string, text: string): void => {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** @returns false where the file is there already */
const writeNew = (path: string, text: string): boolean => {
  try {
    write(path, text);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
};

/**
 * @param path absolute; its folder is there
 * @throws errors of the file system
 */
export const takeLock = (path: string, processes: Processes): Lock => takeAt(path, processes, 0);

const takeAt = (path: string, processes: Processes, depth: number): Lock => {
  const {pid, host} = processes;
  const text = JSON.stringify({pid, host, started: startOf(pid), token: randomUUID()});
  const taken: Lock = {kind: 'taken', release: () => release(path, text)};
  // A lock that is given back in between is tried for again.
  for (let tries = 0; tries < 10; tries++) {
    if (writeNew(path, text)) return taken;
    const found = find(path);
    if (found === undefined) continue;
    if (!isLeftBehind(found, processes) || depth >= deepest) return {kind: 'held', pid: found.owner?.pid};
    // Whoever takes this very lock over has a lock for doing so: only he may replace it.
    const claim = takeAt(`${path}.${found.token}`, processes, depth + 1);
    if (claim.kind === 'held') return claim;
    try {
      if (find(path)?.token !== found.token) continue;
      const draft = `${path}.${randomUUID()}`;
      write(draft, text);
      renameSync(draft, path);
      return taken;
    } finally {
      claim.release();
    }
  }
  return {kind: 'held', pid: undefined};
};

/** What somebody else has by now is left alone. */
const release = (path: string, text: string): void => {
  try {
    if (readFileSync(path, 'utf8') === text) rmSync(path, {force: true});
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
  }
};
