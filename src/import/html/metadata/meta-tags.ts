/** `<meta>` and `<link>` of a page's head: OpenGraph, Twitter, Dublin Core, Parse.ly, Sailthru and plain HTML. */
import type {HtmlDocument} from '../dom.ts';
import type {Metadata, MetadataField} from './sources.ts';

/** The names each field goes by, best first. */
const names: Readonly<Partial<Record<MetadataField, readonly string[]>>> = {
  title: ['og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'dcterms.title', 'title'],
  standfirst: ['og:description', 'twitter:description', 'description', 'sailthru.description', 'dc.description'],
  authors: [
    ...[
      'author',
      'article:author',
      'article:author_name',
      'parsely-author',
      'sailthru.author',
      'dc.creator',
      'dcterms.creator',
    ],
    ...['byl', 'byline', 'cxenseparse:author', 'twitter:creator:name'],
  ],
  section: [
    'article:section',
    'parsely-section',
    'sailthru.section',
    'section',
    'cxenseparse:section',
    'dc.subject.section',
  ],
  site: ['og:site_name', 'application-name', 'apple-mobile-web-app-title', 'dc.publisher', 'publisher'],
  published: [
    ...[
      'article:published_time',
      'article:published',
      'og:published_time',
      'parsely-pub-date',
      'datepublished',
      'publish-date',
    ],
    ...[
      'publish_date',
      'pubdate',
      'publication_date',
      'dc.date.issued',
      'dcterms.created',
      'dcterms.date',
      'dc.date',
      'sailthru.date',
    ],
    ...[
      'cxenseparse:recs:publishtime',
      'originalpublicationdate',
      'article_date_original',
      'date',
      'ptime',
      'displaydate',
    ],
  ],
  updated: [
    'article:modified_time',
    'og:updated_time',
    'datemodified',
    'last-modified',
    'dcterms.modified',
    'lastmod',
    'revised',
  ],
  lang: ['content-language', 'og:locale', 'language', 'dc.language', 'dcterms.language'],
  tags: ['article:tag', 'news_keywords', 'parsely-tags', 'sailthru.tags'],
  keywords: ['keywords', 'dc.subject'],
  address: ['og:url', 'twitter:url', 'parsely-link'],
  image: [
    'og:image:secure_url',
    'og:image',
    'og:image:url',
    'twitter:image',
    'twitter:image:src',
    'parsely-image-url',
    'sailthru.image.full',
  ],
  imageAlt: ['og:image:alt', 'twitter:image:alt'],
};

const readTags = (document: HtmlDocument): ReadonlyMap<string, readonly string[]> => {
  const tags = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta')) {
    const content = (meta.getAttribute('content') ?? '').slice(0, 20_000).replace(/\s+/g, ' ').trim();
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'http-equiv', 'itemprop']) {
      const name = meta.getAttribute(attribute)?.toLowerCase();
      if (name) tags.set(name, [...(tags.get(name) ?? []), content].slice(0, 100));
    }
  }
  return tags;
};

const linked = (document: HtmlDocument, relation: string): readonly string[] =>
  [...document.querySelectorAll('link[rel]')]
    .filter(link => (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/).includes(relation))
    .map(link => link.getAttribute('href') ?? '');

export const readMetaTags = (document: HtmlDocument): Metadata => {
  const tags = readTags(document);
  const found = Object.entries(names).map(
    ([field, keys]) => [field, keys.flatMap(key => tags.get(key) ?? [])] as const,
  );
  const metadata: Metadata = Object.fromEntries(found);
  // One source of tags is enough: each lists the same in its own way.
  const tagKey = names.tags?.find(key => tags.has(key));
  return {
    ...metadata,
    tags: tagKey === undefined ? [] : (tags.get(tagKey) ?? []),
    address: [...linked(document, 'canonical'), ...(metadata.address ?? [])],
    image: [...(metadata.image ?? []), ...linked(document, 'image_src')],
  };
};
