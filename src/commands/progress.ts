/** Shows how far long work has come: a bar on stderr, where that is a terminal, drawn when it takes longer than one waits. */
import {field} from '../core/sanitize.ts';
import {truncate} from '../core/text/truncate.ts';
import type {Io} from './command.ts';
import {counted} from './counted.ts';

interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Milliseconds until it is shown, and between two drawings. */
const [patience, interval] = [500, 100];

const barColumns = 20;

const duration = (seconds: number): string =>
  seconds < 60 ? `${Math.ceil(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.ceil(seconds % 60)} s`;

/** `indexing ████░░░░ 1,234 of 10,000 · 1,500/s · 6 s left` */
export const progressText = (what: string, {done, total}: Progress, seconds: number): string => {
  const full = total === 0 ? 0 : Math.floor((done / total) * barColumns);
  const rate = seconds > 0 ? done / seconds : 0;
  const left = rate > 0 ? ` · ${counted(Math.round(rate))}/s · ${duration((total - done) / rate)} left` : '';
  return `${what} ${'█'.repeat(full)}${'░'.repeat(barColumns - full)} ${counted(done)} of ${counted(total)}${left}`;
};

export interface ProgressBar {
  show(progress: Progress): void;
  /** Takes it off the screen, until it is shown again. */
  hide(): void;
}

/** Drawn when the work takes longer than one waits, and then now and then. */
export const createProgressBar = (what: string, {stderr, now}: Pick<Io, 'stderr' | 'now'>): ProgressBar => {
  const began = now().getTime();
  let drawAt = began + patience;
  let isShown = false;
  return {
    show: progress => {
      const time = now().getTime();
      // What is done is taken off at once: it would only flash.
      if (time < drawAt || !stderr.isTTY || progress.done >= progress.total) return;
      drawAt = time + interval;
      isShown = true;
      stderr.write(`\r\u001b[K${progressText(what, progress, (time - began) / 1000)}`);
    },
    hide: () => {
      if (isShown) stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
};

/** `asking example.org…` */
export const askingText = (addresses: readonly string[]): string => {
  const hosts = addresses.map(address => (URL.canParse(address) ? new URL(address).host || address : address));
  return `asking ${[...new Set(hosts)].join(', ')}…`;
};

const standardColumns = 80;

/** Says on a terminal what is waited for, when it takes longer than one waits in silence, and takes it off the screen in the end. */
export const withNotice = async <Result>(
  text: string,
  {stderr}: Pick<Io, 'stderr'>,
  work: () => Promise<Result>,
): Promise<Result> => {
  if (!stderr.isTTY) return work();
  let isShown = false;
  const timer = setTimeout(() => {
    isShown = true;
    // What is wrapped could not be taken off. A terminal that nobody sized has 0 columns.
    stderr.write(`\r\u001b[K${truncate(field(text), (stderr.columns || standardColumns) - 1)}`);
  }, patience);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (isShown) stderr.write('\r\u001b[K');
  }
};

/** Does all of the work. */
export const withProgress = <Result>(work: Generator<Progress, Result>, what: string, io: Io): Result => {
  const bar = createProgressBar(what, io);
  try {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      bar.show(step.value);
    }
  } finally {
    bar.hide();
  }
};
