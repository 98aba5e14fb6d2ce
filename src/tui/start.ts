/** The state that the reader begins with. */
import type {View} from '../core/config.ts';
import {openPosition} from './article-steps.ts';
import {askForMore} from './asking.ts';
import {emptyDossier} from './dossier.ts';
import {noFeeds} from './feeds.ts';
import type {ReaderLibrary} from './library.ts';
import {listFor} from './list.ts';
import type {ReaderMarks} from './marks.ts';
import type {ListState, Settings, Size, State, Step} from './state.ts';
import {step, tellError} from './step.ts';

export interface StartOptions {
  readonly library: ReaderLibrary;
  readonly marks: ReaderMarks;
  /** Open this one at once; else the front page shows. */
  readonly position: number | undefined;
  readonly views: readonly View[];
  readonly settings: Settings;
  readonly size: Size;
}

const tellFailures = (state: State): State => {
  const {failures} = state.library.listing;
  const [first] = failures;
  if (first === undefined) return state;
  const others = failures.length === 1 ? '' : ` and ${failures.length - 1} more`;
  return tellError(state, `cannot read ${first.path}${others}: newsprint doctor says why`);
};

const nothingAsked = {
  query: '',
  sort: 'date',
  isReversed: false,
  section: undefined,
  view: undefined,
  hidesRead: false,
  matches: undefined,
  asked: undefined,
} as const satisfies Partial<ListState>;

export const startState = ({library, marks, position, views, settings, size}: StartOptions): Step => {
  const choice = {...nothingAsked, group: settings.group};
  const state: State = {
    settings,
    size,
    library,
    marks,
    progress: undefined,
    links: new Map(),
    views,
    viewMatches: new Map(),
    handMarks: 0,
    list: {...choice, ...listFor({library, marks}, undefined, choice), selected: 0, top: 0},
    reading: undefined,
    panel: undefined,
    feeds: noFeeds,
    help: undefined,
    prompt: undefined,
    notice: undefined,
    history: {entries: [], index: -1},
    places: new Map(),
    suggestions: new Map(),
    dossier: emptyDossier,
    highlight: undefined,
    nextRequest: 1,
  };
  return askForMore(undefined, position === undefined ? step(tellFailures(state)) : openPosition(state, position));
};
