/** The library in memory: its articles, what could not be read, and how they are ordered and grouped. How one is found is in `find-article.ts`. */
import {type Article, articleDate} from './article.ts';
import {readingTime} from './reading-time.ts';
import type {SafeField} from './sanitize.ts';
import {fold} from './tokens.ts';

/** A file or folder that could not be listed as an article. */
export interface Failure {
  readonly path: SafeField;
  readonly message: SafeField;
}

export interface Library {
  /** All articles, hidden ones too, in no particular order. */
  readonly articles: readonly Article[];
  readonly failures: readonly Failure[];
  /** The folders it was read from, in the order given; absolute. */
  readonly folders: readonly {readonly name: SafeField; readonly path: string}[];
}

interface SortOrder {
  /** What is compared; an article without it comes last, whichever way round. */
  readonly by: (article: Article) => number | string | undefined;
  readonly first: 'lowest' | 'highest';
}

/** Without the quotation mark or bracket that a title begins with. */
const forSorting = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : fold(text).replace(/^[\s"'“”„‘’«»¿¡([…*#]+/, '');

const orders = {
  date: {by: article => articleDate(article)?.time, first: 'highest'},
  published: {by: article => article.published?.time, first: 'highest'},
  updated: {by: article => article.updated?.time, first: 'highest'},
  saved: {by: article => article.saved?.time, first: 'highest'},
  title: {by: article => forSorting(article.title), first: 'lowest'},
  section: {by: article => forSorting(article.section), first: 'lowest'},
  author: {by: article => forSorting(article.authors[0]), first: 'lowest'},
  source: {by: article => forSorting(article.source?.name), first: 'lowest'},
  length: {by: article => readingTime(article).words, first: 'lowest'},
  id: {by: article => article.id, first: 'lowest'},
} as const satisfies Readonly<Record<string, SortOrder>>;

export type SortKey = keyof typeof orders;

/** What a list may be sorted by; the first is the usual one. */
export const sortKeys = Object.keys(orders) as readonly SortKey[];

const compare = <Value extends number | string>(a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * A sorted copy. Articles that have not what is sorted by stay at the end when `reverse` turns the others round. Ties are
 * settled by date, newest first, and then by id and library.
 */
export const sortArticles = (
  articles: readonly Article[],
  key: SortKey = 'date',
  {reverse = false}: {readonly reverse?: boolean} = {},
): Article[] => {
  const {by, first}: SortOrder = orders[key];
  const direction = (first === 'highest') === reverse ? 1 : -1;
  return articles
    .map(article => ({article, value: by(article), time: articleDate(article)?.time ?? Number.NEGATIVE_INFINITY}))
    .sort((a, b) => {
      if (a.value === undefined || b.value === undefined) {
        if (a.value !== b.value) return a.value === undefined ? 1 : -1;
      } else if (a.value !== b.value) {
        return direction * compare(a.value, b.value);
      }
      return (
        compare(b.time, a.time) || compare(a.article.id, b.article.id) || compare(a.article.library, b.article.library)
      );
    })
    .map(({article}) => article);
};

/** The articles that are shown unless hidden ones are asked for. */
export const visibleArticles = (
  articles: readonly Article[],
  {all = false}: {readonly all?: boolean} = {},
): readonly Article[] => (all ? articles : articles.filter(({isHidden}) => !isHidden));

export interface Section {
  readonly name: SafeField;
  readonly count: number;
}

/** The sections of these articles, the fullest first, as a paper puts its main parts in front; equals by name. */
export const sectionsOf = (articles: readonly Article[]): readonly Section[] => {
  const counts = new Map<SafeField, number>();
  for (const {section} of articles) {
    if (section !== undefined) counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({name, count}))
    .sort((a, b) => b.count - a.count || compare(fold(a.name), fold(b.name)) || compare(a.name, b.name));
};

/**
 * The same articles with one spelling a section: where `Politics` is written in front matter and `politics` is a folder,
 * they are one section, spelled as most have it.
 */
export const unifySections = (articles: readonly Article[]): readonly Article[] => {
  const spellings = new Map<string, SafeField>();
  const sections = sectionsOf(articles);
  for (const {name} of sections) {
    if (!spellings.has(fold(name))) spellings.set(fold(name), name);
  }
  if (spellings.size === sections.length) return articles;
  return articles.map(article => {
    const section = article.section === undefined ? undefined : spellings.get(fold(article.section));
    return section === undefined || section === article.section ? article : {...article, section};
  });
};
