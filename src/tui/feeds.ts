/** What the reader knows of the feeds that are subscribed to. What keys do with them is in `feed-steps.ts`. */
import type {SafeField} from '../core/sanitize.ts';
import type {ListedFeed} from '../render/feeds.ts';
import type {Line} from './line-editor.ts';

/** What was known of them at a time. */
export interface FeedList {
  readonly feeds: readonly ListedFeed[];
  readonly now: Date;
}

export interface Feeds {
  /** How far fetching is; absent while none runs. */
  readonly fetching: SafeField | undefined;
  /** The first line of the sheet; absent: it is closed. */
  readonly top: number | undefined;
  /** Absent until they are asked for. */
  readonly known: FeedList | undefined;
  /** The address that is being typed. */
  readonly prompt: Line | undefined;
}

export const noFeeds: Feeds = {fetching: undefined, top: undefined, known: undefined, prompt: undefined};
