/** Which keys of front matter mean what: the one table. How a value is made of what is written there is in `field-values.ts`. */
import {
  type FieldReader,
  readAddress,
  readDate,
  readImage,
  readNames,
  readReferences,
  readSourceName,
  readTags,
  readText,
} from './field-values.ts';

interface FieldRow<Value> {
  /** In order: the first that is present and usable counts. `a.b` is the key `b` of the map at `a`. */
  readonly keys: readonly string[];
  readonly read: FieldReader<Value>;
}

const row = <Value>(read: FieldReader<Value>, keys: readonly string[]): FieldRow<Value> => ({keys, read});

/** Keys are in lower case, since their case is ignored; `publishedat` is how `publishedAt` is found. */
export const frontMatterFields = {
  title: row(readText, ['title', 'name', 'subject']),
  standfirst: row(readText, ['standfirst', 'description', 'summary', 'excerpt', 'subtitle', 'dek', 'deck']),
  section: row(readText, ['section', 'category', 'categories', 'folder']),
  authors: row(readNames, ['authors', 'author', 'byline', 'creator', 'published_by']),
  sourceUrl: row(readAddress, ['source.url', 'source_url', 'source', 'canonical_url', 'url', 'link', 'given_url']),
  sourceName: row(readSourceName, [
    ...['source.name', 'source', 'site_name', 'sitename', 'site', 'publisher', 'hostname', 'domain_name'],
  ]),
  published: row(readDate, [
    ...['published', 'date_published', 'publishedat', 'published_at', 'pubdate', 'publishdate', 'date'],
  ]),
  updated: row(readDate, ['updated', 'lastmod', 'updateddate', 'modified', 'updated_at']),
  saved: row(readDate, ['saved', 'created', 'date_saved', 'savedat', 'created_at', 'time_added', 'timestamp']),
  tags: row(readTags, ['tags', 'labels', 'keywords', 'topics', 'taxonomies.tags']),
  lang: row(readText, ['lang', 'language', 'locale']),
  image: row(readImage, [
    ...['image', 'cover', 'thumbnail', 'preview_picture', 'heroimage', 'featured_image', 'images'],
  ]),
  related: row(readReferences, ['related', 'related_posts', 'see_also']),
} as const;

/** What hides an article: any one of these. */
export const hidingFlags = [
  {key: 'draft', value: true},
  {key: 'published', value: false},
  {key: 'hidden', value: true},
] as const;

/** Values of `layout` by which themes of Jekyll and Hugo make pages that list others. */
export const listLayouts: readonly string[] = ['home', 'list', 'archive', 'archives', 'search', 'categories', 'terms'];
