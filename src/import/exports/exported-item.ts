/** What the export of another service is made of: what each of its readers gives, one after the other. */
import type {Period} from '../../core/query/periods.ts';
import type {ImportedArticle, ImportedMarks} from '../imported-article.ts';

/** What an export knows of a page of which it has no text. Dates as in `ImportedArticle`. */
export interface KnownOfPage {
  readonly title?: string;
  readonly standfirst?: string;
  readonly section?: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly saved?: string;
  readonly lang?: string;
  readonly tags: readonly string[];
  readonly marks?: ImportedMarks;
}

export interface ExportedSubscription {
  readonly address: string;
  readonly title?: string;
  readonly section?: string;
  readonly tags: readonly string[];
  /** As newsprint itself exports them. */
  readonly fullText?: boolean;
  readonly images?: boolean;
  readonly keep?: Period;
}

export type ExportedItem =
  | {
      readonly kind: 'article';
      readonly article: ImportedArticle;
      /** What of it could not be brought along, to be told to the reader. */
      readonly problem?: string;
    }
  /**
   * To be fetched. Its section, tags, times and marks are what its reader made of it; its title is for where the page has
   * none, or cannot be had: services cut titles off and leave the name of the site in them.
   */
  | {readonly kind: 'page'; readonly address: string; readonly known: KnownOfPage}
  | {readonly kind: 'feed'; readonly subscription: ExportedSubscription}
  /** `what` may be foreign text: an address, a line, the name of a member. */
  | {readonly kind: 'failed'; readonly what: string; readonly why: string};
