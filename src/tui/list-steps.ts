/** What the keys of the front page do, and the prompt that searches it. */
import type {Article} from '../core/article.ts';
import {AppError} from '../core/errors.ts';
import {groupings} from '../core/listing/groups.ts';
import {onlyBegun} from '../core/query/as-typed.ts';
import {parseQuery} from '../core/query.ts';
import {field, inline} from '../core/sanitize.ts';
import {openPosition} from './article-steps.ts';
import {layoutOf} from './layout.ts';
import {countOf, loadArticle} from './library.ts';
import {editLine, emptyLine, insert, type Line, lineOf} from './line-editor.ts';
import {isByDate, relist, select, showMatches} from './list.ts';
import {isMarked} from './marks.ts';
import {entryBeyond} from './rows.ts';
import {type ListOrder, type ListQuestion, listOrders, type Notice, type State, type Step} from './state.ts';
import {step, tell, tellError} from './step.ts';
import {type Move, moves} from './viewport.ts';

export const selectedPosition = ({list}: State): number | undefined => list.entries[list.selected];

/** Read from its file, if it was not before. */
export const selectedArticle = (state: State): Article | undefined => {
  const position = selectedPosition(state);
  return position === undefined ? undefined : loadArticle(state.library, position);
};

export const moveSelection = (state: State, move: Move): Step =>
  step(select(state, entryBeyond(state.list, state.list.selected, moves[move](layoutOf(state.size).listHeight))));

export const openSelected = (state: State): Step => {
  const position = selectedPosition(state);
  return position === undefined ? step(state) : openPosition(state, position);
};

const isStandard = ({query, sort, isReversed}: ListQuestion): boolean =>
  query.trim() === '' && (sort === 'date' || sort === 'relevance') && !isReversed;

/** Asks for another list. What shows stays until the answer comes; an answer to an earlier question no longer counts. */
const ask = (state: State, question: Partial<ListQuestion>): Step => {
  const list = {...state.list, ...question, asked: undefined};
  if (isStandard(list)) return step(showMatches({...state, list}, undefined));
  const requestId = state.nextRequest;
  const {query, sort, isReversed} = list;
  return step(
    {...state, list: {...list, asked: requestId}, nextRequest: requestId + 1},
    {type: 'find-articles', question: {query, sort, isReversed}, requestId},
  );
};

/** The same question again, as the library or what is read has changed. */
export const askAgain = (state: State): Step => ask(state, {});

export const onFound = (state: State, requestId: number, positions: Int32Array): Step =>
  state.list.asked === requestId
    ? step(showMatches({...state, list: {...state.list, asked: undefined}}, positions))
    : step(state);

export const onQuestionFailed = (state: State, requestId: number, notice: Notice): Step =>
  state.list.asked === requestId ? step({...state, notice, list: {...state.list, asked: undefined}}) : step(state);

/** The index of the neighbour, round the ends; where the present one is not among them, of the first one's neighbour. */
const turn = <T>(values: readonly T[], present: T, by: 1 | -1): number =>
  (Math.max(0, values.indexOf(present)) + by + values.length) % values.length;

/** What a view chose goes with it. */
const leaveView = (state: State): State => ({
  ...state,
  list: {...state.list, view: undefined, group: state.settings.group},
});

/** Through the sections, and on through the views. */
export const turnSection = (state: State, by: 1 | -1): Step => {
  const {list, views} = state;
  const sections = list.view === undefined ? list.tabs : [undefined];
  const stops = [...sections.map(section => ({section})), ...views.map(view => ({view}))];
  const present = stops.findIndex(stop =>
    'view' in stop ? stop.view.name === list.view : list.view === undefined && stop.section === list.section,
  );
  const next = stops[(Math.max(0, present) + by + stops.length) % stops.length];
  if (next === undefined) return step(state);
  if ('view' in next) {
    const {name, query, sort = 'date', group = state.settings.group} = next.view;
    const chosen: State = {...state, list: {...list, view: name, section: undefined, group}};
    return ask(chosen, {query, sort: orderOf(sort), isReversed: false});
  }
  if (list.view === undefined) return step(relist(state, {section: next.section}));
  const left = leaveView(state);
  return ask({...left, list: {...left.list, section: next.section}}, {query: '', sort: 'date'});
};

