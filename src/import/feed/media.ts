/** Pictures, sound and films that come with an entry: RSS's enclosures, Atom's links to them, Media RSS, iTunes. */
import {resolveAddress} from './addresses.ts';
import {lineOf} from './markup.ts';
import {childrenNamed, isElement, textNamed, textOf, type XmlElement} from './xml.ts';

export interface Enclosure {
  readonly address: string;
  /** A media type, as the feed has it. */
  readonly type?: string;
  /** Bytes, as the feed has them. */
  readonly length?: string;
  readonly title?: string;
}

export interface FeedImage {
  readonly src: string;
  readonly alt?: string;
  readonly credit?: string;
}

const addressIn = (element: XmlElement, ...attributes: readonly string[]): string | undefined => {
  for (const name of attributes) {
    const value = element.attributes.get(name)?.trim() ?? '';
    if (value !== '') return resolveAddress(value, element.base);
  }
  return undefined;
};

const imageFile = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#].*)?$/i;

interface Kind {
  readonly address: string;
  readonly type?: string | undefined;
  /** Media RSS's word for the type. */
  readonly medium?: string | undefined;
}

const isImage = ({address, type = '', medium = ''}: Kind): boolean =>
  type === '' && medium === ''
    ? imageFile.test(address)
    : type.toLowerCase().startsWith('image/') || medium.toLowerCase() === 'image';

const isRecording = ({type = '', medium = ''}: Kind): boolean =>
  /^(?:audio|video)\//i.test(type) || /^(?:audio|video)$/i.test(medium);

/** Faces of authors come as the first picture of some feeds. */
const isAvatar = (address: string): boolean => /\bgravatar\.com\/|\/avatars?\//i.test(address);

/** Media RSS nests: groups hold contents, contents hold thumbnails and what is said of them. */
const mediaElements = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children
    .filter(isElement)
    .flatMap(child =>
      child.name === name ? [child] : /^media:(?:group|content)$/.test(child.name) ? mediaElements(child, name) : [],
    );

const kindOf = (content: XmlElement): Kind => {
  const [type, medium] = ['type', 'medium'].map(name => content.attributes.get(name)?.trim());
  return {address: addressIn(content, 'url') ?? '', type, medium};
};

const enclosureIn = (element: XmlElement): Enclosure | undefined => {
  // In some feeds the parts are elements.
  const address =
    addressIn(element, 'url', 'href') ??
    resolveAddress(textNamed(element, 'url', 'atom:url') ?? textOf(element), element.base);
  if (address === '') return undefined;
  const [type, length, size, title] = ['type', 'length', 'filesize', 'title'].map(name =>
    element.attributes.get(name)?.trim(),
  );
  const bytes = length || size;
  return {address, ...(type && {type}), ...(bytes && {length: bytes}), ...(title && {title})};
};

/** Those of RSS, Atom's links to them, sound and films of Media RSS; each address once. Pictures are among them. */
export const enclosuresOf = (entry: XmlElement): readonly Enclosure[] => {
  const elements = childrenNamed(entry, 'enclosure', 'atom:link', 'atom:enclosure').filter(
    ({name, attributes}) => name !== 'atom:link' || attributes.get('rel')?.toLowerCase() === 'enclosure',
  );
  const recordings = mediaElements(entry, 'media:content').filter(content => isRecording(kindOf(content)));
  const found = new Map<string, Enclosure>();
  for (const element of [...elements, ...recordings]) {
    const enclosure = enclosureIn(element);
    if (enclosure !== undefined && !found.has(enclosure.address)) found.set(enclosure.address, enclosure);
  }
  return [...found.values()];
};

/** What a picture's own elements say of it; a description beside it is one of the entry. */
const withWords = (src: string, media: XmlElement): FeedImage => {
  const said = (name: string) =>
    mediaElements(media, name)
      .map(lineOf)
      .find(line => line !== '');
  const alt = said('media:description') ?? said('media:title');
  const credit = said('media:credit');
  return {src, ...(alt !== undefined && {alt}), ...(credit !== undefined && {credit})};
};

const mediaImage = (entry: XmlElement): FeedImage | undefined => {
  for (const content of mediaElements(entry, 'media:content')) {
    const kind = kindOf(content);
    if (kind.address !== '' && isImage(kind) && !isAvatar(kind.address)) return withWords(kind.address, content);
  }
  for (const thumbnail of mediaElements(entry, 'media:thumbnail')) {
    const address = addressIn(thumbnail, 'url') ?? resolveAddress(textOf(thumbnail), thumbnail.base);
    if (address !== '' && !isAvatar(address)) return {src: address};
  }
  return undefined;
};

/** `<image><url>…`, `<itunes:image href>`, `<itunes:link rel="image">`. */
const pictureElements = ['image', 'itunes:image', 'itunes:link'];

const pictureImage = (element: XmlElement): FeedImage | undefined => {
  for (const name of pictureElements) {
    for (const picture of childrenNamed(element, name)) {
      if (name === 'itunes:link' && picture.attributes.get('rel') !== 'image') continue;
      const written =
        addressIn(picture, 'href', 'url', 'rdf:resource') ?? textNamed(picture, 'url', 'href', 'image:url');
      const text = written ?? (picture.children.some(isElement) ? '' : textOf(picture));
      const src = resolveAddress(text, picture.base);
      if (src !== '' && !/\s/.test(src)) return {src};
    }
  }
  return undefined;
};

/** The picture of an entry; of several the one that says most of itself. */
export const imageOf = (element: XmlElement): FeedImage | undefined => {
  const media = mediaImage(element);
  if (media !== undefined) return media;
  const enclosed = enclosuresOf(element).find(isImage);
  return enclosed === undefined ? pictureImage(element) : {src: enclosed.address};
};
