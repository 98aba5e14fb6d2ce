/** The reader as a function: a state and an event give the next state and what to do. No I/O, no clock. */
import type {Article} from '../core/article.ts';
import {field} from '../core/sanitize.ts';
import {closeArticle, findArticle, follow, openNeighbour, readLongEnough, walkHistory} from './article-steps.ts';
import {emptyDossier, withNames, withNaming} from './dossier.ts';
import {leave, nextMatch, onCompiled, onFindOn, openFind, pasteInFind, searchAgain, typeInFind} from './find-steps.ts';
import {type Action, actionFor, type Mode} from './keymap.ts';
import {layoutOf, textWidth} from './layout.ts';
import {relist, select} from './list.ts';
import {
  clearQuery,
  moveSelection,
  nextUnread,
  openPrompt,
  openSelected,
  paste,
  selectedArticle,
  toggleHideRead,
  toggleReverse,
  turnSection,
  turnSort,
  typeInPrompt,
} from './list-steps.ts';
import {lacksHighlighter, pickedOf, pickLink, scroll, toPlace} from './page-steps.ts';
import {closePanel, movePanel, openFromPanel, openPanel, typeDigit} from './panel-steps.ts';
import {articleKey, type Effect, type Event, type State, type Step} from './state.ts';
import {step, tell} from './step.ts';
import {helpLines} from './view/help.ts';
import {clampTop, isMove, type Move, moves} from './viewport.ts';

export const modeOf = ({help, panel, reading}: State): Mode => {
  if (help !== undefined) return 'help';
  if (panel !== undefined) return 'panel';
  return reading === undefined ? 'list' : 'article';
};

const currentArticle = (state: State): Article | undefined => state.reading?.article ?? selectedArticle(state);

const scrollHelp = (state: State, move: Move): Step => {
  const {help = 0, size, settings} = state;
  const height = layoutOf(size).articleHeight;
  const total = helpLines(settings.theme, size).length;
  return step({...state, help: clampTop(help + moves[move](height), total, height)});
};

const move: Readonly<Record<Mode, (state: State, by: Move) => Step>> = {
  list: moveSelection,
  article: scroll,
  panel: (state, by) => movePanel(state, by, layoutOf(state.size).articleHeight),
  help: scrollHelp,
};

const toggleRead = (state: State): Step => {
  const article = currentArticle(state);
  if (article === undefined) return step(state);
  const key = articleKey(article);
  const read = new Set(state.read);
  const isRead = !read.delete(key);
  if (isRead) read.add(key);
  const told = tell({...state, read}, isRead ? 'marked read' : 'marked unread');
  if (told.reading !== undefined) return step({...told, reading: {...told.reading, isMarkedByHand: true}});
  // newsboat's habit: marking goes on to the next one.
  return step(isRead ? select(told, state.list.selected + 1) : told);
};

/** The picked link's address, else the source of the article. */
const addressOf = (state: State) => {
  const picked = pickedOf(state)?.target;
  return picked?.kind === 'web' ? picked.url : currentArticle(state)?.source?.url;
};

const browse = (state: State): Step => {
  const url = addressOf(state);
  return url === undefined ? step(tell(state, 'this article names no address')) : step(state, {type: 'browse', url});
};

const copyAddress = (state: State): Step => {
  const text = addressOf(state);
  return text === undefined
    ? step(tell(state, 'this article names no address'))
    : step(state, {type: 'copy', what: 'address', text});
};

/** What was piped in has no file. */
const withFile = (state: State, effect: (article: Article) => Effect): Step => {
  const article = currentArticle(state);
  if (article === undefined) return step(tell(state, 'no article is selected'));
  return article.path === '' ? step(tell(state, 'this article has no file')) : step(state, effect(article));
};

/** Columns that lines of text get longer or shorter by, and the bounds of that. */
const measureStep = 4;
const [shortest, longest] = [24, 160];

/** From what is shown: a measure beyond the window would change nothing for a while. */
const changeMeasure = (state: State, by: 1 | -1): Step => {
  const {settings, size} = state;
  const shown = textWidth(size, settings.measure);
  const measure = Math.max(shortest, Math.min(shown + by * measureStep, longest, textWidth(size, longest)));
  if (measure === shown) return step(tell(state, by > 0 ? 'the window has no room for longer lines' : 'no shorter'));
  return searchAgain(toPlace({...state, settings: {...settings, measure}}));
};

type Handler = (state: State) => Step;

