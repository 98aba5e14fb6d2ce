/** A part of the index: its own tables, and what it keeps of every article. What they are for is in the part's own file. */
import type {Article} from '../../core/article.ts';
import type {Database} from '../sqlite.ts';

export interface IndexPart {
  /** Statements that make its tables where they are not there yet. */
  readonly schema: string;
  open(database: Database): PartWriter;
}

/** All of it runs within a transaction of the caller. */
export interface PartWriter {
  /** @param row of the article in the table `articles` */
  add(row: number, article: Article): void;
  remove(row: number): void;
  /** Writes what it may have gathered; comes before every commit. */
  flush?(): void;
}
