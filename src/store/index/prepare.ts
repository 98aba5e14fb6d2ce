/** What of articles goes into the index, worked out before a transaction begins and without the database. */
import type {Article} from '../../core/article.ts';
import type {IndexPart} from './part.ts';

export interface PreparedArticle {
  readonly position: number;
  /** Its body left out. */
  readonly article: Article;
  /** How long its body is, in UTF-16 units. */
  readonly characters: number;
  /** What each part keeps of it. */
  readonly kept: readonly unknown[];
}

/** Of each position, in any order; undefined for a file that can't be read by now. What is left is given up when the caller stops. */
export type Preparation = (positions: readonly number[]) => Iterable<PreparedArticle | undefined>;

export const createPreparer = (
  parts: readonly IndexPart[],
): ((position: number, article: Article) => PreparedArticle) => {
  const readers = parts.map(part => part.createReader());
  return (position, article) => ({
    position,
    article: {...article, body: ''},
    characters: article.body.length,
    kept: readers.map(read => read(article)),
  });
};

/** Each when it is asked for. */
export const prepareInPlace = (
  parts: readonly IndexPart[],
  readArticle: (position: number) => Article | undefined,
): Preparation => {
  const prepare = createPreparer(parts);
  return function* (positions) {
    for (const position of positions) {
      const article = readArticle(position);
      yield article && prepare(position, article);
    }
  };
};
