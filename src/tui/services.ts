/** What the reader needs of the world beyond the terminal; handed in, so that tests hand in others. */
import type {Library} from '../core/library.ts';
import type {SafeUrl} from '../core/sanitize.ts';

export interface ReaderServices {
  /** Reads the library again. @throws AppError when its folder is gone */
  loadLibrary(): Library;
  /** Opens the browser; `false` where there is none to open, as over ssh. */
  browse(url: SafeUrl): Promise<boolean>;
  /** Runs the user's editor on a file until it ends; the terminal is free meanwhile. @throws AppError when there is none */
  edit(path: string): Promise<void>;
  /** Stops the process as ^Z does; resolves when it was continued. */
  suspend(): Promise<void>;
  onExit(cleanup: () => void): () => void;
  now(): Date;
}
