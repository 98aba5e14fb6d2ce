/** Feeds in XML: which elements say what, the first of several that says it. */
import {resolveAddress} from './addresses.ts';
import {isoDateOf} from './dates.ts';
import type {Feed, FeedEntry, FeedOptions} from './feed.ts';
import {lineOf, type Markup, markupOf} from './markup.ts';
import {enclosuresOf, imageOf} from './media.ts';
import {type FeedPerson, peopleNamed} from './people.ts';
import {childrenNamed, isElement, readXml, textNamed, textOf, type XmlElement} from './xml.ts';

const titles = ['title', 'atom:title', 'dc:title', 'media:title'];
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
const descriptions = [
  ...['description', 'atom:subtitle', 'atom:tagline', 'atom:info', 'dc:description', 'abstract'],
  ...['itunes:summary', 'itunes:subtitle', 'feedburner:browserfriendly', 'feedburner:feedburnerbrowserfriendly'],
];
const publishedDates = [
  'pubdate',
  'atom:published',
  'atom:issued',
  'dcterms:issued',
  'dc:date',
  'published',
  'atom:created',
  'dcterms:created',
];
const updatedDates = [
  'atom:updated',
  'lastbuilddate',
  'atom:modified',
  'dcterms:modified',
  'updated',
  'dc:date',
  'lastmod',
];
const entryAuthors = ['atom:author', 'dc:creator', 'dc:author', 'author', 'itunes:author'];
const feedAuthors = [
  'atom:author',
  'dc:creator',
  'dc:author',
  'author',
  'managingeditor',
  'itunes:author',
  'webmaster',
  'itunes:owner',
];
const ids = ['guid', 'atom:id', 'id'];

const lineNamed = (element: XmlElement, names: readonly string[]): string | undefined => {
  for (const name of names) {
    for (const child of childrenNamed(element, name)) {
      const line = lineOf(child);
      if (line !== '') return line;
    }
  }
  return undefined;
};

const markupNamed = (element: XmlElement, names: readonly string[]): Markup | undefined => {
  for (const name of names) {
    for (const child of childrenNamed(element, name)) {
      const markup = markupOf(child);
      if (markup !== undefined) return markup;
    }
  }
  return undefined;
};

/** The first that can be understood. In CDF it is an attribute. */
const dateNamed = (element: XmlElement, names: readonly string[]): string | undefined => {
  for (const name of names) {
    for (const text of [...childrenNamed(element, name).map(textOf), element.attributes.get(name)]) {
      const date = text === undefined ? undefined : isoDateOf(text);
      if (date !== undefined) return date;
    }
  }
  return undefined;
};

/** A link that leads to the page: RSS's text or Atom's `href`, of which one to HTML goes first. */
const pageLinks = (element: XmlElement): readonly string[] => {
  const links = childrenNamed(element, 'link', 'atom:link', 'a').flatMap(link => {
    const rel = link.attributes.get('rel')?.trim().toLowerCase() ?? 'alternate';
    const type = link.attributes.get('type')?.toLowerCase() ?? 'text/html';
    const address = resolveAddress(link.attributes.get('href') ?? textOf(link), link.base);
    const isPage = rel === 'alternate' || rel === 'http://www.iana.org/assignments/relation/alternate';
    return address === '' || !isPage ? [] : [{address, isHtml: type.includes('html')}];
  });
  return [...links.filter(({isHtml}) => isHtml), ...links.filter(({isHtml}) => !isHtml)].map(({address}) => address);
};

const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s/]\S*$/i.test(text);

/** A guid is a link unless it says that it is none. */
const permalinkOf = (entry: XmlElement): string | undefined => {
  for (const guid of childrenNamed(entry, 'guid')) {
    const isPermalink = guid.attributes.get('ispermalink')?.trim().toLowerCase() !== 'false';
    if (isPermalink && isWebAddress(textOf(guid))) return textOf(guid);
  }
  return undefined;
};

const entryAddress = (entry: XmlElement): string | undefined => {
  const original = textNamed(entry, 'feedburner:origlink');
  if (original !== undefined && isWebAddress(original)) return original;
  const href = entry.attributes.get('href');
  return (
    pageLinks(entry)[0] ?? permalinkOf(entry) ?? (href === undefined ? undefined : resolveAddress(href, entry.base))
  );
};

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

/** `en_US` is written, too. */
const languageTag = (written: string | undefined): string | undefined => {
  const tag = written?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,8}$/i.test(tag) ? tag : undefined;
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

interface Surroundings {
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

const readEntry = (entry: XmlElement, {authors: inherited, origin, siteAddress}: Surroundings): FeedEntry => {
  const address = entryAddress(entry);
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
  const own = peopleNamed(entry, ...entryAuthors);
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

const roots: ReadonlySet<string> = new Set(['rss', 'rdf:rdf', 'atom:feed', 'channel']);

/** RSS puts entries into the channel, RDF beside it. One that the end of the text cut off is none. */
const entriesOf = (holders: readonly XmlElement[]): readonly XmlElement[] =>
  holders.flatMap(holder => childrenNamed(holder, 'item', 'atom:entry').filter(({isWhole}) => isWhole));

const selfLink = (channel: XmlElement): string | undefined => {
  const link = childrenNamed(channel, 'atom:link', 'link').find(({attributes}) => attributes.get('rel') === 'self');
  const href = link?.attributes.get('href')?.trim() ?? '';
  return href === '' ? link?.base : resolveAddress(href, link?.base);
};

/** Undefined for what is no feed. */
export const readXmlFeed = (text: string, {address: origin}: FeedOptions): Feed | undefined => {
  const document = readXml(text, origin === undefined ? {} : {base: origin});
  const root = document.children.filter(isElement).find(({name}) => roots.has(name));
  if (root === undefined) return undefined;
  // An empty one within a text is a word about feeds.
  const isAlone = document.children.every(child => isElement(child) || child.trim() === '');
  if (!isAlone && !root.children.some(isElement)) return undefined;
  const channels = childrenNamed(root, 'channel', 'atom:channel');
  const channel = channels[0] ?? root;
  const address = selfLink(channel);
  const siteAddress =
    pageLinks(channel)[0] ?? (channel.attributes.has('href') ? channel.attributes.get('href') : undefined);
  const description = lineNamed(channel, descriptions);
  const language = languageTag(textNamed(channel, 'language', 'dc:language') ?? channel.lang);
  const updated = dateNamed(channel, [...updatedDates, ...publishedDates]);
  const authors = peopleNamed(channel, ...feedAuthors);
  const inherited = root.name === 'atom:feed' ? peopleNamed(channel, 'atom:author') : [];
  return {
    title: lineNamed(channel, titles) ?? '',
    ...(description && {description}),
    ...(address && {address}),
    ...(siteAddress && {siteAddress}),
    ...(language && {language}),
    ...(updated && {updated}),
    authors,
    entries: entriesOf([...new Set([root, ...channels])]).map(entry =>
      readEntry(entry, {authors: inherited, origin, siteAddress}),
    ),
  };
};
