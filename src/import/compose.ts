/**
 * Writes an imported article as a file of the library: front matter in the order that the format has, and the body. What is
 * written is safe to show as it stands, and reading it back gives the same article.
 */
import {Document} from 'yaml';
import {parseDate} from '../core/dates.ts';
import {decodeEntities} from '../core/entities.ts';
import {block, field, url} from '../core/sanitize.ts';
import type {ImportedArticle, ImportedImage} from './imported-article.ts';

/** What a reader of front matter would take for a wiki link. */
const wikiLink = /^(!?)\[(?=\[[^[\]]*\]\]$)/;

/** A line as it has to be written, so that its entities and brackets are read as what they are. */
const written = (text: string): string => {
  const line = field(text);
  const escaped = decodeEntities(line) === line ? line : line.replaceAll('&', '&amp;');
  return escaped.replace(wikiLink, '$1&#91;');
};

const lines = (texts: readonly string[]): readonly string[] => [...new Set(texts.map(written))].filter(Boolean);

/** Readers take this off a name, so a name that has it twice would not come back. */
const withoutBy = (name: string): string => name.replace(/^(?:\s*by:?\s+)+/i, '');

const withoutHash = (tag: string): string => tag.replace(/^[\s#]+/, '');

const day = (date: string | undefined): string | undefined => (date === undefined ? undefined : parseDate(date)?.iso);

/** Where something is: what front matter takes for the bars and brackets of a link is percent-encoded. */
const place = (address: string): string => field(address).replace(/[|[\]]/g, encodeURIComponent);

const imageFields = ({src, alt = '', caption = '', credit = ''}: ImportedImage) => ({
  src: place(src),
  ...{alt: written(alt), caption: written(caption), credit: written(credit)},
});

/** A field without a value is left out. */
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && value !== null && Object.values(value).every(isEmpty));

const filled = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));

const fieldsOf = (article: ImportedArticle): Record<string, unknown> =>
  filled({
    title: written(article.title) || 'Untitled',
    standfirst: written(article.standfirst ?? ''),
    section: written(article.section ?? ''),
    authors: lines(article.authors.map(withoutBy)),
    source: filled({name: written(article.source?.name ?? ''), url: url(article.source?.url ?? '')}),
    ...{published: day(article.published), updated: day(article.updated), saved: day(article.saved)},
    lang: written(article.lang ?? ''),
    tags: lines(article.tags.map(withoutHash)),
    image: article.image && filled(imageFields(article.image)),
    related: lines(article.related.map(place)),
  });

/** Lists and maps stand on the line of their key, as in the format's example. */
const frontMatter = (fields: Readonly<Record<string, unknown>>): string => {
  const document = new Document({});
  for (const [key, value] of Object.entries(fields)) document.set(key, document.createNode(value, {flow: true}));
  return document.toString({lineWidth: 0, flowCollectionPadding: false});
};

/** @returns UTF-8 text in Unicode's composed form, with a newline at its end */
export const composeArticle = (article: ImportedArticle): string => {
  const body = block(article.body)
    .replace(/^\s*\n/, '')
    .trimEnd();
  const head = `---\n${frontMatter(fieldsOf(article))}---\n`;
  return (body === '' ? head : `${head}\n${body}\n`).normalize('NFC');
};
