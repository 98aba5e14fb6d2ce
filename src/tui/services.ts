/** What the reader needs of the world beyond the terminal; handed in, so that tests hand in others. */
import type {Finder} from '../core/find-text.ts';
import type {Library} from '../core/library.ts';
import type {SafeUrl} from '../core/sanitize.ts';

/** Gives the terminal to `use` until it is done. */
export type Lend = (use: () => Promise<void>) => Promise<void>;

export interface ReaderServices {
  /** Reads the library again. @throws AppError when its folder is gone */
  loadLibrary(): Library;
  /**
   * Opens the browser; `false` where there is none to open, as over ssh.
   * @param lend frees the terminal for a browser that needs it
   */
  browse(url: SafeUrl, lend: Lend): Promise<boolean>;
  /** Runs the user's editor on a file until it ends; the terminal is free meanwhile. @throws AppError when there is none */
  edit(path: string): Promise<void>;
  /** Makes a regular expression that gives up when it takes too long. @throws AppError for one that is none; so does the finder, when it gives up */
  compileExpression(source: string, flags: string): Finder;
  /** While `use` runs another program on the terminal, ^C and the like are that program's. */
  lendTerminal(use: () => Promise<void>): Promise<void>;
  /** Stops the process as ^Z does; whoever watches stops is told. */
  suspend(): void;
  /** Gives back what takes it off again. */
  watchStops(listener: {stop(): void; resume(): void}): () => void;
  onExit(cleanup: () => void): () => void;
  now(): Date;
}
