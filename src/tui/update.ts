import {closeArticle, follow, openNeighbour, placeToKeep, readLongEnough, walkHistory} from './article-steps.ts';
import {askForMore} from './asking.ts';
import {withNames, withNaming} from './dossier.ts';
import {
  closeFeeds,
  fetchFeeds,
  onFeedsListed,
  onFetchProgressed,
  openFeedPrompt,
  openFeeds,
  pasteAddress,
  scrollFeeds,
  typeAddress,
} from './feed-steps.ts';
import {leave, nextMatch, onCompiled, onFindOn, openFind, pasteInFind, searchAgain, typeInFind} from './find-steps.ts';
import {type Action, actionFor, type Mode} from './keymap.ts';
import {layoutOf, textWidth} from './layout.ts';
import {onLibrary, onMarks, onProgress} from './library-steps.ts';
import {select} from './list.ts';
import {
  clearQuery,
  moveSelection,
  nextUnread,
  onFound,
  onQuestionFailed,
  openPrompt,
  openSelected,
  paste,
  toggleHideRead,
  toggleReverse,
  turnGroup,
  turnSection,
  turnSort,
  typeInPrompt,
} from './list-steps.ts';
import {keepMarks, markAllRead, toggle} from './mark-steps.ts';
import {modeOf} from './mode.ts';
import {browse, copyAddress, copyPath, currentArticle, edit} from './out-steps.ts';
import {pickLink, scroll, toPlace} from './page-steps.ts';
import {closePanel, movePanel, openFromPanel, openPanel, typeDigit} from './panel-steps.ts';
import type {Event, State, Step} from './state.ts';
import {step, tell} from './step.ts';
import {helpLines} from './view/help.ts';
import {onViewFound} from './view-steps.ts';
import {clampTop, isMove, type Move, moves} from './viewport.ts';

const scrollHelp = (state: State, move: Move): Step => {
  const {help = 0, size, settings} = state;
  const height = layoutOf(size).articleHeight;
  const total = helpLines(settings, size).length;
  return step({...state, help: clampTop(help + moves[move](height), total, height)});
};

const move: Readonly<Record<Mode, (state: State, by: Move) => Step>> = {
  list: moveSelection,
  article: scroll,
  panel: (state, by) => movePanel(state, by, layoutOf(state.size).articleHeight),
  feeds: scrollFeeds,
  help: scrollHelp,
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

const quit = (state: State): Step => step(state, ...placeToKeep(state), {type: 'quit'});

type Handler = (state: State) => Step;

/** What lies over the screens; those themselves are left by other actions. */
const closers: Readonly<Record<Mode, Handler>> = {
  list: state => step(state),
  article: state => step(state),
  panel: closePanel,
  feeds: closeFeeds,
  help: state => step({...state, help: undefined}),
};

/** What each action does where no mode says otherwise; moves are handled by `move`. */
const actions: Readonly<Record<Exclude<Action, Move>, Handler>> = {
  open: state => (state.panel === undefined ? openSelected(state) : openFromPanel(state)),
  close: state => closers[modeOf(state)](state),
  back: closeArticle,
  leave,
  find: openFind,
  'next-match': state => nextMatch(state, 1),
  'previous-match': state => nextMatch(state, -1),
  quit,
  'quit-anywhere': quit,
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
  'toggle-read': state => toggle(state, 'isRead', ['marked read', 'marked unread']),
  'toggle-star': state => toggle(state, 'isStarred', ['starred', 'star taken away']),
  'mark-all-read': markAllRead,
  undo: state => step(state, {type: 'undo'}),
  browse,
  edit,
  'copy-address': copyAddress,
  'copy-path': copyPath,
  wider: state => changeMeasure(state, 1),
  narrower: state => changeMeasure(state, -1),
  sort: turnSort,
  reverse: toggleReverse,
  group: turnGroup,
  'hide-read': toggleHideRead,
  fetch: fetchFeeds,
  'add-feed': openFeedPrompt,
  feeds: openFeeds,
  help: state => step({...state, help: 0}),
};

const onKey = (state: State, key: string): Step => {
  const {feeds, prompt} = state;
  if (feeds.prompt !== undefined) return typeAddress(state, feeds.prompt, key);
  if (prompt !== undefined) return (state.reading === undefined ? typeInPrompt : typeInFind)(state, prompt, key);
  const mode = modeOf(state);
  const quiet: State = {...state, notice: undefined};
  if (mode === 'panel' && /^[0-9]$/.test(key)) return typeDigit(quiet, key);
  const action = actionFor(state.settings.keymap, mode, key);
  if (action === undefined) return step(state);
  return isMove(action) ? move[mode](quiet, action) : actions[action](quiet);
};

const onPaste = (state: State, text: string): Step => {
  if (state.feeds.prompt !== undefined) return pasteAddress(state, state.feeds.prompt, text);
  if (state.prompt === undefined) return step(state);
  return state.reading === undefined ? paste(state, text) : pasteInFind(state, state.prompt, text);
};

export const update = (state: State, event: Event): Step =>
  askForMore(state, keepMarks(state, event, react(state, event)));

const react = (state: State, event: Event): Step => {
  switch (event.type) {
    case 'key':
      return onKey(state, event.key);
    case 'paste':
      return onPaste(state, event.text);
    case 'focused':
      return step(state, {type: 'refresh', isThorough: false});
    case 'resized': {
      const resized = toPlace({...state, size: event.size});
      return searchAgain(select(resized, resized.list.selected));
    }
    case 'related-found': {
      const suggestions = new Map(state.suggestions).set(event.key, event.found);
      return step(toPlace({...state, suggestions}));
    }
    case 'links-found': {
      const links = new Map(state.links).set(event.key, event.resolveLink);
      return step(toPlace({...state, links}));
    }
    case 'articles-found':
      return onFound(state, event.requestId, event.positions);
    case 'view-found':
      return step(onViewFound(state, event.view, event.positions));
    case 'question-failed':
      return onQuestionFailed(state, event.requestId, event.notice);
    case 'marks-changed':
      return onMarks(state, event);
    case 'progressed':
      return onProgress(state, event.text);
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
    case 'fetch-progressed':
      return onFetchProgressed(state, event.text);
    case 'feeds-listed':
      return onFeedsListed(state, event.list);
    case 'day-began':
      return step({...state, settings: {...state.settings, today: event.today}});
    case 'told':
      return step({...state, notice: event.notice});
    default:
      return event satisfies never;
  }
};
