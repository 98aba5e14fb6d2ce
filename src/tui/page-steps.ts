/** Moving about on the page of the open article: scrolling, keeping the place, jumping, picking links. */
import {hasLabelledCode} from '../core/markdown.ts';
import type {ArticlePage, Pick} from '../render/article-page.ts';
import {blockOfAnchor} from './anchors.ts';
import {layoutOf} from './layout.ts';
import {isMarked, withMarks} from './marks.ts';
import {pageOf} from './page.ts';
import {
  advance,
  clampSpot,
  isBefore,
  linesFrom,
  pageEnd,
  pageStart,
  type Spot,
  scrollToTarget,
  spotOfLine,
  type Target,
} from './page-window.ts';
import {placeOf, spotOf} from './place.ts';
import type {Picked, Reading, State, Step} from './state.ts';
import {step, tell} from './step.ts';
import {type Move, moves} from './viewport.ts';

export const withReading = (state: State, change: Partial<Reading>): State =>
  state.reading === undefined ? state : {...state, reading: {...state.reading, ...change}};

/** Marks the open article read, unless the reader has already said what it is. */
export const markRead = (state: State, {position, isMarkedByHand}: Reading): State =>
  isMarkedByHand || isMarked(state.marks, position, 'isRead')
    ? state
    : {...state, marks: withMarks(state.marks, [position], 'isRead', true)};

/** Whether the last line of the text is in the window, or above it. */
const showsEnd = (page: ArticlePage, top: Spot, height: number): boolean => {
  const last = linesFrom(page, top, height).at(-1);
  if (last === undefined || last.block >= page.endOfText) return true;
  if (last.line < (page.blocks[last.block]?.draw().lines.length ?? 0) - 1) return false;
  return page.blocks.slice(last.block + 1, page.endOfText).every(block => block.draw().lines.length === 0);
};

/** Marks it read once the end of its text was on screen. */
const noteEnd = (state: State): State => {
  const {reading, size} = state;
  if (reading === undefined || isMarked(state.marks, reading.position, 'isRead')) return state;
  const page = pageOf(state, reading.article);
  return showsEnd(page, reading.top, layoutOf(size).articleHeight) ? markRead(state, reading) : state;
};

/** Whether code that could be coloured is in the window, and nothing is there yet to colour it. */
export const lacksHighlighter = (state: State): boolean => {
  const {reading, highlight, settings, size} = state;
  if (reading === undefined || highlight !== undefined || settings.theme.level === 0) return false;
  const page = pageOf(state, reading.article);
  const shown = new Set(linesFrom(page, reading.top, layoutOf(size).articleHeight).map(({block}) => block));
  return [...shown].some(block => hasLabelledCode(page.blocks[block]?.raw ?? ''));
};

const scrollToSpot = (state: State, spot: Spot): State => {
  if (state.reading === undefined) return state;
  const page = pageOf(state, state.reading.article);
  const top = clampSpot(page, spot, layoutOf(state.size).articleHeight);
  return noteEnd(withReading(state, {top, place: placeOf(page, top)}));
};

/** Scrolls to the place that is kept: after a change that renders the page anew, the same paragraph is at the top. */
export const toPlace = (state: State): State => {
  if (state.reading === undefined) return state;
  const page = pageOf(state, state.reading.article);
  const top = clampSpot(page, spotOf(page, state.reading.place), layoutOf(state.size).articleHeight);
  return noteEnd(withReading(state, {top}));
};

const spotAfter = (page: ArticlePage, top: Spot, by: number, height: number): Spot => {
  if (by === Number.NEGATIVE_INFINITY) return pageStart;
  return by === Number.POSITIVE_INFINITY ? pageEnd(page, height) : advance(page, top, by);
};

/** Scrolling lets go of a link that was picked, as it may no longer be on screen. */
export const scroll = (state: State, move: Move): Step => {
  const {reading, size} = state;
  if (reading === undefined) return step(state);
  const height = layoutOf(size).articleHeight;
  const spot = spotAfter(pageOf(state, reading.article), reading.top, moves[move](height), height);
  return step(withReading(scrollToSpot(state, spot), {picked: undefined}));
};

/** Scrolls until some lines of a block show, as little as that takes. */
export const reveal = (state: State, target: Target, margin: number): State => {
  const {reading, size} = state;
  if (reading === undefined) return state;
  const page = pageOf(state, reading.article);
  return scrollToSpot(state, scrollToTarget(page, reading.top, layoutOf(size).articleHeight, {target, margin}));
};

const scrollToBlock = (state: State, block: number): State =>
  state.reading === undefined
    ? state
    : withReading(scrollToSpot(state, spotOfLine(pageOf(state, state.reading.article), block, 0)), {picked: undefined});

