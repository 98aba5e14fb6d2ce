/** What the keys of the front page do, and the prompt that filters it. */
import type {Article} from '../core/article.ts';
import {AppError} from '../core/errors.ts';
import {sortKeys} from '../core/library.ts';
import {field, inline} from '../core/sanitize.ts';
import {openArticle} from './article-steps.ts';
import {layoutOf} from './layout.ts';
import {editLine, emptyLine, insert, type Line, lineOf} from './line-editor.ts';
import {relist, select} from './list.ts';
import {articleKey, type State, type Step} from './state.ts';
import {step, tell, tellError} from './step.ts';
import {type Move, moves} from './viewport.ts';

export const selectedArticle = ({list}: State): Article | undefined => list.entries[list.selected];

export const moveSelection = (state: State, move: Move): Step =>
  step(select(state, state.list.selected + moves[move](layoutOf(state.size).listHeight)));

export const openSelected = (state: State): Step => {
  const article = selectedArticle(state);
  return article === undefined ? step(state) : openArticle(state, article);
};

/** The index of the neighbour, round the ends; where the present one is not among them, of the first one's neighbour. */
const turn = <T>(values: readonly T[], present: T, by: 1 | -1): number =>
  (Math.max(0, values.indexOf(present)) + by + values.length) % values.length;

export const turnSection = (state: State, by: 1 | -1): Step => {
  const sections = state.list.tabs.map(tab => tab.section);
  return step(relist(state, {section: sections[turn(sections, state.list.section, by)]}));
};

export const turnSort = (state: State): Step => {
  const sort = sortKeys[turn(sortKeys, state.list.sort, 1)] ?? state.list.sort;
  return step(tell(relist(state, {sort}), `sorted by ${sort}`));
};

export const toggleReverse = (state: State): Step => {
  const isReversed = !state.list.isReversed;
  return step(tell(relist(state, {isReversed}), isReversed ? 'order reversed' : 'usual order'));
};

export const toggleHideRead = (state: State): Step => {
  const hidesRead = !state.list.hidesRead;
  return step(tell(relist(state, {hidesRead}), hidesRead ? 'read articles are hidden' : 'read articles are shown'));
};

/** Jumps to the next unread entry, round the end; in an article it opens it. */
export const nextUnread = (state: State, by: 1 | -1): Step => {
  const {entries, selected} = state.list;
  const count = entries.length;
  for (let distance = 1; distance <= count; distance++) {
    const index = (selected + by * distance + count * distance) % count;
    const article = entries[index];
    const isOpen = state.reading !== undefined && article === state.reading.article;
    if (article === undefined || isOpen || state.read.has(articleKey(article))) continue;
    return state.reading === undefined ? step(select(state, index)) : openArticle(state, article);
  }
  return step(tell(state, 'nothing unread in this list'));
};

export const clearQuery = (state: State): Step =>
  step(relist({...state, prompt: undefined, notice: undefined}, {query: ''}));

export const openPrompt = (state: State): Step =>
  step({...state, prompt: state.list.query === '' ? emptyLine : lineOf(state.list.query), notice: undefined});

/** The list for what is typed so far; a query not finished yet leaves the list as it was and says what is missing. */
const filterBy = (state: State, prompt: Line): State => {
  const typed: State = {...state, prompt, notice: undefined};
  try {
    return relist(typed, {query: prompt.text});
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return tellError(typed, error.message.split('\n')[0] ?? '');
  }
};

/** Keys that leave the prompt or act on the list below it; all others edit. */
const promptKeys: Readonly<Record<string, (state: State) => Step>> = {
  enter: state => step({...state, prompt: undefined}),
  escape: clearQuery,
  'ctrl-c': clearQuery,
  'ctrl-z': state => step(state, {type: 'suspend'}),
  'ctrl-l': state => step(state, {type: 'redraw'}),
  up: state => moveSelection(state, 'up'),
  down: state => moveSelection(state, 'down'),
  'page-up': state => moveSelection(state, 'page-up'),
  'page-down': state => moveSelection(state, 'page-down'),
};

export const typeInPrompt = (state: State, prompt: Line, key: string): Step => {
  const act = promptKeys[key];
  if (act !== undefined) return act(state);
  // Backspace in an empty prompt leaves it, as in vim and less.
  if (key === 'backspace' && prompt.text === '') return clearQuery(state);
  const edited = inline(key) === '' ? undefined : editLine(prompt, key);
  return step(edited === undefined ? state : filterBy(state, edited));
};

/** Nobody means to search for more; a whole page pasted by mistake would hold up the list. */
const longestPaste = 1000;

/** A paste goes into the prompt as one line; anywhere else its letters would act as keys, so it is dropped. */
export const paste = (state: State, text: string): Step =>
  state.prompt === undefined
    ? step(state)
    : step(filterBy(state, insert(state.prompt, field(text).slice(0, longestPaste))));
