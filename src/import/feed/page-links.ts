/** Where feeds and their entries lead: RSS's text, Atom's `href`, permanent links. */
import {resolveAddress} from './addresses.ts';
import {childrenNamed, textNamed, textOf, type XmlElement} from './xml.ts';

/** A link that leads to the page: RSS's text or Atom's `href`, of which one to HTML goes first. */
export const pageLinks = (element: XmlElement): readonly string[] => {
  const links = childrenNamed(element, 'link', 'atom:link', 'a').flatMap(link => {
    const rel = link.attributes.get('rel')?.trim().toLowerCase() ?? 'alternate';
    const type = link.attributes.get('type')?.toLowerCase() ?? 'text/html';
    const address = resolveAddress(link.attributes.get('href') ?? textOf(link), link.base);
    const isPage = rel === 'alternate' || rel === 'http://www.iana.org/assignments/relation/alternate';
    return address === '' || !isPage ? [] : [{address, isHtml: type.includes('html')}];
  });
  return [...links.filter(({isHtml}) => isHtml), ...links.filter(({isHtml}) => !isHtml)].map(({address}) => address);
};

export const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s/]\S*$/i.test(text);

/** A guid is a link unless it says that it is none. */
const permalinkOf = (entry: XmlElement): string | undefined => {
  for (const guid of childrenNamed(entry, 'guid')) {
    const isPermalink = guid.attributes.get('ispermalink')?.trim().toLowerCase() !== 'false';
    if (isPermalink && isWebAddress(textOf(guid))) return textOf(guid);
  }
  return undefined;
};

/** Of the page of an entry, as `resolveAddress` has it. */
export const entryAddress = (entry: XmlElement): string | undefined => {
  const original = textNamed(entry, 'feedburner:origlink');
  if (original !== undefined && isWebAddress(original)) return original;
  const href = entry.attributes.get('href');
  return (
    pageLinks(entry)[0] ?? permalinkOf(entry) ?? (href === undefined ? undefined : resolveAddress(href, entry.base))
  );
};

/** Of a feed, as it says itself. */
export const selfLink = (channel: XmlElement): string | undefined => {
  const link = childrenNamed(channel, 'atom:link', 'link').find(({attributes}) => attributes.get('rel') === 'self');
  const href = link?.attributes.get('href')?.trim() ?? '';
  return href === '' ? link?.base : resolveAddress(href, link?.base);
};
