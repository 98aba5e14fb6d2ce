/** What the keys of the find in an article do: typing at its prompt, going from match to match, ending it. */
import {AppError} from '../core/errors.ts';
import {type Finder, typedExpression, wordFinder} from '../core/find-text.ts';
import {field, inline} from '../core/sanitize.ts';
import {closeArticle} from './article-steps.ts';
import {type Find, isComplete, type Match, matchesIn, matchFrom, neighbourMatch, searchOn} from './find.ts';
import {editLine, emptyLine, insert, type Line, lineOf} from './line-editor.ts';
import {nextUnread} from './list-steps.ts';
import {pageOf} from './page.ts';
import {reveal, toPlace, withReading} from './page-steps.ts';
import type {State, Step} from './state.ts';
import {step, tell, tellError} from './step.ts';

/** Lines of context around a match that one is led to. */
const context = 5;

const showMatch = (state: State, find: Find, match: Match): State => {
  const {block, pieces} = match;
  const target = {block, firstLine: pieces[0]?.line ?? 0, lastLine: pieces.at(-1)?.line ?? 0};
  return reveal(withReading(state, {find: {...find, current: match}}), target, context);
};

/** Where one is, among the lines of a block. */
const whereOf = (state: State): {block: number; line: number} => {
  const {reading} = state;
  if (reading === undefined) return {block: 0, line: 0};
  const {block, line} = reading.top;
  const {gap} = pageOf(state, reading.article).blocks[block]?.draw() ?? {gap: 0};
  return {block, line: line - gap};
};

/** Where looking begins. */
const startOf = (state: State, {origin}: Find): {block: number; line: number} =>
  whereOf(toPlace(withReading(state, {place: origin})));

/** Round the end only when all is looked through: nobody is led to a match above while others may be below. */
const firstFrom = ({matches}: Find, start: {block: number; line: number}, isDone: boolean): Match | undefined =>
  matchFrom(matches, start) ?? (isDone ? matches[0] : undefined);

/** Looks on; goes to the first match as soon as there is one, unless there is a current one, or was one. */
const goOn = (state: State): Step => {
  const {reading} = state;
  if (reading?.find === undefined) return step(state);
  const page = pageOf(state, reading.article);
  try {
    const find = searchOn(reading.find, page);
    const isDone = isComplete(find, page);
    const next = settle(state, find, isDone);
    if (isDone && find.matches.length === 0 && state.prompt === undefined && find.query !== '')
      return step(tell(next, `nothing here matches ${find.query}`));
    return isDone ? step(next) : step(next, {type: 'find-on', requestId: find.requestId});
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Whoever is still typing goes on from there.
    const left = state.prompt === undefined ? undefined : {...reading.find, finder: undefined, matches: []};
    return step(tellError(withReading(state, {find: left}), error.message));
  }
};

const settle = (state: State, find: Find, isDone: boolean): State => {
  const {kept, current} = find;
  if (current !== undefined) return withReading(state, {find});
  if (kept !== undefined) {
    const again = matchesIn(find, kept.block)[kept.nth];
    // Whoever edits the article may take the match away: then the next one is at hand.
    return withReading(state, {
      find: {...find, current: again ?? (isDone ? firstFrom(find, whereOf(state), isDone) : undefined)},
    });
  }
  const first = find.matches.length === 0 ? undefined : firstFrom(find, startOf(state, find), isDone);
  return first === undefined ? withReading(state, {find}) : showMatch(state, find, first);
};

/** Begins to look for something, from where one was when the prompt was opened. */
const search = (state: State, query: string, finder: Finder | undefined): Step => {
  const {reading} = state;
  if (reading?.find === undefined) return step(state);
  const requestId = state.nextRequest;
  const {origin} = reading.find;
  const first = startOf(state, reading.find).block;
  const find: Find = {query, finder, matches: [], current: undefined, first, searched: 0, origin, requestId};
  const back = toPlace(withReading({...state, nextRequest: requestId + 1}, {find, place: origin}));
  return goOn(back);
};

/** The same find on a page that was drawn anew, without moving. */
export const searchAgain = (state: State): Step => {
  const {reading, nextRequest} = state;
  if (reading?.find?.finder === undefined) return step(state);
  const {current} = reading.find;
  const kept =
    current === undefined
      ? reading.find.kept
      : {block: current.block, nth: matchesIn(reading.find, current.block).indexOf(current)};
  const find: Find = {
    ...reading.find,
    matches: [],
    current: undefined,
    kept,
    first: Math.min(reading.top.block, pageOf(state, reading.article).endOfText - 1),
    searched: 0,
    requestId: nextRequest,
  };
  return goOn(withReading({...state, nextRequest: nextRequest + 1}, {find}));
};

