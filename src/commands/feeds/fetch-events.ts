/** What a fetch tells while it goes on, and what came of each feed. */
import type {AppError} from '../../core/errors.ts';
import type {Taken} from '../importing/intake.ts';
import type {NamedFeed} from './chosen-feeds.ts';

export type FetchResult = {readonly feed: NamedFeed} /** The server says that it is as it was. */ & (
  | {readonly kind: 'unchanged'}
  | {
      readonly kind: 'fetched';
      /** What the feed calls itself; may be empty. */
      readonly title: string;
      readonly written: readonly Taken[];
      /** Entries that were known. */
      readonly known: number;
      /** Entries that are left for the next fetch: their pages could not be had, or there are too many. */
      readonly waiting: number;
      /** Entries that no article can be made of. */
      readonly skipped: number;
      /** Of `written`, those that have the text of the feed, since their pages could not be had. */
      readonly withoutPage: number;
    }
  /** The server does not want to be asked before. */
  | {readonly kind: 'put off'; readonly until: Date}
  /** `written`: what came before it failed. */
  | {readonly kind: 'failed'; readonly error: AppError; readonly written: readonly Taken[]}
);

export type FetchEvent = {readonly kind: 'started'; readonly feed: NamedFeed} | FetchResult;
