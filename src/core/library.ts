/** The library in memory: its articles, and what could not be read. How one is found is in `find-article.ts`. */
import type {Article} from './article.ts';
import type {SafeField} from './sanitize.ts';

/** A file or folder that could not be listed as an article. */
export interface Failure {
  readonly path: SafeField;
  readonly message: SafeField;
}

export interface Library {
  /** All articles, hidden ones too, in no particular order. */
  readonly articles: readonly Article[];
  readonly failures: readonly Failure[];
  /** The folders it was read from, in the order given; absolute. */
  readonly folders: readonly {readonly name: SafeField; readonly path: string}[];
}
