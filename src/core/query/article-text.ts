/** An article as queries look at it, made once an article. */
import type {Article} from '../article.ts';
import {searchable} from './word-search.ts';

/** Link and picture addresses and tags are not text: nobody looks for the `https` of a link. Each alternative stops at a character that it cannot contain, so this is linear. */
const machinery = /\]\([^()\s]*(?:\s+"[^"\n]*")?\)|<\/?[A-Za-z][^<>]*>/g;

const texts = new WeakMap<Article, readonly string[]>();

/**
 * Everything that a bare word is looked for in: title, standfirst, body, authors and tags; each for `findsWords` by itself,
 * since no phrase runs from one into the next.
 */
export const everythingIn = (article: Article): readonly string[] => {
  const known = texts.get(article);
  if (known !== undefined) return known;
  const {title, standfirst = '', authors, tags, body} = article;
  const made = [title, standfirst, body.replace(machinery, '] '), ...authors, ...tags].map(searchable);
  texts.set(article, made);
  return made;
};