export const openFind = (state: State): Step => {
  const {reading} = state;
  if (reading === undefined) return step(state);
  const find: Find = {
    query: '',
    finder: undefined,
    matches: [],
    current: undefined,
    first: 0,
    searched: 0,
    origin: reading.place,
    requestId: state.nextRequest,
  };
  const prompt = reading.find === undefined ? emptyLine : lineOf(reading.find.query);
  const opened: State = {...state, prompt, notice: undefined, nextRequest: state.nextRequest + 1};
  return typed(withReading(opened, {find}), prompt);
};

export const endFind = (state: State): Step =>
  step(withReading({...state, prompt: undefined, notice: undefined}, {find: undefined}));

/** Esc ends a find, and without one leads back to the list. */
export const leave = (state: State): Step => (state.reading?.find === undefined ? closeArticle(state) : endFind(state));

/** Back to where one was before it. */
const cancel = (state: State): Step => {
  const origin = state.reading?.find?.origin;
  const ended = endFind(state).state;
  return step(origin === undefined ? ended : toPlace(withReading(ended, {place: origin})));
};

/** A regular expression is made when it is finished: before that it would mean something else at every key. */
const typed = (state: State, prompt: Line): Step => {
  const now: State = {...state, prompt, notice: undefined};
  const expression = typedExpression(prompt.text);
  if (expression?.isFinished) return compile(now);
  return search(now, prompt.text, expression === undefined ? wordFinder(prompt.text) : undefined);
};

const compile = (state: State): Step => {
  const query = state.prompt?.text ?? '';
  const expression = typedExpression(query);
  if (expression === undefined) return step(state);
  const waiting = search(state, query, undefined).state;
  const requestId = waiting.reading?.find?.requestId ?? -1;
  return step(waiting, {type: 'compile-expression', source: expression.source, flags: expression.flags, requestId});
};

/** Without a finder the expression is none: whoever types goes on from there, for others the find is over. */
export const onCompiled = (state: State, requestId: number, finder: Finder | undefined): Step => {
  const find = state.reading?.find;
  if (find?.requestId !== requestId) return step(state);
  if (finder !== undefined) return search(state, find.query, finder);
  return state.prompt === undefined ? endFind(state) : step(state);
};

export const onFindOn = (state: State, requestId: number): Step =>
  state.reading?.find?.requestId === requestId ? goOn(state) : step(state);

const confirm = (state: State): Step => {
  const find = state.reading?.find;
  if (find === undefined || find.query.trim() === '') return endFind(state);
  const expression = typedExpression(find.query);
  const made = expression !== undefined && find.finder === undefined ? compile(state) : step(state);
  return {state: {...made.state, prompt: undefined}, effects: made.effects};
};

/** To the next match; without a find, to the next unread article. */
export const nextMatch = (state: State, by: 1 | -1): Step => {
  const find = state.reading?.find;
  if (find === undefined) return nextUnread(state, by);
  if (find.query === '') return step(state);
  const {match, isRound} = neighbourMatch(find, by);
  if (match === undefined) return step(tell(state, `nothing here matches ${find.query}`));
  const shown = showMatch(state, find, match);
  return step(isRound ? tell(shown, by > 0 ? 'from the top again' : 'from the end again') : shown);
};

const promptKeys: Readonly<Record<string, (state: State) => Step>> = {
  enter: confirm,
  escape: cancel,
  'ctrl-c': cancel,
  'ctrl-z': state => step(state, {type: 'suspend'}),
  'ctrl-l': state => step(state, {type: 'redraw'}),
  up: state => nextMatch(state, -1),
  down: state => nextMatch(state, 1),
};

export const typeInFind = (state: State, prompt: Line, key: string): Step => {
  const act = promptKeys[key];
  if (act !== undefined) return act(state);
  if (key === 'backspace' && prompt.text === '') return cancel(state);
  const edited = inline(key) === '' ? undefined : editLine(prompt, key);
  return edited === undefined ? step(state) : typed(state, edited);
};

/** Nobody means to find more. */
const longestPaste = 1000;

export const pasteInFind = (state: State, prompt: Line, text: string): Step =>
  typed(state, insert(prompt, field(text).slice(0, longestPaste)));
