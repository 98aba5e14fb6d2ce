/** A part of the index: its own tables, and what it keeps of every article. What they are for is in the part's own file. */
import type {Article} from '../../core/article.ts';
import type {Database} from '../sqlite.ts';

/** @typeParam Kept of an article: data and nothing else, since another thread may work it out */
export interface IndexPart<Kept = unknown> {
  /** Statements that make its tables where they are not there yet. */
  readonly schema: string;
  /** @returns what works out what is kept of an article, without the database */
  createReader(): (article: Article) => Kept;
  open(database: Database): PartWriter<Kept>;
}

/** Of one batch: what it holds is lost with the transaction that was to write it. All within one. */
export interface PartWriter<Kept = unknown> {
  /** @param row of the article in the table `articles`; all of a batch come one after the other, with no other part between */
  write(row: number, kept: Kept): void;
  remove(row: number): void;
  /** Writes what it may have gathered; comes before every commit. */
  flush?(): void;
  /** Puts what was written in order; comes when all is taken in. */
  settle?(): void;
}
