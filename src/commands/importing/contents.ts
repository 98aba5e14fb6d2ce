/** What is in the bytes of a source, by the kind of content that they are: one table. */
import {AppError} from '../../core/errors.ts';
import {decodeBytes} from '../../import/charset.ts';
import type {DocumentKind} from '../../import/charset-labels.ts';
import {detectKind, type Kind} from '../../import/detect.ts';
import {detectExport, type ListingExport} from '../../import/detect-listing.ts';
import {type Archive, openArchive} from '../../import/exports/archive.ts';
import type {ExportedItem} from '../../import/exports/exported-item.ts';
import {itemsOfInstapaper} from '../../import/exports/instapaper.ts';
import {textOfMember} from '../../import/exports/members.ts';
import {itemOfNewsboat} from '../../import/exports/newsboat-cache.ts';
import {itemsOfNewsboatUrls} from '../../import/exports/newsboat-urls.ts';
import {itemsOfOmnivore} from '../../import/exports/omnivore.ts';
import {itemsOfPocketCsv, itemsOfPocketPage} from '../../import/exports/pocket.ts';
import {itemsOfReadeck, itemsOfReadeckCsv} from '../../import/exports/readeck.ts';
import {itemsOfWallabag} from '../../import/exports/wallabag.ts';
import {articlesOfFeed} from '../../import/feed/articles.ts';
import {readFeed} from '../../import/feed/feed.ts';
import {readOpml} from '../../import/feed/opml.ts';
import {articleOfPage} from '../../import/html/page.ts';
import type {ImportedArticle} from '../../import/imported-article.ts';
import {articleOfPageText} from '../../import/page-text/article-of-page-text.ts';
import {readNewsboatCache} from '../../store/import/newsboat-cache.ts';
import type {ImportKind} from '../import.ts';

export interface Content {
  /** As a person would name it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of its file, absolute. */
  readonly path?: string;
  /** Where it was found at last. */
  readonly address?: string;
  readonly contentType?: string;
}

/** `file`: Markdown that is an article as it stands. */
export type Item = ExportedItem | {readonly kind: 'file'; readonly bytes: Uint8Array; readonly name: string};

type Items = Iterable<Item> | AsyncIterable<Item>;

const textOf = ({bytes, contentType}: Content, kind: DocumentKind): string =>
  decodeBytes(bytes, {kind, ...(contentType !== undefined && {contentType})}).text;

const whereFrom = ({address}: Content) => (address === undefined ? {} : {address});

const article = (imported: ImportedArticle): Item => ({kind: 'article', article: imported});

/** Readers of exports that are text and nothing else. */
const ofText =
  (items: (text: string) => Items, kind: DocumentKind = 'text') =>
  (content: Content): Items =>
    items(textOf(content, kind));

async function* itemsOfArchive({bytes}: Content): AsyncGenerator<Item> {
  const archive = await openArchive(bytes);
  const kind = detectExport(archive.members.map(({name}) => name));
  if (kind === undefined) {
    throw new AppError('usage', 'it is a zip file, of no kind that is known here', {
      hint: 'unpack it, and import what is in it',
    });
  }
  yield* archives[kind](archive);
}

async function* itemsOfPocket(archive: Archive): AsyncGenerator<Item> {
  for (const member of archive.members) {
    if (/\.csv$/i.test(member.name)) yield* itemsOfPocketCsv(await textOfMember(archive, member, 'text'));
    else if (/\.html$/i.test(member.name)) yield* itemsOfPocketPage(await textOfMember(archive, member, 'html'));
  }
}

const archives: Readonly<Record<ListingExport, (archive: Archive) => AsyncIterable<Item>>> = {
  omnivore: itemsOfOmnivore,
  readeck: itemsOfReadeck,
  pocket: itemsOfPocket,
};

function* itemsOfNewsboatCache({path}: Content): Generator<Item> {
  if (path === undefined) throw new AppError('usage', 'a database can only be read as a file', {hint: 'name the file'});
  for (const row of readNewsboatCache(path)) yield itemOfNewsboat(row);
}

const readers: Readonly<Record<Exclude<Kind, 'unknown'>, (content: Content) => Items>> = {
  html: content => [article(articleOfPage(textOf(content, 'html'), whereFrom(content)))],
  text: content => [article(articleOfPageText(textOf(content, 'text'), whereFrom(content)))],
  markdown: ({bytes, name}) => [{kind: 'file', bytes, name}],
  feed: content => articlesOfFeed(readFeed(textOf(content, 'xml'), whereFrom(content))).map(article),
  opml: ofText(text => readOpml(text).map(feed => ({kind: 'feed' as const, subscription: {...feed, tags: []}})), 'xml'),
  'pocket-csv': ofText(itemsOfPocketCsv),
  'pocket-page': ofText(itemsOfPocketPage, 'html'),
  instapaper: ofText(itemsOfInstapaper),
  wallabag: ofText(itemsOfWallabag),
  'readeck-csv': ofText(itemsOfReadeckCsv),
  'newsboat-urls': ofText(itemsOfNewsboatUrls),
  'newsboat-cache': itemsOfNewsboatCache,
  archive: itemsOfArchive,
  addresses: ofText(pagesOfAddresses),
};

function* pagesOfAddresses(text: string): Generator<Item> {
  for (const line of text.split(/\s+/)) {
    if (/^https?:\/\//i.test(line)) yield {kind: 'page', address: line, known: {authors: [], tags: []}};
  }
}

/** What each word of `--as` may mean; the first where the content does not tell. */
const meanings: Readonly<Record<ImportKind, readonly [Exclude<Kind, 'unknown'>, ...Exclude<Kind, 'unknown'>[]]>> = {
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
const kindOf = (content: Content, as: ImportKind | undefined): Exclude<Kind, 'unknown'> => {
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
  yield* readers[kindOf(content, as)](content);
}

/**
 * A page that an export names.
 * @throws {AppError} for what is no page, or has no text
 */
export const pageArticle = (content: Content): ImportedArticle => {
  const kind = kindOf(content, undefined);
  if (kind === 'html') return articleOfPage(textOf(content, 'html'), whereFrom(content));
  if (kind === 'text' || kind === 'markdown') return articleOfPageText(textOf(content, 'text'), whereFrom(content));
  throw new AppError('usage', 'what stands there is no page');
};
