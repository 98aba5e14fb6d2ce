/** What the reader's thread and the one of its library say to each other. */
import type {Article} from '../../core/article.ts';
import type {FindQuestion, LibraryAnswers} from '../../core/library-questions.ts';
import type {ListedLibrary} from '../../core/listing/listing.ts';
import type {PrepareThreads} from '../../store/index/prepare-threads.ts';

/** What the thread is started with. */
export interface LibraryThreadData {
  readonly task: 'library';
  readonly libraries: readonly ListedLibrary[];
  readonly cacheFolder: string;
  readonly version: string;
  readonly threads: PrepareThreads;
}

export type Question =
  | {readonly name: 'refresh'; readonly isThorough: boolean}
  | {readonly name: 'find'; readonly question: FindQuestion}
  | {
      readonly name: 'belonging';
      readonly article: Article;
      readonly counts: {readonly related: number; readonly more: number};
    }
  | {readonly name: 'linkedBy'; readonly article: Article}
  | {readonly name: 'names'; readonly article: Article; readonly position: number | undefined}
  | {readonly name: 'naming'; readonly key: string; readonly limit: number};

export type AnswerOf<Name extends Question['name']> = Name extends keyof LibraryAnswers
  ? ReturnType<LibraryAnswers[Name]>
  : undefined;

export interface Asked {
  readonly id: number;
  readonly question: Question;
}

/** An error that a person can be told. */
export interface ToldError {
  readonly code: string;
  readonly message: string;
  readonly hint: string | undefined;
}

export type Said =
  | {readonly type: 'answer'; readonly id: number; readonly answer: unknown}
  | {readonly type: 'failure'; readonly id: number; readonly error: ToldError}
  /** A listing, packed. */
  | {readonly type: 'listing'; readonly bytes: Uint8Array; readonly mayBeRenamed: boolean}
  | {readonly type: 'progress'; readonly text: string | undefined}
  | {readonly type: 'told'; readonly text: string};
