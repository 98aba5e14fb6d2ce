/**
 * A feed and what it offers, whatever it is written in: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed. Everything
 * is as it was found, hostile still.
 */
import type {Markup} from './markup.ts';
import type {Enclosure, FeedImage} from './media.ts';
import type {FeedPerson} from './people.ts';

export interface FeedEntry {
  /** As written: it is compared, not followed. */
  readonly id?: string;
  /** Plain text on one line; empty when there is none. */
  readonly title: string;
  readonly address?: string;
  readonly summary?: Markup;
  readonly content?: Markup;
  /** The feed's own, where its format says that entries inherit them. */
  readonly authors: readonly FeedPerson[];
  /** ISO 8601, as `ImportedArticle` has it; so is `updated`, which stands in for a date that is missing. */
  readonly published?: string;
  readonly updated?: string;
  readonly categories: readonly string[];
  readonly image?: FeedImage;
  readonly enclosures: readonly Enclosure[];
  readonly lang?: string;
  /** Where it was taken from, in a feed made of others. */
  readonly source?: {readonly title?: string; readonly address?: string};
}

export interface Feed {
  /** Plain text on one line; empty when there is none. */
  readonly title: string;
  readonly description?: string;
  /** Its own, as it says itself. */
  readonly address?: string;
  /** Of the pages that it is about. */
  readonly siteAddress?: string;
  /** BCP 47. */
  readonly language?: string;
  /** ISO 8601; when it says nothing, the latest date of its entries. */
  readonly updated?: string;
  readonly authors: readonly FeedPerson[];
  readonly entries: readonly FeedEntry[];
}

export interface FeedOptions {
  /** Where it came from: what relative addresses are relative to, unless the feed says otherwise. */
  readonly address?: string;
}
