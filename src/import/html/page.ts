/**
 * A page of HTML as an article: parsed once, never run. What it says of itself is read first, since finding the text uses
 * the document up; then what stands around the article is taken out, and the rest becomes Markdown.
 */
import {AppError} from '../../core/errors.ts';
import {field} from '../../core/sanitize.ts';
import {firstWords} from '../../core/text/first-words.ts';
import type {ImportedArticle} from '../imported-article.ts';
import {resolveAddress} from './addresses.ts';
import {type HtmlDocument, mostOfPage, parseHtml} from './dom.ts';
import {languageOf} from './metadata/languages.ts';
import {readMetadata} from './metadata/metadata.ts';
import {keywordsOf} from './metadata/tags.ts';
import {leastText, readPageText} from './page-text.ts';
import {standfirstOf} from './standfirst.ts';
import {weight} from './text-blocks.ts';

export interface PageOptions {
  /** Where it was fetched from, if that is known. */
  readonly address?: string | undefined;
}

/** What addresses in the page are relative to. */
const baseOf = (document: HtmlDocument, address: string | undefined): string | undefined => {
  const written = document.querySelector('base[href]')?.getAttribute('href') ?? '';
  const base = resolveAddress(written, address, ['http:', 'https:']) ?? address;
  return base !== undefined && URL.canParse(base) ? base : undefined;
};

/**
 * The article of a page: all texts gated, the title never empty.
 * @throws AppError when the page is too large, or has no text worth an article
 */
export const articleOfPage = (html: string, {address}: PageOptions = {}): ImportedArticle => {
  const document = parseHtml(html, mostOfPage);
  const fetched = address === undefined ? undefined : resolveAddress(address, undefined, ['http:', 'https:']);
  const metadata = readMetadata(document, fetched);
  const base = baseOf(document, fetched ?? metadata.address);
  const {body, plain, image, related} = readPageText({html, document, metadata, base});
  if (weight(body) < leastText)
    throw new AppError('nothing-found', 'this page has no text that reads as an article', {
      hint: 'pages that scripts fill, and pages that only list others, cannot be imported',
    });
  const standfirst = standfirstOf(metadata, plain);
  const lang = languageOf(metadata.languages, plain);
  const {section, site, address: url, published, updated} = metadata;
  return {
    title: metadata.title ?? field(firstWords(plain)),
    ...(standfirst && {standfirst}),
    ...(section && {section}),
    authors: metadata.authors,
    ...((site || url) && {source: {...(site && {name: site}), ...(url && {url})}}),
    ...(published && {published}),
    ...(updated && {updated}),
    ...(lang && {lang}),
    tags: metadata.tags.length > 0 ? metadata.tags : keywordsOf(metadata, plain),
    ...(image && {image}),
    related,
    body,
  };
};
