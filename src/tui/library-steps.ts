/** What happens to the library and its marks while one reads: other files, other marks, how far it is taken in. */
import type {SafeField} from '../core/sanitize.ts';
import {emptyDossier} from './dossier.ts';
import {searchAgain} from './find-steps.ts';
import {findPosition, loadArticle} from './library.ts';
import {relist, relistLibrary} from './list.ts';
import {askAgain} from './list-steps.ts';
import {toPlace} from './page-steps.ts';
import type {Event, State, Step} from './state.ts';
import {step, tell} from './step.ts';

/** The library is otherwise than it was: what is on screen goes on from the new articles, at the same place. */
export const onLibrary = (state: State, {library, marks}: Extract<Event, {type: 'library-loaded'}>): Step => {
  const {reading} = state;
  const fresh = {
    library,
    marks,
    viewMatches: new Map(),
    suggestions: new Map(),
    dossier: emptyDossier,
    links: new Map(),
    panel: undefined,
  };
  const asked = askAgain(relistLibrary(state, {...state, ...fresh}));
  if (reading === undefined) return asked;
  const position = findPosition(library, reading.article);
  const article = position === undefined ? undefined : loadArticle(library, position);
  if (article === undefined || position === undefined) {
    return {...asked, state: {...asked.state, reading: undefined, prompt: undefined}};
  }
  const again = {...asked.state, reading: {...reading, article, position, picked: undefined}};
  const {state: found, effects} = searchAgain(toPlace(again));
  return step(found, ...asked.effects, ...effects, {type: 'find-links', article}, {type: 'find-related', article});
};

/** Another newsprint marked something, or U took something back. */
export const onMarks = (state: State, {marks, undone}: Extract<Event, {type: 'marks-changed'}>): Step => {
  const marked = relist({...state, marks});
  if (undone === undefined) return step(marked);
  const what = undone === 1 ? '1 article' : `${undone} articles`;
  return step(tell(marked, undone === 0 ? 'nothing to take back' : `took back the marks of ${what}`));
};

/** When all is taken in, what was asked before is asked again: the answer may have been of a part only. */
export const onProgress = (state: State, progress: SafeField | undefined): Step => {
  if (progress !== undefined) return step({...state, progress});
  return askAgain({...state, progress, suggestions: new Map(), dossier: emptyDossier});
};
