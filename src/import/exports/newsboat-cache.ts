/** Articles of newsboat's `cache.db`, by the rows of its table `rss_item`. How they are read is in `store/import/newsboat-cache.ts`. */
import {itemOfText} from './exported-article.ts';
import type {ExportedItem} from './exported-item.ts';
import {dateOf, lineOf, lineOfHtml, marksOf, present, webAddressOf} from './exported-values.ts';

/** A row with that of its feed. What its version of newsboat has no column for is absent. */
export interface NewsboatRow {
  readonly title: string;
  readonly author: string;
  readonly url: string;
  readonly feedTitle: string;
  readonly feedAddress: string;
  /** Seconds since 1970. */
  readonly published: number;
  readonly content: string;
  /** Since version 2.22. */
  readonly contentType?: string;
  /** Addresses in the text are relative to it, where the feed gives one. */
  readonly base?: string;
  readonly isUnread: boolean;
  /** Letters that its reader gave it. */
  readonly flags: string;
  readonly enclosure?: {readonly address: string; readonly type: string};
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const htmlOfText = (text: string): string =>
  text
    .split(/\n[ \t]*\n/)
    .map(paragraph => `<p>${escapeHtml(paragraph)}</p>`)
    .join('\n');

const isPicture = ({address, type}: NonNullable<NewsboatRow['enclosure']>): boolean =>
  type.startsWith('image/') || (type === '' && /\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)/i.test(address));

export const itemOfNewsboat = (row: NewsboatRow): ExportedItem => {
  const {title, author, url, published, content, contentType = '', base, isUnread, flags, enclosure} = row;
  const address = webAddressOf(url);
  const isPlain = contentType === 'text/plain' || contentType === 'plain' || contentType === 'text';
  return itemOfText({
    address,
    base: webAddressOf(base) ?? address ?? webAddressOf(row.feedAddress),
    known: {
      ...present({title: lineOfHtml(title), published: dateOf(published)}),
      ...present({marks: marksOf(!isUnread, flags === '' ? undefined : true)}),
      authors: [lineOf(author)].filter(name => name !== undefined),
      tags: [],
    },
    siteName: lineOfHtml(row.feedTitle),
    picture: enclosure !== undefined && isPicture(enclosure) ? webAddressOf(enclosure.address) : undefined,
    html: isPlain ? htmlOfText(content) : content,
  });
};