/** What each action does where no mode says otherwise; moves are handled by `move`. */
const actions: Readonly<Record<Exclude<Action, Move>, Handler>> = {
  open: state => (state.panel === undefined ? openSelected(state) : openFromPanel(state)),
  close: state => (state.help === undefined ? closePanel(state) : step({...state, help: undefined})),
  back: closeArticle,
  leave,
  find: openFind,
  'next-match': state => nextMatch(state, 1),
  'previous-match': state => nextMatch(state, -1),
  quit: state => step(state, {type: 'quit'}),
  suspend: state => step(state, {type: 'suspend'}),
  redraw: state => step(state, {type: 'redraw'}),
  'next-article': state => openNeighbour(state, 1),
  'previous-article': state => openNeighbour(state, -1),
  'next-unread': state => nextUnread(state, 1),
  'previous-unread': state => nextUnread(state, -1),
  related: state => openPanel(state, 'related', currentArticle(state)),
  contents: state => openPanel(state, 'contents', currentArticle(state)),
  links: state => openPanel(state, 'links', currentArticle(state)),
  names: state => openPanel(state, 'names', currentArticle(state)),
  'next-link': state => pickLink(state, 1),
  'previous-link': state => pickLink(state, -1),
  follow,
  'history-back': state => walkHistory(state, -1),
  'history-forward': state => walkHistory(state, 1),
  filter: openPrompt,
  clear: clearQuery,
  'next-section': state => turnSection(state, 1),
  'previous-section': state => turnSection(state, -1),
  'toggle-read': toggleRead,
  browse,
  edit: state => withFile(state, article => ({type: 'edit', article})),
  'copy-address': copyAddress,
  'copy-path': state => withFile(state, ({path}) => ({type: 'copy', what: 'path', text: field(path)})),
  wider: state => changeMeasure(state, 1),
  narrower: state => changeMeasure(state, -1),
  sort: turnSort,
  reverse: toggleReverse,
  'hide-read': toggleHideRead,
  help: state => step({...state, help: 0}),
};

const onKey = (state: State, key: string): Step => {
  const {prompt} = state;
  if (prompt !== undefined) return (state.reading === undefined ? typeInPrompt : typeInFind)(state, prompt, key);
  const mode = modeOf(state);
  const quiet: State = {...state, notice: undefined};
  if (mode === 'panel' && /^[0-9]$/.test(key)) return typeDigit(quiet, key);
  const action = actionFor(mode, key);
  if (action === undefined) return step(state);
  return isMove(action) ? move[mode](quiet, action) : actions[action](quiet);
};

const onPaste = (state: State, text: string): Step => {
  if (state.prompt === undefined) return step(state);
  return state.reading === undefined ? paste(state, text) : pasteInFind(state, state.prompt, text);
};

/** The library was read again: what is on screen goes on from the new articles, at the same place. */
const onLibrary = (state: State, {library, resolveLink}: Extract<Event, {type: 'library-loaded'}>): Step => {
  const {reading} = state;
  const loaded = relist({
    ...state,
    library,
    resolveLink,
    suggestions: new Map(),
    dossier: emptyDossier,
    panel: undefined,
  });
  if (reading === undefined) return step(loaded);
  const article = findArticle(loaded, articleKey(reading.article));
  if (article === undefined) return step({...loaded, reading: undefined, prompt: undefined});
  const {state: found, effects} = searchAgain(toPlace({...loaded, reading: {...reading, article, picked: undefined}}));
  return step(found, ...effects, {type: 'find-related', article});
};

/** Above this many articles the preview does not ask what is related: finding out would hold up the keys. */
const previewLimit = 300;

/** The article whose preview shows and tells how much is related to it. */
const previewed = (state: State): Article | undefined =>
  modeOf(state) === 'list' && layoutOf(state.size).previewWidth > 0 && state.library.articles.length <= previewLimit
    ? selectedArticle(state)
    : undefined;

/** Asks what is related to the previewed article when it is another one than before. */
export const askForPreview = (before: State | undefined, {state, effects}: Step): Step => {
  const article = previewed(state);
  const isNew = article !== undefined && article !== (before && previewed(before));
  return isNew && !state.suggestions.has(articleKey(article))
    ? {state, effects: [...effects, {type: 'find-related', article}]}
    : {state, effects};
};

/** Asks for what colours code when the first such code comes into view. */
export const askForHighlighter = (before: State | undefined, {state, effects}: Step): Step =>
  lacksHighlighter(state) && !(before && lacksHighlighter(before))
    ? {state, effects: [...effects, {type: 'load-highlighter'}]}
    : {state, effects};

export const update = (state: State, event: Event): Step =>
  askForHighlighter(state, askForPreview(state, react(state, event)));

const react = (state: State, event: Event): Step => {
  switch (event.type) {
    case 'key':
      return onKey(state, event.key);
    case 'paste':
      return onPaste(state, event.text);
    case 'resized': {
      const resized = toPlace({...state, size: event.size});
      return searchAgain(select(resized, resized.list.selected));
    }
    case 'related-found': {
      const suggestions = new Map(state.suggestions).set(event.key, event.found);
      return step(toPlace({...state, suggestions}));
    }
    case 'names-found':
      return step({...state, dossier: withNames(state.dossier, event.key, event.found)});
    case 'naming-found':
      return step({...state, dossier: withNaming(state.dossier, event.name, event.found)});
    case 'highlighter-loaded':
      return step(toPlace({...state, highlight: event.highlight}));
    case 'find-on':
      return onFindOn(state, event.requestId);
    case 'expression-compiled':
      return onCompiled(state, event.requestId, event.finder);
    case 'read-long-enough':
      return step(readLongEnough(state, event.requestId));
    case 'library-loaded':
      return onLibrary(state, event);
    case 'told':
      return step({...state, notice: event.notice});
    default:
      return event satisfies never;
  }
};
