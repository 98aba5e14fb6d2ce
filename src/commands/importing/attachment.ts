/** A file that goes with an article, into a folder beside it: `images/9f86d081.jpg`. */
export interface Attachment {
  /** `/` between segments; empty for the folder of the article itself. */
  readonly folder: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Attachments {
  readonly files: readonly Attachment[];
  /** Whether the article shows some that are not among them. */
  readonly isIncomplete: boolean;
}
