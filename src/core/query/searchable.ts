/** An article as queries look at it: folded words with one space around each, made once an article. */
import type {Article} from '../article.ts';
import {words} from '../tokens.ts';

/** ` word word `: a word is found as ` word `, its beginning as ` wor`, several in order as ` word word `. */
export type SearchText = string;

/** What parts words from each other where there is ASCII only. */
const asciiGaps = /[^a-z0-9]+/g;
const beyondAscii = /[^\0-\x7f]/;

export const searchText = (text: string): SearchText =>
  // Replacing is several times quicker than collecting words, and most text is ASCII.
  beyondAscii.test(text) ? ` ${words(text).join(' ')} ` : ` ${text.toLowerCase().replace(asciiGaps, ' ').trim()} `;

/** Link and picture addresses and tags are not text: nobody looks for the `https` of a link. Each alternative stops at a character that it cannot contain, so this is linear. */
const machinery = /\]\([^()\s]*(?:\s+"[^"\n]*")?\)|<\/?[A-Za-z][^<>]*>/g;

const bodies = new WeakMap<Article, SearchText>();

/** Everything that a bare word is looked for in: title, standfirst, authors, tags and body. */
export const everythingIn = (article: Article): SearchText => {
  const known = bodies.get(article);
  if (known !== undefined) return known;
  const {title, standfirst = '', authors, tags, body} = article;
  // A newline between the parts would still let a phrase run from one into the next; a private character is no word, so it is a part of its own here.
  const made = [title, standfirst, ...authors, ...tags, body.replace(machinery, '] ')].map(searchText).join('|');
  bodies.set(article, made);
  return made;
};
