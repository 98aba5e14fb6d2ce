/** What keys do with feeds: fetch them, subscribe to one, and see how they are. */
import {field, inline, type SafeField} from '../core/sanitize.ts';
import type {FeedList, Feeds} from './feeds.ts';
import {layoutOf} from './layout.ts';
import {editLine, emptyLine, insert, type Line} from './line-editor.ts';
import type {State, Step} from './state.ts';
import {step, tell} from './step.ts';
import {feedLines} from './view/feeds.ts';
import {clampTop, type Move, moves} from './viewport.ts';

const withFeeds = (state: State, change: Partial<Feeds>): State => ({...state, feeds: {...state.feeds, ...change}});

/** One fetch at a time. */
export const fetchFeeds = (state: State): Step =>
  state.feeds.fetching === undefined
    ? step(withFeeds(state, {fetching: field('fetching…')}), {type: 'fetch-feeds'})
    : step(tell(state, 'the feeds are being fetched already'));

/** @param fetching undefined when it is done; then the sheet, where it is open, is of before */
export const onFetchProgressed = (state: State, fetching: SafeField | undefined): Step => {
  const next = withFeeds(state, {fetching});
  return fetching === undefined && state.feeds.top !== undefined ? step(next, {type: 'list-feeds'}) : step(next);
};

export const openFeeds = (state: State): Step => step(withFeeds(state, {top: 0}), {type: 'list-feeds'});

export const closeFeeds = (state: State): Step => step(withFeeds(state, {top: undefined}));

export const onFeedsListed = (state: State, known: FeedList): Step =>
  scrollTo(withFeeds(state, {known}), state.feeds.top);

const scrollTo = (state: State, top: number | undefined): Step => {
  const {feeds, settings, size} = state;
  if (top === undefined) return step(state);
  const total = feedLines(feeds.known, settings, size).length;
  return step(withFeeds(state, {top: clampTop(top, total, layoutOf(size).articleHeight)}));
};

export const scrollFeeds = (state: State, move: Move): Step =>
  scrollTo(state, (state.feeds.top ?? 0) + moves[move](layoutOf(state.size).articleHeight));

export const openFeedPrompt = (state: State): Step => step(withFeeds(state, {prompt: emptyLine}));

const closePrompt = (state: State): State => withFeeds(state, {prompt: undefined});

const subscribe = (state: State): Step => {
  const address = state.feeds.prompt?.text.trim() ?? '';
  const closed = closePrompt(state);
  return address === '' ? step(closed) : step(tell(closed, `asking ${address}…`), {type: 'add-feed', address});
};

const promptKeys: Readonly<Record<string, (state: State) => Step>> = {
  enter: subscribe,
  escape: state => step(closePrompt(state)),
  'ctrl-c': state => step(closePrompt(state)),
  'ctrl-z': state => step(state, {type: 'suspend'}),
  'ctrl-l': state => step(state, {type: 'redraw'}),
};

export const typeAddress = (state: State, prompt: Line, key: string): Step => {
  const act = promptKeys[key];
  if (act !== undefined) return act(state);
  if (key === 'backspace' && prompt.text === '') return step(closePrompt(state));
  const edited = inline(key) === '' ? undefined : editLine(prompt, key);
  return step(edited === undefined ? state : withFeeds(state, {prompt: edited}));
};

export const pasteAddress = (state: State, prompt: Line, text: string): Step =>
  step(withFeeds(state, {prompt: insert(prompt, field(text))}));