/** Scrolls to the first line of a block, and notes in the history where one was. */
export const jumpToBlock = (state: State, block: number): State => {
  const {reading, history} = state;
  if (reading === undefined) return state;
  const jumped = scrollToBlock(state, block);
  const {id, library} = reading.article;
  const here = {id, library, place: reading.place};
  const entries = [...history.entries.slice(0, history.index), here, {...here, place: undefined}];
  return {...jumped, history: {entries, index: entries.length - 1}};
};

/** What Tab picked. */
export const pickedOf = (state: State): Pick | undefined => {
  const {reading} = state;
  if (reading?.picked === undefined) return undefined;
  return pageOf(state, reading.article).blocks[reading.picked.block]?.picks()[reading.picked.index];
};

const picksAt = (page: ArticlePage, index: number): readonly Pick[] => {
  const block = page.blocks[index];
  return block?.mayHavePicks() ? block.picks() : [];
};

/** Picks from a spot of the page on, downwards or upwards. */
const nextPick = (page: ArticlePage, from: Picked | undefined, top: Spot, by: 1 | -1): Picked | undefined => {
  const isBeyond = ({block, index}: Picked, pick: Pick): boolean =>
    from === undefined
      ? isBefore(spotOfLine(page, block, pick.firstLine), top) === by < 0
      : block !== from.block || (index - from.index) * by > 0;
  for (let block = from?.block ?? top.block; page.blocks[block] !== undefined; block += by) {
    const picks = [...picksAt(page, block).entries()];
    const found = (by > 0 ? picks : picks.reverse()).find(([index, pick]) => isBeyond({block, index}, pick));
    if (found !== undefined) return {block, index: found[0]};
  }
  return undefined;
};

/** The last link in the window, which Shift-Tab picks first. */
const lastInWindow = (page: ArticlePage, top: Spot, height: number): Picked | undefined => {
  const shown = linesFrom(page, top, height).filter(({line}) => line >= 0);
  for (const {block, line} of shown.reverse()) {
    const index = picksAt(page, block).findLastIndex(pick => pick.firstLine === line);
    if (index !== -1) return {block, index};
  }
  return undefined;
};

/** Picks the next link or suggestion: the first on screen, then from one to the next, scrolling there. */
export const pickLink = (state: State, by: 1 | -1): Step => {
  const {reading, size} = state;
  if (reading === undefined) return step(state);
  const page = pageOf(state, reading.article);
  const {picked: from, top} = reading;
  const shown = from === undefined && by < 0 ? lastInWindow(page, top, layoutOf(size).articleHeight) : undefined;
  const picked = shown ?? nextPick(page, from, top, by);
  const pick = picked && page.blocks[picked.block]?.picks()[picked.index];
  if (picked === undefined || pick === undefined)
    return step(tell(state, by > 0 ? 'no link further down' : 'no link further up'));
  return step(withReading(reveal(state, {block: picked.block, ...pick}, 2), {picked}));
};

const toAnchor =
  (go: (state: State, block: number) => State) =>
  (state: State, anchor: string): State => {
    if (state.reading === undefined) return state;
    const block = blockOfAnchor(pageOf(state, state.reading.article), anchor);
    return block === undefined ? tell(state, `no heading “${anchor}” in this article`) : go(state, block);
  };

/** From a note back to where it is mentioned. */
export const isWayBack = ({isNote, target}: Pick): boolean =>
  isNote === true && target.kind === 'anchor' && target.anchor.startsWith('fnref:');

/** The anchor at the other end of a footnote's link. */
const otherEnd = (anchor: string): string => anchor.replace(/^fn(ref)?:/, (_, back) => (back ? 'fn:' : 'fnref:'));

/** Shows and picks the link that leads back, so that Enter goes there and here again. */
const pickOtherEnd = (state: State, block: number, anchor: string): State => {
  if (state.reading === undefined) return state;
  const picks = picksAt(pageOf(state, state.reading.article), block);
  const wanted = otherEnd(anchor);
  const index = picks.findIndex(({isNote, target}) => isNote && target.kind === 'anchor' && target.anchor === wanted);
  const pick = picks[index];
  return pick === undefined ? state : withReading(reveal(state, {block, ...pick}, 0), {picked: {block, index}});
};

/** Goes to what a link within this article names. */
export const jumpToAnchor = (state: State, anchor: string): State =>
  toAnchor((from, block) => pickOtherEnd(jumpToBlock(from, block), block, anchor))(state, anchor);

/** Begins at what a link from another article names: coming here and going there is one step of the history. */
export const startAtAnchor = toAnchor(scrollToBlock);
