/** What of an article can be searched, as columns: the same for the search in memory and for the index. */
import type {Article} from '../article.ts';
import {shownTextOfBody} from '../body-text.ts';
import type {TermField} from './query-node.ts';
import {searchText, searchTextOfValues} from './search-text.ts';
import type {Extent} from './sought.ts';

/** Names of people and places that an article mentions. */
export type NamesOf = (article: Article) => readonly string[];

export const noNames: NamesOf = () => [];

const textOf: Readonly<Record<Exclude<Column, 'names'>, (article: Article) => string>> = {
  title: ({title}) => searchText(title),
  standfirst: ({standfirst = ''}) => searchText(standfirst),
  body: ({body}) => searchText(shownTextOfBody(body)),
  authors: ({authors}) => searchTextOfValues(authors),
  tags: ({tags}) => searchTextOfValues(tags),
  section: ({section}) => searchTextOfValues(present(section)),
  source: ({source}) => searchTextOfValues(present(source?.name, source?.url)),
  lang: ({lang}) => searchTextOfValues(present(lang)),
};

const present = (...values: readonly (string | undefined)[]): readonly string[] =>
  values.filter(value => value !== undefined);

/** In the order of the index. */
export const columns = [
  'title',
  'standfirst',
  'body',
  'authors',
  'tags',
  'section',
  'source',
  'lang',
  'names',
] as const;

export type Column = (typeof columns)[number];

/** Where a bare word is looked for. */
export const wordColumns = ['title', 'standfirst', 'body', 'authors', 'tags'] as const satisfies readonly Column[];

export interface FieldColumn {
  readonly column: Column;
  readonly extent: Extent;
}

export const fieldColumns: Readonly<Record<TermField, FieldColumn>> = {
  section: {column: 'section', extent: 'whole'},
  tag: {column: 'tags', extent: 'whole'},
  author: {column: 'authors', extent: 'part'},
  source: {column: 'source', extent: 'part'},
  title: {column: 'title', extent: 'part'},
  // A language is also its regions: `lang:pt` is `pt-BR` too.
  lang: {column: 'lang', extent: 'beginning'},
  name: {column: 'names', extent: 'part'},
};

/** Gives a column of an article as text to search in. */
export type ColumnText = (article: Article, column: Column) => string;

const kept = new WeakMap<Article, Partial<Record<Column, string>>>();
const keptNames = new WeakMap<NamesOf, WeakMap<Article, string>>();

const plainColumn = (article: Article, column: Exclude<Column, 'names'>): string => {
  let texts = kept.get(article);
  if (texts === undefined) {
    texts = {};
    kept.set(article, texts);
  }
  texts[column] ??= textOf[column](article);
  return texts[column];
};

/** Each text is made when it is first asked for, and kept as long as its article. */
export const columnTexts = (namesOf: NamesOf): ColumnText => {
  const names = keptNames.get(namesOf) ?? new WeakMap<Article, string>();
  keptNames.set(namesOf, names);
  return (article, column) => {
    if (column !== 'names') return plainColumn(article, column);
    const known = names.get(article);
    if (known !== undefined) return known;
    const made = searchTextOfValues(namesOf(article));
    names.set(article, made);
    return made;
  };
};

/** Makes a column for an index that keeps it itself. */
export const freshColumn = (article: Article, column: Column, namesOf: NamesOf): string =>
  column === 'names' ? searchTextOfValues(namesOf(article)) : textOf[column](article);
