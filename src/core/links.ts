/** Where a link in an article leads: to another article, to the web, to a place in the same article, or nowhere. */
import type {Article} from './article.ts';
import type {Library} from './library.ts';
import type {SafeField, SafeUrl} from './sanitize.ts';

export type LinkTarget =
  | {readonly kind: 'article'; readonly article: Article; readonly anchor?: SafeField}
  | {readonly kind: 'web'; readonly url: SafeUrl}
  | {readonly kind: 'anchor'; readonly anchor: SafeField}
  /** No such article, or an address that may not be followed (`javascript:`); `address` is for telling so. */
  | {readonly kind: 'nowhere'; readonly address: SafeField};

/** @param href the address as written, entities decoded; `[[wiki]]` links come as `wiki:` followed by their inner target, Hugo's `ref` as `ref:` and its argument */
export type ResolveLink = (href: string, from: Article) => LinkTarget;

export declare const createLinkResolver: (library: Library) => ResolveLink;
