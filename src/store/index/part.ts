/** A part of the index: its own tables, and what it keeps of every article. What they are for is in the part's own file. */
import type {Article} from '../../core/article.ts';
import type {Database} from '../sqlite.ts';

export interface IndexPart {
  /** Statements that make its tables where they are not there yet. */
  readonly schema: string;
  open(database: Database): PartWriter;
}

/** Of one batch: what it holds is lost with the transaction that was to write it. */
export interface PartWriter {
  /**
   * Works out what is kept of an article. It is held for a while, so it should not be much more than that.
   * @returns what writes it, within a transaction; of all articles of a batch one after the other, with no other part between
   */
  read(article: Article): WriteArticle;
  /** Within a transaction. */
  remove(row: number): void;
  /** Writes what it may have gathered; comes before every commit. */
  flush?(): void;
}

/** @param row of the article in the table `articles` */
export type WriteArticle = (row: number) => void;
