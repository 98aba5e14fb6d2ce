/** The state that the reader begins with. */
import type {Article} from '../core/article.ts';
import type {Library} from '../core/library.ts';
import {createLinkResolver} from '../core/links.ts';
import {openArticle} from './article-steps.ts';
import {emptyDossier} from './dossier.ts';
import {type ListChoice, listFor} from './list.ts';
import type {Settings, Size, State, Step} from './state.ts';
import {step, tellError} from './step.ts';
import {askForHighlighter, askForPreview} from './update.ts';

export interface StartOptions {
  readonly library: Library;
  /** Open this one at once; else the front page shows. */
  readonly article: Article | undefined;
  readonly settings: Settings;
  readonly size: Size;
}

const choice: ListChoice = {query: '', section: undefined, sort: 'date', isReversed: false, hidesRead: false};

const tellFailures = (state: State): State => {
  const {failures} = state.library;
  const [first] = failures;
  if (first === undefined) return state;
  const others = failures.length === 1 ? '' : ` and ${failures.length - 1} more`;
  return tellError(state, `cannot read ${first.path}${others}: newsprint doctor says why`);
};

export const startState = ({library, article, settings, size}: StartOptions): Step => {
  const read = new Set<string>();
  const state: State = {
    settings,
    size,
    library,
    resolveLink: createLinkResolver(library),
    list: {...choice, ...listFor(library, choice, {read, now: settings.today}), selected: 0, top: 0},
    reading: undefined,
    panel: undefined,
    help: undefined,
    prompt: undefined,
    notice: undefined,
    history: {entries: [], index: -1},
    places: new Map(),
    read,
    suggestions: new Map(),
    dossier: emptyDossier,
    highlight: undefined,
    nextRequest: 1,
  };
  return article === undefined
    ? askForPreview(undefined, step(tellFailures(state)))
    : askForHighlighter(undefined, openArticle(state, article));
};
