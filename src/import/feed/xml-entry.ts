/** One entry of a feed in XML: which elements say what. */
import {resolveAddress} from './addresses.ts';
import type {FeedEntry} from './feed.ts';
import {lineOf, type Markup} from './markup.ts';
import {enclosuresOf, imageOf} from './media.ts';
import {dateNamed, languageTag, lineNamed, markupNamed, publishedDates, titles, updatedDates} from './named.ts';
import {entryAddress, isWebAddress, pageLinks} from './page-links.ts';
import {type FeedPerson, peopleNamed} from './people.ts';
import {childrenNamed, isElement, textNamed, textOf, type XmlElement} from './xml.ts';

const contents = [
  'content:encoded',
  'atom:content',
  'fullitem',
  'encoded',
  'xhtml:body',
  'body',
  'content',
  'xhtml:div',
];
const summaries = [
  'description',
  'atom:summary',
  'summary',
  'dc:description',
  'abstract',
  'itunes:summary',
  'media:description',
  'itunes:subtitle',
];
const writers = ['atom:author', 'dc:creator', 'dc:author', 'author', 'itunes:author'];
const ids = ['guid', 'atom:id', 'id'];

const itunesCategories = (element: XmlElement): readonly string[] =>
  childrenNamed(element, 'itunes:category').flatMap(category => [
    category.attributes.get('text') ?? '',
    ...itunesCategories(category),
  ]);

const categoriesOf = (element: XmlElement): readonly string[] => {
  const terms = childrenNamed(element, 'category', 'atom:category', 'dc:subject').map(
    category => category.attributes.get('label') || category.attributes.get('term') || lineOf(category),
  );
  const keywords = childrenNamed(element, 'itunes:keywords', 'media:keywords').flatMap(words =>
    textOf(words).split(','),
  );
  const found = new Map<string, string>();
  for (const written of [...terms, ...itunesCategories(element), ...keywords]) {
    const category = written.replace(/\s+/g, ' ').trim();
    if (category !== '' && !found.has(category.toLowerCase())) found.set(category.toLowerCase(), category);
  }
  return [...found.values()];
};

const sourceOf = (entry: XmlElement): FeedEntry['source'] => {
  const [source] = childrenNamed(entry, 'source', 'atom:source');
  if (source === undefined) return undefined;
  const title = source.children.some(isElement) ? lineNamed(source, titles) : lineOf(source);
  const written = source.attributes.get('url');
  const address = written === undefined ? pageLinks(source)[0] : resolveAddress(written, source.base);
  if (!title && !address) return undefined;
  return {...(title && {title}), ...(address && {address})};
};

/** What its feed says of all its entries. */
export interface Surroundings {
  readonly authors: readonly FeedPerson[];
  /** Where the feed came from. */
  readonly origin: string | undefined;
  readonly siteAddress: string | undefined;
}

/**
 * What addresses in an entry's text are relative to when the feed does not say so: its own page. By RFC 4287 it would be
 * the feed's address; but feeds are made of pages whose pictures lie beside them, and are often fetched from another host.
 */
const within = (
  markup: Markup | undefined,
  base: string | undefined,
  origin: string | undefined,
): Markup | undefined =>
  markup === undefined || base === undefined || markup.base !== origin ? markup : {...markup, base};

export const readEntry = (entry: XmlElement, {authors: inherited, origin, siteAddress}: Surroundings): FeedEntry => {
  const written = entryAddress(entry);
  const address = written && resolveAddress(written, siteAddress);
  const base = [address, origin, siteAddress].find(candidate => candidate !== undefined && isWebAddress(candidate));
  const id = textNamed(entry, ...ids) ?? entry.attributes.get('rdf:about')?.trim();
  const content = within(markupNamed(entry, contents), base, origin);
  const [group = entry] = childrenNamed(entry, 'media:group');
  const summary = within(markupNamed(entry, summaries) ?? markupNamed(group, ['media:description']), base, origin);
  const updated = dateNamed(entry, updatedDates);
  const published = dateNamed(entry, publishedDates) ?? updated;
  const image = imageOf(entry);
  const lang = languageTag(textNamed(entry, 'dc:language', 'language') ?? content?.lang ?? summary?.lang ?? entry.lang);
  const source = sourceOf(entry);
  const own = peopleNamed(entry, ...writers);
  const [taken] = childrenNamed(entry, 'atom:source');
  const ofSource = own.length === 0 && taken !== undefined ? peopleNamed(taken, 'atom:author') : own;
  return {
    ...(id && {id}),
    title: lineNamed(entry, titles) ?? '',
    ...(address && {address}),
    ...(summary && {summary}),
    ...(content && {content}),
    authors: ofSource.length > 0 ? ofSource : inherited,
    ...(published && {published}),
    ...(updated && {updated}),
    categories: categoriesOf(entry),
    ...(image && {image}),
    enclosures: enclosuresOf(entry),
    ...(lang && {lang}),
    ...(source && {source}),
  };
};
