/** Feeds in XML: RSS, RDF, Atom and CDF. */
import type {Feed, FeedOptions} from './feed.ts';
import {dateNamed, languageTag, lineNamed, publishedDates, titles, updatedDates} from './named.ts';
import {pageLinks, selfLink} from './page-links.ts';
import {peopleNamed} from './people.ts';
import {childrenNamed, isElement, readXml, textNamed, type XmlElement} from './xml.ts';
import {readEntry} from './xml-entry.ts';

const descriptions = [
  ...['description', 'atom:subtitle', 'atom:tagline', 'atom:info', 'dc:description', 'abstract'],
  ...['itunes:summary', 'itunes:subtitle', 'feedburner:browserfriendly', 'feedburner:feedburnerbrowserfriendly'],
];
const makers = [
  'atom:author',
  'dc:creator',
  'dc:author',
  'author',
  'managingeditor',
  'itunes:author',
  'webmaster',
  'itunes:owner',
];

const roots: ReadonlySet<string> = new Set(['rss', 'rdf:rdf', 'atom:feed', 'channel']);

/** RSS puts entries into the channel, RDF beside it. One that the end of the text cut off is none. */
const entriesOf = (holders: readonly XmlElement[]): readonly XmlElement[] =>
  holders.flatMap(holder => childrenNamed(holder, 'item', 'atom:entry').filter(({isWhole}) => isWhole));

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
  const siteAddress = pageLinks(channel)[0] ?? channel.attributes.get('href');
  const description = lineNamed(channel, descriptions);
  const language = languageTag(textNamed(channel, 'language', 'dc:language') ?? channel.lang);
  const updated = dateNamed(channel, [...updatedDates, ...publishedDates]);
  const authors = peopleNamed(channel, ...makers);
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
