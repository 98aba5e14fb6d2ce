/** What belongs to an article, answered from the index: the same answers as those of `core/related.ts`, without reading the library. */
import type {Article} from '../../core/article.ts';
import {createTermReader, languageOf} from '../../core/related/article-terms.ts';
import {type Ranked, type RankedLibrary, rank} from '../../core/related/ranking.ts';
import {createSharedTerms} from '../../core/related/shared-terms.ts';
import {suggest} from '../../core/related/suggestions.ts';
import {createTextRarity, type TextRarity} from '../../core/related/text-rarity.ts';
import type {Relatedness} from '../../core/related.ts';
import type {Database} from '../sqlite.ts';
import {
  type ArticleAtRow,
  createLinkedArticles,
  createLinkFinder,
  type LinkedArticlesOptions,
} from './related/linked-articles.ts';
import {createIndexOpener} from './related/opened-index.ts';
import {createSectionNeighbours} from './related/section-neighbours.ts';

export interface IndexRelatednessOptions extends LinkedArticlesOptions {
  /** With its body: asked for those that are suggested, since what they share stands there. */
  readonly loadArticle: ArticleAtRow;
  /** False: by the texts alone, whatever editors linked. For measuring. */
  readonly useExplicitLinks?: boolean;
}

export interface IndexRelatedness extends Relatedness {
  /** The articles among which its links find their goals. */
  linkedBy(article: Article): readonly Article[];
  /** Rows of the index by how much they are related, without reasons; `relatedTo` without what it costs to say why. */
  rankedRows(article: Article): Iterable<number>;
}

/** Sees what others write to the index at the next question. */
export const createIndexRelatedness = (
  database: Database,
  {folders, recordAt, loadArticle, useExplicitLinks = true}: IndexRelatednessOptions,
): IndexRelatedness => {
  const openNow = createIndexOpener(database);
  /** As it was found at the beginning of an answer. */
  let opened: RankedLibrary | undefined;
  const open = (): RankedLibrary => opened ?? openNow();
  const linkedBy = createLinkFinder(() => open().index, {recordAt});
  const read = createTermReader();
  const choicesOf = createLinkedArticles(database, {folders, recordAt});
  const moreInSection = createSectionNeighbours(database, recordAt);
  let rarity: {readonly of: RankedLibrary; readonly rarityOf: TextRarity} | undefined;
  const rarityIn = (library: RankedLibrary): TextRarity => {
    if (rarity?.of !== library) rarity = {of: library, rarityOf: createTextRarity(library.index)};
    return rarity.rarityOf;
  };
  const terms = createSharedTerms((texts, article) => rarityIn(open())(texts, languageOf(article)));

  /** All reads within see the database as it is at the first. */
  const atOneMoment = <Result>(work: () => Result): Result => {
    database.exec('BEGIN');
    try {
      opened = openNow();
      return work();
    } finally {
      opened = undefined;
      database.exec('COMMIT');
    }
  };

  const ranked = (article: Article, library: RankedLibrary): Iterable<Ranked> =>
    rank(read(article), useExplicitLinks ? choicesOf(article, library.index) : undefined, library);

  return {
    linkedBy,
    // Nothing has to be read before the first question.
    *prepare() {},
    relatedTo: (article, limit) =>
      atOneMoment(() => {
        const library = open();
        const articleAt = (place: number) => loadArticle(library.index.documents.rows[place] ?? 0);
        return suggest(article, ranked(article, library), {limit, terms, articleAt});
      }),
    moreInSection: (article, limit) => atOneMoment(() => moreInSection(article, limit)),
    *rankedRows(article) {
      const library = open();
      for (const {place} of ranked(article, library)) yield library.index.documents.rows[place] ?? 0;
    },
  };
};
