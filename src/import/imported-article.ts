/**
 * An article that comes from elsewhere, before it is a file of the library. Every text in it is as it was found: nothing
 * here may be shown before it passed the gate, and `compose.ts` writes it so that reading it back gives the same.
 */

export interface ImportedImage {
  /** Absolute where its page has an address, else as it was written. */
  readonly src: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** What is known of its reading elsewhere. */
export interface ImportedMarks {
  readonly isRead?: boolean;
  readonly isStarred?: boolean;
}

export interface ImportedArticle {
  /** One line, never empty. */
  readonly title: string;
  readonly standfirst?: string;
  readonly section?: string;
  readonly authors: readonly string[];
  readonly source?: {readonly name?: string; readonly url?: string};
  /** ISO 8601: a calendar day `2022-07-06`, or an instant with its zone `2022-07-06T08:00:00+02:00`. So are the other dates. */
  readonly published?: string;
  readonly updated?: string;
  readonly saved?: string;
  /** BCP 47: `en`, `pt-BR`. */
  readonly lang?: string;
  readonly tags: readonly string[];
  readonly image?: ImportedImage;
  /** Addresses of articles that it names as related. */
  readonly related: readonly string[];
  /** Markdown, CommonMark with GFM; without the title and the standfirst. Addresses in it are absolute where its page has one. */
  readonly body: string;
  readonly marks?: ImportedMarks;
}
