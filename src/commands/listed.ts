/** Articles as lists show them: from the listing, or one that was read by itself. */
import {type Article, articleDate} from '../core/article.ts';
import {late} from '../core/late.ts';
import {entryAt} from '../core/listing/listing.ts';
import {type ArticleState, type Marks, stateOf} from '../core/marks.ts';
import {readingTime} from '../core/reading-time.ts';
import type {SafeField} from '../core/sanitize.ts';
import type {ListedArticle} from '../render/list-fields.ts';
import {pathAt} from '../store/listing/article-at.ts';
import type {Session} from './session.ts';

export const listedAt = ({listing, index}: Session, position: number, marks: Marks): ListedArticle => {
  const entry = entryAt(listing, position);
  const {words = 0, minutes = 0} = {words: listing.columns.words[position], minutes: listing.columns.minutes[position]};
  const summary = late(() => index().summaries(Int32Array.of(position))[0]);
  return {
    ...entry,
    path: pathAt(listing, position),
    length: {words, minutes},
    state: stateOf(marks, entry),
    summary: () => {
      const known = summary();
      if (known === undefined) throw new Error(`nothing is at ${position}`);
      return known;
    },
  };
};

export const listedArticle = (article: Article, reference: SafeField, state: ArticleState): ListedArticle => {
  const {title, section, path} = article;
  const day = articleDate(article)?.day;
  return {
    ...{reference, title, path, state, length: readingTime(article), summary: () => article},
    ...(section !== undefined && {section}),
    ...(day !== undefined && {day}),
  };
};
