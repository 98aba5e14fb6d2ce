/** The panel of related articles: what belongs to an article and more of its section, numbered through. */
import type {Article} from '../core/article.ts';
import {openArticle} from './article-steps.ts';
import {articleKey, type Panel, type State, type Step} from './state.ts';
import {step, tell} from './step.ts';
import {clamp, type Move, moves} from './viewport.ts';

/** The panel's entries in the order of their numbers, which begin at 1. */
export const panelEntries = (state: State, {article}: Panel): readonly Article[] => {
  const found = state.suggestions.get(articleKey(article));
  if (found === undefined) return [];
  const related = found.related.map(entry => entry.article);
  return [...related, ...found.more.filter(more => !related.includes(more))];
};

export const openPanel = (state: State, article: Article | undefined): Step => {
  if (article === undefined) return step(tell(state, 'no article is selected'));
  const opened: State = {...state, panel: {article, selected: 0, typed: ''}, notice: undefined};
  return state.suggestions.has(articleKey(article)) ? step(opened) : step(opened, {type: 'find-related', article});
};

export const closePanel = (state: State): Step => step({...state, panel: undefined});

const withPanel = (state: State, change: Partial<Panel>): State =>
  state.panel === undefined ? state : {...state, panel: {...state.panel, ...change}};

export const movePanel = (state: State, move: Move, page: number): Step => {
  if (state.panel === undefined) return step(state);
  const last = Math.max(0, panelEntries(state, state.panel).length - 1);
  const selected = clamp(state.panel.selected + moves[move](page), 0, last);
  return step(withPanel(state, {selected, typed: ''}));
};

export const openFromPanel = (state: State): Step => {
  if (state.panel === undefined) return step(state);
  const article = panelEntries(state, state.panel)[state.panel.selected];
  return article === undefined ? step(state) : openArticle(state, article);
};

/** A digit opens its entry as soon as no further digit could name another one; else it is kept, and Enter opens. */
export const typeDigit = (state: State, digit: string): Step => {
  if (state.panel === undefined) return step(state);
  const entries = panelEntries(state, state.panel);
  // Nothing found yet is no reason to say that there is no such number.
  if (entries.length === 0) return step(state);
  const typed = [state.panel.typed + digit, digit].find(digits => isNumberOf(entries, digits));
  if (typed === undefined) return step(tell(withPanel(state, {typed: ''}), `there is no number ${digit}`));
  const number = Number(typed);
  const chosen = withPanel(state, {typed, selected: number - 1});
  return number * 10 <= entries.length ? step(chosen) : openFromPanel(chosen);
};

const isNumberOf = (entries: readonly unknown[], digits: string): boolean =>
  Number(digits) >= 1 && Number(digits) <= entries.length;
