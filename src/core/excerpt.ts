/** The beginning of an article's text for the preview: by a quick scan, since lexing would make the first frame wait for marked. */
import type {Article} from './article.ts';
import {stripInline} from './body-opening.ts';
import {textOfBody} from './body-text.ts';
import {field, type SafeField} from './sanitize.ts';

/** More than fills any preview, in UTF-16 units. The whole of a long article would hold up the keys. */
const scanned = 8000;

/** The line below the head of a table, and what emphasis leaves of an address. */
const marksOnly = /^[-:|*_~ ]+$/;

const excerpts = new WeakMap<Article, readonly SafeField[]>();

const readExcerpt = ({body, title, titleFrom}: Article): readonly SafeField[] => {
  const lines = textOfBody(body.slice(0, scanned)).split('\n');
  const paragraphs = lines
    .map(line => field(stripInline(line, scanned)))
    .filter(text => text !== '' && !marksOnly.test(text));
  return titleFrom === 'heading' && paragraphs[0] === title ? paragraphs.slice(1) : paragraphs;
};

/** Its first paragraphs, markup left out. Scanned once for as long as the article is in memory. */
export const excerptOf = (article: Article): readonly SafeField[] => {
  const excerpt = excerpts.get(article) ?? readExcerpt(article);
  excerpts.set(article, excerpt);
  return excerpt;
};
