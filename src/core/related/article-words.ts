/** What of an article is compared, and how much each part counts. */
import type {Article} from '../article.ts';
import {textOfBody} from '../body-text.ts';
import {gap} from './vocabulary.ts';

/** A word of the title counts as often as if it stood in the text three times. */
const titleCount = 3;

export interface ArticleWords {
  readonly title: Int32Array;
  /** Without the parts above the body: for telling re-posts, whose titles differ. */
  readonly body: Int32Array;
  /** All parts, each followed by a `gap`, the title repeated. */
  readonly all: Int32Array;
}

const concatenate = (parts: readonly Int32Array[]): Int32Array => {
  const whole = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0)).fill(gap);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** @param read how text becomes numbers, see `vocabulary.ts` */
export const readArticle = (article: Article, read: (text: string) => Int32Array): ArticleWords => {
  const title = read(article.title);
  const body = read(textOfBody(article.body));
  const above = [article.standfirst ?? '', ...article.tags].map(read);
  return {title, body, all: concatenate([...Array<Int32Array>(titleCount).fill(title), ...above, body])};
};
