/**
 * What of an article is compared: its terms, which are its words and its pairs of neighbouring words. Pairs are what makes
 * "open data" more than open and data.
 */
import {type Article, articleDate} from '../article.ts';
import {textOfBody} from '../body-text.ts';
import {longHashOf} from './hash.ts';
import {type Sketch, sketchOf} from './near-duplicates.ts';
import {createTermCounter, type Terms, termWeights} from './term-counter.ts';
import {numberWords} from './word-numbers.ts';

/** A word of the title counts as often as if it stood in the text three times. */
const titleCount = 3;

/** What is known of an article besides its terms. */
export interface TermsHead {
  /** Tells it from all others, see `identityOf`. */
  readonly identity: number;
  /** Empty when unknown. */
  readonly language: string;
  /** Milliseconds since 1970, NaN without a date. */
  readonly time: number;
  /** How many terms its title has. */
  readonly titleTerms: number;
  /** The length of the vector of its terms, each weighing as `termWeights` says. */
  readonly length: number;
}

export interface ArticleTerms extends TermsHead, Terms {
  /** Of the body only: the titles of re-posts differ. */
  readonly sketch: Sketch;
}

/** The same for two readings of one file. */
export const identityOf = ({library, id}: Pick<Article, 'library' | 'id'>): string => `${library}\n${id}`;

export const numericIdentityOf = (article: Pick<Article, 'library' | 'id'>): number => longHashOf(identityOf(article));

/** Without its country, unless that tells of the script. */
export const languageOf = ({lang}: Article): string => (lang ?? '').toLowerCase().replace(/[-_](?!han[st]).*$/, '');

export type ReadTerms = (article: Article) => ArticleTerms;

export const createTermReader = (): ReadTerms => {
  const counter = createTermCounter();
  return article => {
    const title = numberWords(article.title);
    const above = [article.standfirst ?? '', ...article.tags].map(numberWords);
    const body = numberWords(textOfBody(article.body));
    counter.start(title.length + body.length + above.reduce((sum, {length}) => sum + length, 0));
    counter.add(title, titleCount);
    const titleTerms = counter.markTitle();
    for (const sequence of above) counter.add(sequence, 1);
    counter.add(body, 1);
    const terms = counter.finish();
    let squares = 0;
    for (const code of terms.codes) squares += (termWeights[code] ?? 0) ** 2;
    return {
      ...terms,
      identity: numericIdentityOf(article),
      language: languageOf(article),
      time: articleDate(article)?.time ?? Number.NaN,
      titleTerms,
      length: Math.sqrt(squares) || 1,
      sketch: sketchOf(body),
    };
  };
};
