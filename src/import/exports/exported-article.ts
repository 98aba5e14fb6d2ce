/** An article of which an export has the text as HTML: what is the same for all services. */
import {field} from '../../core/sanitize.ts';
import {markdownOfHtml} from '../html/markdown.ts';
import type {ImportedArticle} from '../imported-article.ts';
import type {ExportedItem, KnownOfPage} from './exported-item.ts';
import {present} from './exported-values.ts';

export interface ExportedText {
  readonly address: string | undefined;
  /** What addresses in the text are relative to, where that is not its own. */
  readonly base?: string | undefined;
  readonly known: KnownOfPage;
  readonly siteName?: string | undefined;
  /** The address of the picture that stands for the article. */
  readonly picture?: string | undefined;
  readonly html: string;
  readonly problem?: string | undefined;
}

/** What a heading says, without the marks and escapes that Markdown has for it. */
const plain = (markdown: string): string =>
  markdown
    .replace(/[\\*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

const firstHeading = /^#{1,2} +([^\n]+)(?:\n+|$)/;

/** Services repeat the title above the text. */
const withoutTitle = (body: string, title: string): string => {
  const [all = '', heading] = firstHeading.exec(body) ?? [];
  return heading !== undefined && plain(heading) === plain(title) ? body.slice(all.length) : body;
};

const longestTitle = 80;

/** For what has none: its first words, else its address. */
const titleOf = (body: string, address: string | undefined): string => {
  const words = field(body.slice(0, 1000))
    .replace(/[#>*_`[\]\\]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (words === '') return address ?? 'Untitled';
  const cut = words.slice(0, longestTitle).replace(/[\ud800-\udbff]$/, '');
  return cut === words ? words : `${cut.replace(/\s+\S*$/, '')}…`;
};

const sourceOf = (address: string | undefined, name: string | undefined): ImportedArticle['source'] =>
  address === undefined && name === undefined ? undefined : present({name, url: address});

/**
 * @returns the article; the page to be fetched, where the export has no text of it after all; a failure where there is
 *   neither a text nor an address
 */
export const itemOfText = (exported: ExportedText): ExportedItem => {
  const {address, base = address, known, siteName, picture, html, problem} = exported;
  const {title: knownTitle, ...others} = known;
  const written = markdownOfHtml(html, {base});
  const title = knownTitle ?? titleOf(written, address);
  const body = withoutTitle(written, title);
  if (body.trim() === '') {
    return address === undefined
      ? {kind: 'failed', what: title, why: 'it has neither a text nor an address'}
      : {kind: 'page', address, known};
  }
  const article: ImportedArticle = {
    title,
    ...others,
    ...present({source: sourceOf(address, siteName), image: picture === undefined ? undefined : {src: picture}}),
    related: [],
    body,
  };
  return {kind: 'article', article, ...present({problem})};
};
