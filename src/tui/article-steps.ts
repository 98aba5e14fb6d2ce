/** Opening articles, leaving them, and walking between them. */
import {type Article, problemText} from '../core/article.ts';
import type {ArticlePage} from '../render/article-page.ts';
import {lineOfAnchor} from './anchors.ts';
import {layoutOf} from './layout.ts';
import {selectArticle} from './list.ts';
import {endOfBody, hasCode, pageOf, picksOf} from './page.ts';
import {lineOfPlace, placeOfLine, startPlace} from './place.ts';
import {type ArticleKey, articleKey, type Effect, type Reading, type State, type Step} from './state.ts';
import {step, tell} from './step.ts';
import {clampTop, type Move, moves, scrollTo} from './viewport.ts';

/** An article on screen for so long counts as read. */
export const readAfterMs = 10_000;

export const findArticle = (state: State, key: ArticleKey): Article | undefined =>
  state.library.articles.find(article => articleKey(article) === key);

/** Keeps the place of the article on screen, for when it is opened again. */
const keepPlace = (state: State): State => {
  const {reading} = state;
  if (reading === undefined) return state;
  return {...state, places: new Map(state.places).set(articleKey(reading.article), reading.place)};
};

/** Marks the open article read, unless the reader has already said what it is. */
const markRead = (state: State, {article, isMarkedByHand}: Reading): State => {
  const key = articleKey(article);
  return isMarkedByHand || state.read.has(key) ? state : {...state, read: new Set(state.read).add(key)};
};

/** Marks it read once the end of its text was on screen. */
const noteEnd = (state: State): State => {
  const {reading, size} = state;
  if (reading === undefined) return state;
  const end = endOfBody(pageOf(state, reading.article));
  return reading.top + layoutOf(size).articleHeight >= end ? markRead(state, reading) : state;
};

/** Asks for what is not there yet: the suggestions, the module that colours code. */
const missing = (state: State, article: Article): readonly Effect[] => [
  ...(state.suggestions.has(articleKey(article)) ? [] : [{type: 'find-related', article} as const]),
  ...(state.highlight === undefined && state.settings.theme.level > 0 && hasCode(article)
    ? [{type: 'load-highlighter'} as const]
    : []),
];

const firstProblem = (article: Article): string | undefined => {
  const [problem] = article.problems;
  return problem && `${article.id}: ${problemText(problem)}`;
};

/** Shows an article, at the place where it was left, without touching the history. */
const show = (state: State, article: Article): Step => {
  const left = selectArticle(keepPlace(state), article);
  const requestId = left.nextRequest;
  const opened: State = {
    ...left,
    reading: {
      article,
      top: 0,
      place: left.places.get(articleKey(article)) ?? startPlace,
      picked: undefined,
      isMarkedByHand: false,
      requestId,
    },
    panel: undefined,
    notice: undefined,
    nextRequest: requestId + 1,
  };
  const placed = toPlace(opened);
  const problem = firstProblem(article);
  return step(
    problem === undefined ? placed : tell(placed, problem),
    {type: 'wait', ms: readAfterMs, requestId},
    ...missing(placed, article),
  );
};

/** Opens an article and writes it into the history behind the present one. */
export const openArticle = (state: State, article: Article): Step => {
  const {opened, index} = state.history;
  const key = articleKey(article);
  const before = opened.slice(0, index + 1);
  const history = before.at(-1) === key ? before : [...before, key];
  return show({...state, history: {opened: history, index: history.length - 1}}, article);
};

/** Through everything opened, like a browser's back and forward; past what is no longer in the library. */
export const walkHistory = (state: State, by: 1 | -1): Step => {
  const {opened} = state.history;
  for (let index = state.history.index + by; ; index += by) {
    const key = opened[index];
    if (key === undefined) return step(tell(state, by < 0 ? 'nothing was opened before this' : 'nothing further on'));
    const article = findArticle(state, key);
    if (article !== undefined) return show({...state, history: {opened, index}}, article);
  }
};

export const closeArticle = (state: State): Step => step({...keepPlace(state), reading: undefined, notice: undefined});

