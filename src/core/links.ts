/** Where a link in an article leads: to another article, to the web, to a place in the same article, or nowhere. */

import type {Article, ArticleSummary} from './article.ts';
import {late} from './late.ts';
import type {Library} from './library.ts';
import {createArticleFinder} from './links/article-finder.ts';
import {parseReference, type Reference} from './links/reference.ts';
import {addressKey} from './links/web-address.ts';
import {field, type SafeField, type SafeUrl, url} from './sanitize.ts';

export type LinkTarget =
  | {readonly kind: 'article'; readonly article: ArticleSummary; readonly anchor?: SafeField}
  | {readonly kind: 'web'; readonly url: SafeUrl}
  | {readonly kind: 'anchor'; readonly anchor: SafeField}
  /** No such article, or an address that may not be followed (`javascript:`); `address` is for telling so. */
  | {readonly kind: 'nowhere'; readonly address: SafeField};

/** @param href the address as written, entities decoded; `[[wiki]]` links come as `wiki:` followed by their inner target, Hugo's `ref` as `ref:` and its argument */
export type ResolveLink = (href: string, from: Article) => LinkTarget;

const toArticle = (article: Article, anchor: string): LinkTarget =>
  anchor === '' ? {kind: 'article', article} : {kind: 'article', article, anchor: field(anchor)};

/** One article may be there twice: read from its file, and as an index has it. */
const isSame = (one: ArticleSummary, other: ArticleSummary): boolean =>
  one.id === other.id && one.library === other.library;

/** An absolute address for what is written: protocol-relative ones are https, relative ones are seen from where the article was published. */
export const absoluteAddress = (written: string, from: Article): SafeUrl | undefined => {
  if (/^[a-z][a-z\d+.-]*:/i.test(written)) return url(written);
  if (/^[/\\]{2}/.test(written)) return url(`https:${written}`);
  const base = from.source?.url;
  return base !== undefined && URL.canParse(written, base) ? url(new URL(written, base).href) : undefined;
};

/**
 * Looks links up among the articles of a library; no file is opened, and nothing is computed before the first question.
 * An address on the web that an article was saved from leads to that article.
 */
export const createLinkResolver = (library: Library): ResolveLink => {
  const finder = late(() => createArticleFinder(library));

  const findArticle = ({kind, path}: Reference, from: Article): Article | undefined => {
    if (kind === 'wiki') return finder().byName(path, from) ?? finder().byTitle(path, from);
    if (kind === 'ref') return finder().byName(path, from);
    const found = finder().byPath(path, from);
    // Obsidian writes just the name of a note, wherever it is. Without an extension it may as well be a page of the site.
    const isName = /\.(?:md|markdown)$/i.test(path) || from.source?.url === undefined;
    return found ?? (isName ? finder().byName(path, from) : undefined);
  };

  const resolveWeb = (written: string, from: Article): LinkTarget => {
    const address = absoluteAddress(written, from);
    if (address === undefined) return {kind: 'nowhere', address: field(written)};
    const saved = finder().bySource(addressKey(address));
    return saved === undefined || isSame(saved, from)
      ? {kind: 'web', url: address}
      : toArticle(saved, parseReference(address).anchor);
  };

  return (href, from) => {
    const written = href.trim();
    const reference = parseReference(written);
    if (reference.kind === 'address') return resolveWeb(written, from);
    if (reference.path === '') {
      return reference.anchor === ''
        ? {kind: 'nowhere', address: field(written)}
        : {kind: 'anchor', anchor: field(reference.anchor)};
    }
    const article = findArticle(reference, from);
    if (article !== undefined) return toArticle(article, reference.anchor);
    return reference.kind === 'path' ? resolveWeb(written, from) : {kind: 'nowhere', address: field(written)};
  };
};
