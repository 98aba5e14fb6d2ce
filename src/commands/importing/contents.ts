/** What is in the bytes of a source, by the kind of content that they are: one table. */
import {AppError} from '../../core/errors.ts';
import {decodeBytes} from '../../import/charset.ts';
import type {DocumentKind} from '../../import/charset-labels.ts';
import {detectKind, type Kind} from '../../import/detect.ts';
import {openArchive} from '../../import/exports/archive.ts';
import type {ExportedItem} from '../../import/exports/exported-item.ts';
import {itemOfNewsboat} from '../../import/exports/newsboat-cache.ts';
import {isTextExport, itemsOfArchive, itemsOfTextExport, type TextExport} from '../../import/exports/read-export.ts';
import {articlesOfFeed} from '../../import/feed/articles.ts';
import {readOpml} from '../../import/feed/opml.ts';
import {readFeed} from '../../import/feed/read-feed.ts';
import {articleOfPage} from '../../import/html/page.ts';
import type {ImportedArticle} from '../../import/imported-article.ts';
import {articleOfPageText} from '../../import/page-text/article-of-page-text.ts';
import {readNewsboatCache} from '../../store/import/newsboat-cache.ts';
import {isAddress} from '../address.ts';
import type {ImportKind} from './kinds.ts';

export interface Content {
  /** As a person would name it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of its file, absolute. */
  readonly path?: string;
  /** Where it was found at last. */
  readonly address?: string;
  readonly contentType?: string;
  /** `YYYY-MM-DD`: what is dated later is not dated. */
  readonly today: string;
}

/** `file`: Markdown that is an article as it stands. */
export type Item = ExportedItem | {readonly kind: 'file'; readonly bytes: Uint8Array; readonly path?: string};

type Items = Iterable<Item> | AsyncIterable<Item>;

const textOf = ({bytes, contentType}: Content, kind: DocumentKind): string =>
  decodeBytes(bytes, {kind, ...(contentType !== undefined && {contentType})}).text;

const whereFrom = ({address}: Content) => (address === undefined ? {} : {address});

const articleOfText = (content: Content): ImportedArticle =>
  articleOfPageText(textOf(content, 'text'), {...whereFrom(content), today: content.today});

const article = (imported: ImportedArticle): Item => ({kind: 'article', article: imported});

function* itemsOfNewsboatCache({path}: Content): Generator<Item> {
  if (path === undefined) throw new AppError('usage', 'a database can only be read as a file', {hint: 'name the file'});
  for (const row of readNewsboatCache(path)) yield itemOfNewsboat(row);
}

/** To a fetch a feed is none the worse for being empty; who imports one wants what is in it. */
const itemsOfFeed = (content: Content): Items => {
  const feed = readFeed(textOf(content, 'xml'), whereFrom(content));
  if (feed.entries.length === 0) throw new AppError('nothing-found', 'the feed has no entries');
  return articlesOfFeed(feed).map(article);
};

type KnownKind = Exclude<Kind, 'unknown'>;

/** Of what is no export in one file of text. */
const readers: Readonly<Record<Exclude<KnownKind, TextExport>, (content: Content) => Items | Promise<Items>>> = {
  html: content => [article(articleOfPage(textOf(content, 'html'), whereFrom(content)))],
  text: content => [article(articleOfText(content))],
  markdown: ({bytes, path}) => [{kind: 'file', bytes, ...(path !== undefined && {path})}],
  feed: itemsOfFeed,
  opml: content =>
    readOpml(textOf(content, 'xml')).map(feed => ({kind: 'feed', subscription: {...feed, tags: feed.tags ?? []}})),
  'newsboat-cache': itemsOfNewsboatCache,
  archive: async ({bytes}) => itemsOfArchive(await openArchive(bytes)),
  addresses: content => pagesOfAddresses(textOf(content, 'text')),
};

function* pagesOfAddresses(text: string): Generator<Item> {
  for (const word of text.split(/\s+/)) {
    if (isAddress(word)) yield {kind: 'page', address: word, known: {authors: [], tags: []}};
  }
}

/** What each word of `--as` may mean; the first where the content does not tell. */
const meanings: Readonly<Record<ImportKind, readonly [KnownKind, ...KnownKind[]]>> = {
  html: ['html'],
  text: ['text'],
  markdown: ['markdown'],
  feed: ['feed'],
  opml: ['opml'],
  pocket: ['pocket-csv', 'pocket-page', 'archive'],
  instapaper: ['instapaper'],
  omnivore: ['archive'],
  wallabag: ['wallabag'],
  readeck: ['archive', 'readeck-csv'],
  newsboat: ['newsboat-urls', 'newsboat-cache'],
};

/** @throws {AppError} for what is no kind of text */
const kindOf = (content: Content, as: ImportKind | undefined): KnownKind => {
  const {kind, what = 'of a kind that is not known here'} = detectKind(content.bytes, content);
  if (as !== undefined) return meanings[as].find(meaning => meaning === kind) ?? meanings[as][0];
  if (kind !== 'unknown') return kind;
  throw new AppError('usage', `it is ${what}`, {hint: 'import takes pages, text, Markdown, feeds and exports'});
};

/**
 * What a source holds.
 * @param as what it is, where that was said
 * @throws {AppError} for what cannot be read as what it is
 */
export async function* itemsOf(content: Content, as: ImportKind | undefined): AsyncGenerator<Item> {
  const kind = kindOf(content, as);
  yield* isTextExport(kind) ? itemsOfTextExport(kind, textOf(content, 'html')) : await readers[kind](content);
}

/**
 * A page that an export names.
 * @throws {AppError} for what is no page, or has no text
 */
export const pageArticle = (content: Content): ImportedArticle => {
  const kind = kindOf(content, undefined);
  if (kind === 'html') return articleOfPage(textOf(content, 'html'), whereFrom(content));
  if (kind === 'text' || kind === 'markdown') return articleOfText(content);
  throw new AppError('usage', 'what stands there is no page');
};