/** The neighbour in the list as it stands; an article that is not in it has the selected one's neighbours. */
export const openNeighbour = (state: State, by: 1 | -1): Step => {
  const article = state.list.entries[state.list.selected + by];
  return article === undefined
    ? step(tell(state, by > 0 ? 'this is the last article of the list' : 'this is the first article of the list'))
    : openArticle(state, article);
};

const withReading = (state: State, change: Partial<Reading>): State =>
  state.reading === undefined ? state : {...state, reading: {...state.reading, ...change}};

const topFor = (state: State, page: ArticlePage, line: number): number =>
  clampTop(line, page.lines.length, layoutOf(state.size).articleHeight);

const scrollToLine = (state: State, line: number): State => {
  if (state.reading === undefined) return state;
  const page = pageOf(state, state.reading.article);
  const top = topFor(state, page, line);
  return noteEnd(withReading(state, {top, place: placeOfLine(page, top)}));
};

/** Scrolls to the place that is kept: after a change that renders the page anew, the same paragraph is at the top. */
export const toPlace = (state: State): State => {
  if (state.reading === undefined) return state;
  const page = pageOf(state, state.reading.article);
  return noteEnd(withReading(state, {top: topFor(state, page, lineOfPlace(page, state.reading.place))}));
};

/** Scrolling lets go of a link that was picked, as it may no longer be on screen. */
export const scroll = (state: State, move: Move): Step => {
  const {reading, size} = state;
  if (reading === undefined) return step(state);
  const moved = scrollToLine(state, reading.top + moves[move](layoutOf(size).articleHeight));
  return step(withReading(moved, {picked: undefined}));
};

/** Picks the next link or suggestion: the first on screen, then from one to the next, scrolling there. */
export const pickLink = (state: State, by: 1 | -1): Step => {
  const {reading, size} = state;
  if (reading === undefined) return step(state);
  const page = pageOf(state, reading.article);
  const picks = picksOf(page);
  if (picks.length === 0) return step(tell(state, 'no links in this article'));
  const height = layoutOf(size).articleHeight;
  const bottom = reading.top + height;
  const fromScreen =
    by > 0
      ? picks.findIndex(pick => pick.firstLine >= reading.top)
      : picks.findLastIndex(pick => pick.firstLine < bottom);
  const index = reading.picked === undefined ? fromScreen : reading.picked + by;
  const pick = picks[index];
  if (pick === undefined) return step(tell(state, by > 0 ? 'no link further down' : 'no link further up'));
  const lines = {first: pick.firstLine, last: pick.lastLine, margin: 2};
  const top = scrollTo(reading.top, height, page.lines.length, lines);
  return step(withReading(scrollToLine(state, top), {picked: index}));
};

/** Scrolls to the heading that a link names. */
const goToAnchor = (state: State, anchor: string): State => {
  if (state.reading === undefined) return state;
  const line = lineOfAnchor(pageOf(state, state.reading.article), anchor);
  return line === undefined ? tell(state, `no heading “${anchor}” in this article`) : scrollToLine(state, line);
};

const openAt = (state: State, article: Article, anchor: string | undefined): Step => {
  const opened = openArticle(state, article);
  return anchor === undefined ? opened : {...opened, state: goToAnchor(opened.state, anchor)};
};

/** Follows what Tab picked. */
export const follow = (state: State): Step => {
  const {reading} = state;
  if (reading === undefined) return step(state);
  const picked = picksOf(pageOf(state, reading.article))[reading.picked ?? -1];
  if (picked === undefined) return step(tell(state, 'Tab picks a link, Enter follows it'));
  const {target} = picked;
  switch (target.kind) {
    case 'article':
      return openAt(state, target.article, target.anchor);
    case 'web':
      return step(state, {type: 'browse', url: target.url});
    case 'anchor':
      return step(goToAnchor(state, target.anchor));
    case 'nowhere':
      return step(tell(state, `${target.address} leads nowhere: no such article`));
    default:
      return target satisfies never;
  }
};

export const readLongEnough = (state: State, requestId: number): State =>
  state.reading?.requestId === requestId ? markRead(state, state.reading) : state;
