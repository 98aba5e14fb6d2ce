/** What the keys of a panel do: move, open by number, close. What panels there are is in `panels.ts`. */
import type {Article} from '../core/article.ts';
import {pageOf} from './page.ts';
import {panelEntries, panelSpec} from './panels.ts';
import type {Panel, PanelKind, State, Step} from './state.ts';
import {step, tell} from './step.ts';
import {clamp, type Move, moves} from './viewport.ts';

/** Of the contents the heading that one reads under; else the first. */
const firstSelected = (state: State, kind: PanelKind): number => {
  const {reading} = state;
  if (kind !== 'contents' || reading === undefined) return 0;
  const headings = pageOf(state, reading.article).headings();
  return Math.max(
    0,
    headings.findLastIndex(({block}) => block <= reading.top.block),
  );
};

export const openPanel = (state: State, kind: PanelKind, article: Article | undefined): Step => {
  if (article === undefined) return step(tell(state, 'no article is selected'));
  const panel: Panel = {kind, article, selected: firstSelected(state, kind), typed: ''};
  const missing = panelSpec(panel).ask?.(state, panel);
  return step({...state, panel, notice: undefined}, ...(missing === undefined ? [] : [missing]));
};

/** Back to the panel that it was opened from, if there is one. */
export const closePanel = (state: State): Step => step({...state, panel: state.panel?.under});

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
  const entry = panelEntries(state, state.panel)[state.panel.selected];
  return entry === undefined ? step(state) : entry.go({...state, panel: undefined});
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
