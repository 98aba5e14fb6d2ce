/** What the reader needs from outside, handed in by who starts it: it opens no files and no programs itself. */
import type {Article} from '../core/article.ts';
import type {Finder} from '../core/find-text.ts';
import type {Belonging, FindQuestion, NamingArticle} from '../core/library-questions.ts';
import type {SafeField, SafeUrl} from '../core/sanitize.ts';
import type {ListedFeed} from '../render/feeds.ts';
import type {DossierName} from './dossier.ts';
import type {ReaderLibrary} from './library.ts';
import type {MarkedPositions, ReaderMarks} from './marks.ts';
import type {Place} from './place.ts';

/** Gives the terminal to `use` until it is done. */
export type Lend = (use: () => Promise<void>) => Promise<void>;

/** Told what happens to the library while the reader runs. */
export interface LibraryListener {
  /** Files came, went or changed, or more of them are known by now. */
  changed(library: ReaderLibrary, marks: ReaderMarks): void;
  /** How far reading and indexing are; undefined when they are done. */
  progressed(text: SafeField | undefined): void;
  told(text: string): void;
}

/** Questions about the library. They are asked of the library as it is by then: after a change ask again. */
export interface LibraryService {
  /** Looks at the disk again; what is otherwise is told to the listener. @param isThorough looks at every file, not only at folders */
  refresh(options?: {readonly isThorough?: boolean}): Promise<void>;
  /** Positions in the order asked for. @throws {QueryError} for a mistake in the query */
  find(question: FindQuestion): Promise<Int32Array>;
  belonging(article: Article, counts: {readonly related: number; readonly more: number}): Promise<Belonging>;
  linkedBy(article: Article): Promise<readonly Article[]>;
  names(article: Article, position: number | undefined): Promise<readonly DossierName[]>;
  naming(key: string, limit: number): Promise<readonly NamingArticle[]>;
  /** From now on; gives back what ends it. */
  listen(listener: LibraryListener): () => void;
}

/** What is read, starred and how far, kept. */
export interface MarkService {
  /** @returns whether it can be taken back */
  keep(library: ReaderLibrary, changes: readonly MarkedPositions[], options: {readonly isUndoable: boolean}): void;
  /** Takes the last change back that can be. @returns of how many articles; the marks are as they are then */
  undo(library: ReaderLibrary): {readonly count: number; readonly marks: ReaderMarks};
  keepPlace(article: Article, place: Place): void;
  /** The marks, if another newsprint has changed any. */
  changed(library: ReaderLibrary): ReaderMarks | undefined;
}

/** The feeds that are subscribed to. */
export interface FeedService {
  /**
   * Fetches them all; what came is in the library by then.
   * @param progressed is told how far it is
   * @returns what came of it, in a line
   * @throws {AppError} when it cannot begin
   */
  fetch(progressed: (text: SafeField) => void): Promise<FetchSummary>;
  /** @param address of a feed, or of a page that names one. @returns its title. @throws {AppError} */
  add(address: string): Promise<SafeField>;
  list(): Promise<readonly ListedFeed[]>;
}

export interface FetchSummary {
  readonly text: SafeField;
  readonly hasFailed: boolean;
}

export interface ReaderServices {
  readonly feeds: FeedService;
  readonly library: LibraryService;
  readonly marks: MarkService;
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
