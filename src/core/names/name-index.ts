/** Which articles name what: the questions, and their answers from articles in memory. The index on disk answers the same. */
import {type Article, articleDate} from '../article.ts';
import {mentionsOf} from '../names.ts';
import type {SafeField} from '../sanitize.ts';

/** A name with what all articles say of it. */
export interface NameTotal {
  readonly key: string;
  /** As the first article that names it writes it. */
  readonly text: SafeField;
  readonly articles: number;
  readonly mentions: number;
}

/** A name of one article. */
export interface NameInArticle {
  readonly key: string;
  readonly text: SafeField;
  /** How often this article says it. */
  readonly count: number;
  /** How many articles name it. */
  readonly articles: number;
}

export interface NamesWanted {
  /** What a word of the name begins with; a key of several words too. */
  readonly matching?: string;
  /** In at least so many articles. */
  readonly least?: number;
  readonly limit?: number;
}

/** @typeParam Reference what stands for an article: itself in memory, its row on disk */
export interface NameIndex<Reference> {
  /** The most mentioned first. */
  namesIn(article: Reference): readonly NameInArticle[];
  /** The articles that mention it most first, then the newest. */
  articlesNaming(key: string, limit: number): readonly {readonly article: Reference; readonly count: number}[];
  /** The names of most articles first, then the most mentioned. */
  allNames(wanted: NamesWanted): readonly NameTotal[];
}

/** The index in memory; it has to read all articles first. */
export interface NameReading extends NameIndex<Article> {
  /** Reads an article a step, for those who have something else to do between; the answers read what is left themselves. */
  prepare(): Iterable<void>;
}

interface Entry {
  readonly text: SafeField;
  readonly counts: Map<Article, number>;
  mentions: number;
}

const timeOf = (article: Article): number => articleDate(article)?.time ?? Number.NEGATIVE_INFINITY;

const compare = <Value extends number | string>(a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of names: those of most articles first, then the most mentioned. */
export const mostNamedFirst = (a: NameTotal, b: NameTotal): number =>
  b.articles - a.articles || b.mentions - a.mentions || compare(a.key, b.key);

/** @param articles in the order of their rows */
export const createNameIndex = (articles: readonly Article[]): NameReading => {
  const entries = new Map<string, Entry>();
  const inArticles = new Map<Article, readonly {readonly key: string; readonly count: number}[]>();

  const add = (article: Article): void => {
    const mentions = mentionsOf(article);
    inArticles.set(article, mentions);
    for (const {key, text, count} of mentions) {
      const entry = entries.get(key) ?? {text, counts: new Map<Article, number>(), mentions: 0};
      entry.counts.set(article, count);
      entry.mentions += count;
      entries.set(key, entry);
    }
  };

  function* prepare(): Iterable<void> {
    for (const article of articles) {
      if (inArticles.has(article)) continue;
      add(article);
      yield;
    }
  }

  const read = (): ReadonlyMap<string, Entry> => {
    for (const _ of prepare());
    return entries;
  };

  return {
    prepare,
    namesIn: article => {
      const known = read();
      return (inArticles.get(article) ?? [])
        .flatMap(({key, count}) => {
          const entry = known.get(key);
          return entry === undefined ? [] : [{key, text: entry.text, count, articles: entry.counts.size}];
        })
        .sort((a, b) => b.count - a.count || b.articles - a.articles || compare(a.key, b.key));
    },
    articlesNaming: (key, limit) =>
      [...(read().get(key)?.counts ?? [])]
        .map(([article, count]) => ({article, count}))
        .sort((a, b) => b.count - a.count || compare(timeOf(b.article), timeOf(a.article)))
        .slice(0, limit),
    allNames: ({matching = '', least = 1, limit}) =>
      [...read()]
        .filter(([key, {counts}]) => counts.size >= least && ` ${key}`.includes(` ${matching}`))
        .map(([key, {text, counts, mentions}]) => ({key, text, articles: counts.size, mentions}))
        .sort(mostNamedFirst)
        .slice(0, limit),
  };
};
