/** The front page's entries: which articles, in which order, and where the selection is. */
import type {Article} from '../core/article.ts';
import {type Library, sectionsOf, sortArticles, visibleArticles} from '../core/library.ts';
import {asTyped} from '../core/query/as-typed.ts';
import {compileQuery, parseQuery} from '../core/query.ts';
import {layoutOf} from './layout.ts';
import {type ArticleKey, articleKey, type ListState, type SectionTab, type State} from './state.ts';
import {clamp, scrollTo} from './viewport.ts';

export type ListChoice = Pick<ListState, 'query' | 'section' | 'sort' | 'isReversed' | 'hidesRead'>;

/**
 * What the query leaves, before a section is chosen.
 * @throws AppError when the query has a mistake
 */
const found = (library: Library, query: string, now: Date): readonly Article[] => {
  const parsed = parseQuery(query);
  const matches = compileQuery(asTyped(parsed), {now});
  return visibleArticles(library.articles, {all: parsed.asksForHidden}).filter(matches);
};

const tabsOf = (articles: readonly Article[]): readonly SectionTab[] => [
  {section: undefined, count: articles.length},
  ...sectionsOf(articles).map(({name, count}) => ({section: name, count})),
];

/**
 * The entries and the masthead's tabs for a choice.
 * @throws AppError when the query has a mistake
 */
export const listFor = (
  library: Library,
  choice: ListChoice,
  {read, now}: {readonly read: ReadonlySet<ArticleKey>; readonly now: Date},
): Pick<ListState, 'entries' | 'tabs'> => {
  const {query, section, sort, isReversed, hidesRead} = choice;
  const articles = found(library, query, now);
  const tabs = tabsOf(articles);
  // A section that the query leaves empty, or that is gone from the library, would hide what is found elsewhere.
  const only = tabs.find(tab => tab.section === section)?.section;
  const shown = articles.filter(
    article => (only === undefined || article.section === only) && !(hidesRead && read.has(articleKey(article))),
  );
  return {entries: sortArticles(shown, sort, {reverse: isReversed}), tabs};
};

/** Moves the selection to an entry and scrolls the list as little as that needs. */
export const select = (state: State, index: number): State => {
  const {list, size} = state;
  const selected = clamp(index, 0, Math.max(0, list.entries.length - 1));
  const top = scrollTo(list.top, layoutOf(size).listHeight, list.entries.length, {first: selected, margin: 1});
  return {...state, list: {...list, selected, top}};
};

const indexOf = (entries: readonly Article[], key: ArticleKey | undefined): number =>
  key === undefined ? -1 : entries.findIndex(article => articleKey(article) === key);

/** Selects an article where the list has it; else leaves the selection. */
export const selectArticle = (state: State, article: Article): State => {
  const index = indexOf(state.list.entries, articleKey(article));
  return index < 0 ? state : select(state, index);
};

/** The first entry of a list, from the selected one on, that is in another list too: its index there, or -1. */
const indexOfSurvivor = ({entries, selected}: ListState, others: readonly Article[]): number => {
  const indices = new Map(others.map((article, i) => [articleKey(article), i]));
  for (const article of entries.slice(selected)) {
    const index = indices.get(articleKey(article));
    if (index !== undefined) return index;
  }
  return -1;
};

/**
 * Makes the entries anew after a choice changed, keeping the selected article selected where it is still there. Where it is
 * not, a search or another section begins at its first entry; anything else goes on at the next one that is left.
 * @throws AppError when the query has a mistake
 */
export const relist = (state: State, choice: Partial<ListChoice> = {}): State => {
  const list = {...state.list, ...choice};
  const made = listFor(state.library, list, {read: state.read, now: state.settings.today});
  const relisted: State = {...state, list: {...list, ...made}};
  const kept = state.list.entries[state.list.selected];
  const index = indexOf(made.entries, kept && articleKey(kept));
  if (index >= 0) return select(relisted, index);
  if ('query' in choice || 'section' in choice) return select(relisted, 0);
  const next = indexOfSurvivor(state.list, made.entries);
  return select(relisted, next >= 0 ? next : list.selected);
};
