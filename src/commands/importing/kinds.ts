/** What a person can say that a source is. How it is read is in `contents.ts`. */

/** What `--as` can say; without it the content tells. */
export const importKinds = [
  ...(['html', 'text', 'markdown', 'feed', 'opml', 'pocket', 'instapaper', 'omnivore', 'wallabag', 'readeck'] as const),
  'newsboat',
] as const;

export type ImportKind = (typeof importKinds)[number];
