/** Opening articles, leaving them, and walking between them. */
import {type Article, problemText} from '../core/article.ts';
import type {LinkTarget} from '../core/links.ts';
import {findPosition, loadArticle} from './library.ts';
import {selectPosition} from './list.ts';
import {jumpToAnchor, markRead, pickedOf, startAtAnchor, toPlace} from './page-steps.ts';
import {pageStart} from './page-window.ts';
import {type Place, startPlace} from './place.ts';
import {articleKey, type Effect, type History, type State, type Step} from './state.ts';
import {step, tell, tellError} from './step.ts';

/** An article on screen for so long counts as read. */
export const readAfterMs = 10_000;

/** Keeps the place of the article on screen, for when it is opened again, or come back to. */
const keepPlace = (state: State): State => {
  const {reading, history} = state;
  if (reading === undefined) return state;
  const key = articleKey(reading.article);
  const entries = history.entries.map((entry, index) =>
    index === history.index && articleKey(entry) === key ? {...entry, place: reading.place} : entry,
  );
  return {...state, places: new Map(state.places).set(key, reading.place), history: {...history, entries}};
};

/** The place that is worth more than this run. */
export const placeToKeep = ({reading}: State): readonly Effect[] =>
  reading === undefined ? [] : [{type: 'keep-place', article: reading.article, place: reading.place}];

/** Asks for the suggestions and links that are not there yet. */
const missing = (state: State, article: Article): readonly Effect[] => [
  ...(state.links.has(articleKey(article)) ? [] : [{type: 'find-links', article} as const]),
  ...(state.suggestions.has(articleKey(article)) ? [] : [{type: 'find-related', article} as const]),
];

const firstProblem = (article: Article): string | undefined => {
  const [problem] = article.problems;
  return problem && `${article.id}: ${problemText(problem)}`;
};

/** Shows an article, at the place where it was left unless told otherwise, without touching the history. */
const show = (state: State, {article, position}: Located, place?: Place): Step => {
  const selected = selectPosition(state, position);
  const requestId = selected.nextRequest;
  const opened: State = {
    ...selected,
    reading: {
      article,
      position,
      top: pageStart,
      place: place ?? selected.places.get(articleKey(article)) ?? state.library.recall(article) ?? startPlace,
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

/** An article that was read, and where it is. */
interface Located {
  readonly article: Article;
  readonly position: number;
}

const isGone = (state: State): Step => step(tellError(state, 'its file is gone'));

/** Opens what is at a position of the library. */
export const openPosition = (state: State, position: number): Step => {
  const article = loadArticle(state.library, position);
  return article === undefined ? isGone(state) : openLocated(state, {article, position});
};

/** Opens an article that something else spoke of, by what it is called. */
export const openArticle = (state: State, article: Pick<Article, 'id' | 'library'>): Step => {
  const position = findPosition(state.library, article);
  return position === undefined ? isGone(state) : openPosition(state, position);
};

/** Writes it into the history behind the present one. */
const openLocated = (state: State, located: Located): Step => {
  const kept = placeToKeep(state);
  const left = keepPlace(state);
  const {id, library} = located.article;
  const before = left.history.entries.slice(0, left.history.index + 1);
  const last = before.at(-1);
  const isLast = last !== undefined && articleKey(last) === articleKey(located.article);
  const entries = isLast ? before : [...before, {id, library, place: undefined}];
  const opened = show({...left, history: {entries, index: entries.length - 1}}, located);
  return {...opened, effects: [...kept, ...opened.effects]};
};

/** Through everything opened and every jump, like a browser's back and forward; past what is no longer in the library. */
export const walkHistory = (state: State, by: 1 | -1): Step => {
  const left = keepPlace(state);
  const {entries} = left.history;
  for (let index = left.history.index + by; ; index += by) {
    const entry = entries[index];
    if (entry === undefined) return step(tell(state, by < 0 ? 'nothing was opened before this' : 'nothing further on'));
    const position = findPosition(left.library, entry);
    const article = position === undefined ? undefined : loadArticle(left.library, position);
    if (article === undefined || position === undefined) continue;
    const history: History = {entries, index};
    const shown = show({...left, history}, {article, position}, entry.place);
    return {...shown, effects: [...placeToKeep(state), ...shown.effects]};
  }
};

export const closeArticle = (state: State): Step =>
  step({...keepPlace(state), reading: undefined, notice: undefined}, ...placeToKeep(state));

/** The neighbour in the list as it stands; an article that is not in it has the selected one's neighbours. */
export const openNeighbour = (state: State, by: 1 | -1): Step => {
  const position = state.list.entries[state.list.selected + by];
  return position === undefined
    ? step(tell(state, by > 0 ? 'this is the last article of the list' : 'this is the first article of the list'))
    : openPosition(state, position);
};

const openAt = (state: State, article: Pick<Article, 'id' | 'library'>, anchor: string | undefined): Step => {
  const opened = openArticle(state, article);
  const isOpen = opened.state.reading !== state.reading;
  return anchor === undefined || !isOpen ? opened : {...opened, state: startAtAnchor(opened.state, anchor)};
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
