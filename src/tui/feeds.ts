/** What the reader knows of the feeds that are subscribed to. What keys do with them is in `feed-steps.ts`. */
import type {SafeField} from '../core/sanitize.ts';
import type {Line} from './line-editor.ts';

/** A feed as its sheet shows it. */
export interface FeedStatus {
  readonly title: SafeField;
  readonly address: SafeField;
  /** When it was fetched last, and what came: `2 hours ago, 3 new`. */
  readonly lastFetch: SafeField;
  /** Why the last fetch failed. */
  readonly error?: SafeField;
}

export interface Feeds {
  /** How far fetching is; absent while none runs. */
  readonly fetching: SafeField | undefined;
  /** The first line of the sheet; absent: it is closed. */
  readonly top: number | undefined;
  /** Absent until they are asked for. */
  readonly known: readonly FeedStatus[] | undefined;
  /** The address that is being typed. */
  readonly prompt: Line | undefined;
}

export const noFeeds: Feeds = {fetching: undefined, top: undefined, known: undefined, prompt: undefined};
