/** What a state asks for by what it shows, whatever led to it: what is related to the previewed article, and colours for code. */
import type {Article} from '../core/article.ts';
import {layoutOf} from './layout.ts';
import {countOf} from './library.ts';
import {selectedArticle} from './list-steps.ts';
import {modeOf} from './mode.ts';
import {lacksHighlighter} from './page-steps.ts';
import {articleKey, type State, type Step} from './state.ts';
import {askForViews} from './view-steps.ts';

/** Above this many articles the preview does not ask what is related: finding out would hold up the keys. */
const previewLimit = 300;

/** The article whose preview shows and tells how much is related to it. */
const previewed = (state: State): Article | undefined =>
  modeOf(state) === 'list' && layoutOf(state.size).previewWidth > 0 && countOf(state.library) <= previewLimit
    ? selectedArticle(state)
    : undefined;

/** When the previewed article is another one than before. */
const askForPreview = (before: State | undefined, {state, effects}: Step): Step => {
  const article = previewed(state);
  const isNew = article !== undefined && article !== (before && previewed(before));
  return isNew && !state.suggestions.has(articleKey(article))
    ? {state, effects: [...effects, {type: 'find-related', article}]}
    : {state, effects};
};

/** When the first code that could be coloured comes into view. */
const askForHighlighter = (before: State | undefined, {state, effects}: Step): Step =>
  lacksHighlighter(state) && !(before && lacksHighlighter(before))
    ? {state, effects: [...effects, {type: 'load-highlighter'}]}
    : {state, effects};

/** @param before undefined at the start */
export const askForMore = (before: State | undefined, made: Step): Step =>
  askForHighlighter(before, askForPreview(before, askForViews(before, made)));
