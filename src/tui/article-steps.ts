/** Opening articles, leaving them, and walking between them. */
import {type Article, problemText} from '../core/article.ts';
import type {LinkTarget} from '../core/links.ts';
import {selectArticle} from './list.ts';
import {jumpToAnchor, markRead, pickedOf, startAtAnchor, toPlace} from './page-steps.ts';
import {pageStart} from './page-window.ts';
import {type Place, startPlace} from './place.ts';
import {type ArticleKey, articleKey, type Effect, type History, type State, type Step} from './state.ts';
import {step, tell} from './step.ts';

/** An article on screen for so long counts as read. */
export const readAfterMs = 10_000;

export const findArticle = (state: State, key: ArticleKey): Article | undefined =>
  state.library.articles.find(article => articleKey(article) === key);

/** Keeps the place of the article on screen, for when it is opened again, or come back to. */
const keepPlace = (state: State): State => {
  const {reading, history} = state;
  if (reading === undefined) return state;
  const key = articleKey(reading.article);
  const entries = history.entries.map((entry, index) =>
    index === history.index && entry.key === key ? {key, place: reading.place} : entry,
  );
  return {...state, places: new Map(state.places).set(key, reading.place), history: {...history, entries}};
};

/** Asks for the suggestions that are not there yet. */
const missing = (state: State, article: Article): readonly Effect[] =>
  state.suggestions.has(articleKey(article)) ? [] : [{type: 'find-related', article}];

const firstProblem = (article: Article): string | undefined => {
  const [problem] = article.problems;
  return problem && `${article.id}: ${problemText(problem)}`;
};

/** Shows an article, at the place where it was left unless told otherwise, without touching the history. */
const show = (state: State, article: Article, place?: Place): Step => {
  const selected = selectArticle(state, article);
  const requestId = selected.nextRequest;
  const opened: State = {
    ...selected,
    reading: {
      article,
      top: pageStart,
      place: place ?? selected.places.get(articleKey(article)) ?? startPlace,
      picked: undefined,
      find: undefined,
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
  const left = keepPlace(state);
  const key = articleKey(article);
  const before = left.history.entries.slice(0, left.history.index + 1);
  const entries = before.at(-1)?.key === key ? before : [...before, {key, place: undefined}];
  return show({...left, history: {entries, index: entries.length - 1}}, article);
};

/** Through everything opened and every jump, like a browser's back and forward; past what is no longer in the library. */
export const walkHistory = (state: State, by: 1 | -1): Step => {
  const left = keepPlace(state);
  const {entries} = left.history;
  for (let index = left.history.index + by; ; index += by) {
    const entry = entries[index];
    if (entry === undefined) return step(tell(state, by < 0 ? 'nothing was opened before this' : 'nothing further on'));
    const article = findArticle(left, entry.key);
    if (article === undefined) continue;
    const history: History = {entries, index};
    return show({...left, history}, article, entry.place);
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

const openAt = (state: State, article: Article, anchor: string | undefined): Step => {
  const opened = openArticle(state, article);
  return anchor === undefined ? opened : {...opened, state: startAtAnchor(opened.state, anchor)};
};

/** Goes where a link leads. */
export const followTarget = (state: State, target: LinkTarget): Step => {
  switch (target.kind) {
    case 'article':
      return openAt(state, target.article, target.anchor);
    case 'web':
      return step(state, {type: 'browse', url: target.url});
    case 'anchor':
      return step(jumpToAnchor(state, target.anchor));
    case 'nowhere':
      return step(tell(state, `${target.address} leads nowhere: no such article`));
    default:
      return target satisfies never;
  }
};

/** Follows what Tab picked. */
export const follow = (state: State): Step => {
  const target = pickedOf(state)?.target;
  return target === undefined ? step(tell(state, 'Tab picks a link, Enter follows it')) : followTarget(state, target);
};

export const readLongEnough = (state: State, requestId: number): State =>
  state.reading?.requestId === requestId ? markRead(state, state.reading) : state;
