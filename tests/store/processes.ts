/** Processes as a lock sees them, some of them gone. */
import type {Processes} from '../../src/store/lock.ts';

export interface ProcessesOptions {
  readonly pid?: number;
  readonly host?: string;
  readonly running?: readonly number[];
  readonly now?: Date;
}

/** The process of the test itself, on a machine of its own, unless it is said otherwise. */
export const processesOf = ({
  pid = process.pid,
  host = 'here',
  running = [process.pid],
  now = new Date(),
}: ProcessesOptions = {}): Processes => ({pid, host, isRunning: other => running.includes(other), now: () => now});