const orderOf = (sort: string): ListOrder => listOrders.find(order => order === sort) ?? 'date';

export const turnSort = (state: State): Step => {
  const orders: readonly ListOrder[] = state.list.query === '' ? listOrders : [...listOrders, 'relevance'];
  const sort = orders[turn(orders, state.list.sort, 1)] ?? 'date';
  const hasDays = state.list.group === 'day' && !isByDate({...state.list, sort});
  return ask(tell(state, `sorted by ${sort}${hasDays ? '; by date the days show again' : ''}`), {sort});
};

/** A view that is grouped by itself keeps that for itself; else it is for the whole front page. */
export const turnGroup = (state: State): Step => {
  const {list, settings, views} = state;
  const group = groupings[turn(groupings, list.group, 1)] ?? 'none';
  const isOfView = views.some(view => view.name === list.view && view.group !== undefined);
  const chosen: State = {...state, list: {...list, group}, settings: isOfView ? settings : {...settings, group}};
  if (group === 'none') return step(relist(tell(chosen, 'not grouped')));
  if (group === 'day' && !isByDate(list)) return ask(tell(chosen, 'grouped by day, sorted by date'), {sort: 'date'});
  return step(relist(tell(chosen, `grouped by ${group}`)));
};

export const toggleReverse = (state: State): Step => {
  const isReversed = !state.list.isReversed;
  return ask(tell(state, isReversed ? 'order reversed' : 'usual order'), {isReversed});
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
    const position = entries[index];
    if (position === undefined || position === state.reading?.position) continue;
    if (isMarked(state.marks, position, 'isRead')) continue;
    return state.reading === undefined ? step(select(state, index)) : openPosition(state, position);
  }
  return step(tell(state, 'nothing unread in this list'));
};

export const clearQuery = (state: State): Step => {
  const sort = state.list.sort === 'relevance' ? 'date' : state.list.sort;
  return ask(leaveView({...state, prompt: undefined, notice: undefined}), {query: '', sort});
};

export const openPrompt = (state: State): Step =>
  step({...state, prompt: state.list.query === '' ? emptyLine : lineOf(state.list.query), notice: undefined});

/** In a library larger than this a single letter, which nearly every article has a word with, is not searched for yet. */
const letterLimit = 5000;

/** The list for what is typed so far; a query not finished yet leaves the list as it was and says what is missing. */
const searchFor = (state: State, prompt: Line): Step => {
  const typed: State = {...state, prompt, notice: undefined};
  try {
    const query = parseQuery(prompt.text);
    const isWaiting = countOf(state.library) > letterLimit && onlyBegun(query);
    return isWaiting ? step(typed) : ask(leaveView(typed), {query: prompt.text});
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return step(tellError(typed, error.message.split('\n')[0] ?? ''));
  }
};

/** Keys that leave the prompt or act on the list below it; all others edit. */
const promptKeys: Readonly<Record<string, (state: State) => Step>> = {
  // What was typed may not have been asked yet.
  enter: state => ask({...state, prompt: undefined}, {query: state.prompt?.text ?? ''}),
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
  return edited === undefined ? step(state) : searchFor(state, edited);
};

/** Nobody means to search for more; a whole page pasted by mistake would hold up the list. */
const longestPaste = 1000;

/** A paste goes into the prompt as one line; anywhere else its letters would act as keys, so it is dropped. */
export const paste = (state: State, text: string): Step =>
  state.prompt === undefined ? step(state) : searchFor(state, insert(state.prompt, field(text).slice(0, longestPaste)));
