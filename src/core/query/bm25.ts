/**
 * The order of search results in memory: Okapi BM25 as SQLite's FTS5 computes it (`bm25()`, "The bm25() function" in its
 * documentation), so that the index gives the same. k1 is 1.2 and b 0.75; a hit counts with the weight of its column;
 * the length of an article is the number of tokens in all its columns; a term that half of the articles or more have
 * weighs next to nothing.
 */
import {type Article, articleDate} from '../article.ts';
import type {Query} from '../query.ts';
import {type Column, columns, columnTexts, type NamesOf, noNames} from './columns.ts';
import {columnWeights, rankingTerms, type SoughtIn} from './ranking.ts';
import {isOfToken} from './search-text.ts';
import {findSought, type Sought} from './sought.ts';

export interface ScoredArticle {
  readonly article: Article;
  /** The higher the better; 0 where the query has no words to rank by. */
  readonly score: number;
}

export interface RankingOptions {
  /** All articles, hidden ones too: what is rare among them weighs more. */
  readonly among: readonly Article[];
  /** What `name:` looks at. */
  readonly namesOf?: NamesOf;
}

/** The best first; of equals the newest, then by id and library. */
export const rankArticles = (
  {root}: Query,
  articles: readonly Article[],
  {among, namesOf = noNames}: RankingOptions,
): ScoredArticle[] => {
  const scoreOf = root === undefined ? () => 0 : scorer(rankingTerms(root), among, namesOf);
  return articles.map(article => ({article, score: scoreOf(article)})).sort(compareScored);
};

type TextOf = (column: Column) => string;

const scorer = (
  terms: readonly SoughtIn[],
  among: readonly Article[],
  namesOf: NamesOf,
): ((article: Article) => number) => {
  if (terms.length === 0) return () => 0;
  const columnText = columnTexts(namesOf);
  const textOf =
    (article: Article): TextOf =>
    column =>
      columnText(article, column);
  const lengthOf = (article: Article): number =>
    lengthWithoutNames(article, textOf(article)) + countTokens(columnText(article, 'names'));
  const averageLength = sum(among.map(lengthOf)) / among.length;
  const weighed = terms.map(term => ({term, rarity: rarityOf(term, among.map(textOf))}));
  return article => {
    const saturation = k1 * (1 - b + (b * lengthOf(article)) / averageLength);
    const parts = weighed.map(({term, rarity}) => {
      const hits = weightedHits(term, textOf(article));
      return rarity * ((hits * (k1 + 1)) / (hits + saturation));
    });
    // Rounded, so that sums that differ in the order of their parts are equal, as they are to a reader.
    return Number(sum(parts).toFixed(12));
  };
};

const k1 = 1.2;
const b = 0.75;
const leastRarity = 1e-6;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const knownLengths = new WeakMap<Article, number>();

/** Kept for the next search: counting takes longer than looking for a word. */
const lengthWithoutNames = (article: Article, textOf: TextOf): number => {
  const known = knownLengths.get(article);
  if (known !== undefined) return known;
  const length = sum(columns.map(column => (column === 'names' ? 0 : countTokens(textOf(column)))));
  knownLengths.set(article, length);
  return length;
};

const countTokens = (text: string): number => {
  let count = 0;
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    const isToken = isOfToken(text.charCodeAt(at));
    if (isToken && !isInside) count++;
    isInside = isToken;
  }
  return count;
};

const rarityOf = ({sought, columns: within}: SoughtIn, texts: readonly TextOf[]): number => {
  const having = texts.filter(textOf => within.some(column => findSought(sought, textOf(column)) !== -1)).length;
  return Math.max(leastRarity, Math.log((texts.length - having + 0.5) / (having + 0.5)));
};

const weightedHits = ({sought, columns: within}: SoughtIn, textOf: TextOf): number =>
  sum(within.map(column => columnWeights[column] * countHits(sought, textOf(column))));

const countHits = (sought: Sought, text: string): number => {
  let count = 0;
  for (let at = findSought(sought, text); at !== -1; at = findSought(sought, text, at + 1)) count++;
  return count;
};

const compare = <Value extends number | string>(a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0);

const timeOf = (article: Article): number => articleDate(article)?.time ?? Number.NEGATIVE_INFINITY;

const compareScored = (one: ScoredArticle, other: ScoredArticle): number =>
  other.score - one.score ||
  compare(timeOf(other.article), timeOf(one.article)) ||
  compare(one.article.id, other.article.id) ||
  compare(one.article.library, other.article.library);
