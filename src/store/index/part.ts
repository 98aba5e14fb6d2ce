/** A part of the index: its own tables, and what it keeps of every article. What they are for is in the part's own file. */
import type {Article} from '../../core/article.ts';
import type {Database} from '../sqlite.ts';

export interface IndexPart {
  /** Statements that make its tables where they are not there yet. */
  readonly schema: string;
  /** Both run within a transaction of the caller. */
  open(database: Database): PartWriter;
}

export interface PartWriter {
  /** @param row of the article in the table `articles`; not there yet, or removed before */
  add(row: number, article: Article): void;
  remove(row: number): void;
  /** Writes what `add` only noted; called before the transaction ends. */
  flush?(): void;
}
