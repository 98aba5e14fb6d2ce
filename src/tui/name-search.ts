/** Finds who and what is named where without holding up the keys: reading a large library for it takes seconds. */
import {setImmediate as nextTurn} from 'node:timers/promises';
import type {Article} from '../core/article.ts';
import {type Library, visibleArticles} from '../core/library.ts';
import {createNameIndex} from '../core/names/name-index.ts';
import {mentionsOf, sentencesNaming} from '../core/names.ts';
import type {DossierName, NamingArticle} from './dossier.ts';
import {inSlices} from './slices.ts';

/** More articles than anybody looks through; each takes as long as reading it. */
const mostArticles = 99;

export interface NameSearch {
  /** What the article itself says, at once; then again with how many articles name each. */
  names(article: Article, tell: (found: readonly DossierName[]) => void): Promise<void>;
  naming(key: string): Promise<readonly NamingArticle[]>;
}

export const createNameSearch = (library: Library): NameSearch => {
  const articles = visibleArticles(library.articles, {all: false});
  const index = createNameIndex(articles);
  let prepared: Promise<void> | undefined;
  const prepare = (): Promise<void> => {
    prepared ??= inSlices(index.prepare());
    return prepared;
  };
  return {
    names: async (article, tell) => {
      tell(mentionsOf(article).map(({key, text, count}) => ({key, text, count})));
      await prepare();
      // A hidden article is in no index.
      if (articles.includes(article)) tell(index.namesIn(article));
    },
    naming: async key => {
      await prepare();
      const found: NamingArticle[] = [];
      for (const {article} of index.articlesNaming(key, mostArticles)) {
        found.push({article, sentence: sentencesNaming(article, key)[0]});
        await nextTurn();
      }
      return found;
    },
  };
};
