/**
 * wallabag's export, a list of entries in JSON with their texts as HTML: of version 2, of its interface for programs, whose
 * tags are objects and whose list is inside `_embedded`, and of version 1, which has other names for its marks.
 */
import {AppError} from '../../core/errors.ts';
import {itemOfText} from './exported-article.ts';
import type {ExportedItem} from './exported-item.ts';
import {isObject, type JsonObject, parseJson} from './exported-json.ts';
import {
  dateOf,
  flagOf,
  lineOf,
  lineOfHtml,
  linesOf,
  marksOf,
  present,
  splitLines,
  webAddressOf,
} from './exported-values.ts';

/** What it keeps in place of a text that it could not fetch, in whatever language. */
const noText = /<p>[^<]{0,300}wallabag[^<]{0,200}(?:<a[^>]{0,300}>[^<]{0,100}<\/a>[^<]{0,100})?<\/p>/i;

/** A real text may speak of wallabag, but says more. */
const shortText = 700;

const textOf = (content: unknown): string => {
  if (typeof content !== 'string') return '';
  return content.length < shortText && noText.test(content) ? '' : content;
};

const isFilled = (list: unknown): boolean => Array.isArray(list) && list.length > 0;

const tagsOf = (tags: unknown): readonly string[] => (typeof tags === 'string' ? splitLines(tags, ',') : linesOf(tags));

const itemOf = (entry: JsonObject): ExportedItem => {
  const {url, title, created_at, published_at, published_by, language, domain_name, preview_picture} = entry;
  const marks = marksOf(flagOf(entry.is_archived ?? entry.is_read), flagOf(entry.is_starred ?? entry.is_fav));
  return itemOfText({
    address: webAddressOf(url),
    known: {
      ...present({title: lineOfHtml(title), published: dateOf(published_at), saved: dateOf(created_at)}),
      ...present({lang: lineOf(language)?.replace('_', '-'), marks}),
      authors: linesOf(published_by),
      tags: tagsOf(entry.tags),
    },
    siteName: lineOf(domain_name)?.replace(/^www\./, ''),
    picture: webAddressOf(preview_picture),
    html: textOf(entry.content),
    problem: isFilled(entry.annotations) ? 'left out: its annotations' : undefined,
  });
};

const entriesOf = (value: unknown): readonly unknown[] | undefined => {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return undefined;
  const {_embedded, url} = value;
  if (isObject(_embedded) && Array.isArray(_embedded.items)) return _embedded.items;
  return typeof url === 'string' ? [value] : undefined;
};

/** @throws {AppError} before the first item, for what is no export of wallabag */
export function* itemsOfWallabag(text: string): Generator<ExportedItem> {
  const entries = entriesOf(parseJson(text, 'the export of wallabag'));
  if (entries === undefined) throw new AppError('io', 'this JSON is no export of wallabag: it is no list of entries');
  for (const [at, entry] of entries.entries()) {
    yield isObject(entry) ? itemOf(entry) : {kind: 'failed', what: `entry ${at + 1}`, why: 'it is no object'};
  }
}
