/** What leads out of the reader: the browser, the editor, the clipboard. */
import type {Article} from '../core/article.ts';
import {field} from '../core/sanitize.ts';
import {selectedArticle} from './list-steps.ts';
import {pickedOf} from './page-steps.ts';
import type {Effect, State, Step} from './state.ts';
import {step, tell} from './step.ts';

/** The one that is read, else the one that is chosen in the list. */
export const currentArticle = (state: State): Article | undefined => state.reading?.article ?? selectedArticle(state);

/** The picked link's address, else the source of the article. */
const addressOf = (state: State) => {
  const picked = pickedOf(state)?.target;
  return picked?.kind === 'web' ? picked.url : currentArticle(state)?.source?.url;
};

export const browse = (state: State): Step => {
  const url = addressOf(state);
  return url === undefined ? step(tell(state, 'this article names no address')) : step(state, {type: 'browse', url});
};

export const copyAddress = (state: State): Step => {
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

export const edit = (state: State): Step => withFile(state, article => ({type: 'edit', article}));

export const copyPath = (state: State): Step =>
  withFile(state, ({path}) => ({type: 'copy', what: 'path', text: field(path)}));
