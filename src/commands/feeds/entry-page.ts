/** The text of an entry from its own page, where the feed has a part of it only. */
import {AppError} from '../../core/errors.ts';
import type {ImportedArticle} from '../../import/imported-article.ts';
import type {Fetched} from '../../net/fetch-address.ts';
import type {Network} from '../../net/network.ts';
import {statusError} from '../../net/status-error.ts';

export interface PageReading {
  readonly fetchAddress: Network['fetchAddress'];
  /** @throws {AppError} where there is no article in it */
  readPage(page: Pick<Fetched, 'address' | 'bytes' | 'contentType'>): ImportedArticle;
}

export type PageText =
  | {readonly kind: 'whole'; readonly article: ImportedArticle}
  /** `isForNow`: it may be had another time. */
  | {readonly kind: 'none'; readonly isForNow: boolean};

/** No page is larger. */
const largestPage = 16 * 1024 * 1024;

const isPage = (contentType: string | undefined): boolean =>
  contentType === undefined || /\b(?:html|xml)\b|^text\/plain/i.test(contentType);

const isForNow = (status: number): boolean => status === 429 || status === 408 || status >= 500;

/** @param address of the page, as the feed names it */
export const readEntryPage = async (address: string, {fetchAddress, readPage}: PageReading): Promise<PageText> => {
  let page: Fetched;
  try {
    const headers = {accept: 'text/html,application/xhtml+xml,*/*;q=0.5'};
    page = await fetchAddress(address, {headers, limits: {bytes: largestPage}});
  } catch (error) {
    if (error instanceof AppError) return {kind: 'none', isForNow: error.code === 'io'};
    throw error;
  }
  if (statusError(page.status, address) !== undefined) return {kind: 'none', isForNow: isForNow(page.status)};
  if (!isPage(page.contentType)) return {kind: 'none', isForNow: false};
  try {
    return {kind: 'whole', article: readPage(page)};
  } catch (error) {
    if (error instanceof AppError) return {kind: 'none', isForNow: false};
    throw error;
  }
};

/** The text of the page, and what the feed knows better: an entry is still known by the feed's title, date and address. */
export const withPageText = (entry: ImportedArticle, page: ImportedArticle): ImportedArticle => {
  // What asks for a subscription is shorter than what the feed has.
  if (page.body.length <= entry.body.length) return entry;
  const {standfirst, authors, lang, image} = page;
  return {
    ...{...(standfirst !== undefined && {standfirst}), ...(lang !== undefined && {lang}), ...(image && {image})},
    ...entry,
    ...(entry.authors.length === 0 && {authors}),
    tags: [...new Set([...entry.tags, ...page.tags])],
    related: [...new Set([...entry.related, ...page.related])],
    body: page.body,
  };
};
