/** The bytes of a feed as entries that can become articles. */

import {decodeBytes} from '../../import/charset.ts';
import {detectKind} from '../../import/detect.ts';
import {articlesOfFeed, identityOf} from '../../import/feed/articles.ts';
import {readFeed} from '../../import/feed/read-feed.ts';
import type {ImportedArticle} from '../../import/imported-article.ts';
import type {Fetched} from '../../net/fetch-address.ts';
import type {FeedEntryArticle} from './taking.ts';

type Content = Pick<Fetched, 'address' | 'bytes' | 'contentType'>;

export interface FeedContent {
  readonly title: string;
  readonly entries: readonly FeedEntryArticle[];
}

const textOf = ({bytes, contentType}: Content): string => decodeBytes(bytes, {contentType, kind: 'xml'}).text;

/** It is kept, and written into `feeds.yaml`. */
const longestTitle = 200;

/** By how it starts. */
export const looksLikeFeed = ({bytes, contentType}: Content): boolean =>
  detectKind(bytes, {contentType}).kind === 'feed';

/** @throws {AppError} `io` for what is no feed */
export const readFeedContent = (content: Content): FeedContent => {
  const feed = readFeed(textOf(content), {address: content.address});
  const {title, entries} = feed;
  return {
    title: title.slice(0, longestTitle),
    entries: entries.map(entry => ({
      identity: identityOf(entry),
      article: () => articlesOfFeed({...feed, entries: [entry]})[0] as ImportedArticle,
    })),
  };
};
