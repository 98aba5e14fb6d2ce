/** Plays keys to the reader's state machine, as a person at the keyboard would. */
import type {Article} from '../../src/core/article.ts';
import type {View} from '../../src/core/config.ts';
import {createAnswers, type LibraryAnswers} from '../../src/core/library-questions.ts';
import {createLinkResolver} from '../../src/core/links.ts';
import {createTheme} from '../../src/render/theme.ts';
import {standardKeymap} from '../../src/tui/keymap.ts';
import {entryOf, type ReaderLibrary} from '../../src/tui/library.ts';
import {isMarked, type MarkKind, noMarks} from '../../src/tui/marks.ts';
import {startState} from '../../src/tui/start.ts';
import {
  articleKey,
  type Effect,
  type Event,
  type Settings,
  type Size,
  type State,
  type Step,
} from '../../src/tui/state.ts';
import {update} from '../../src/tui/update.ts';
import {listedArticles, listingOf, memoryIndexOf} from '../support/listing.ts';

export const settings: Settings = {
  theme: createTheme('ansi', 1),
  measure: 72,
  hyperlinks: false,
  today: new Date('2026-11-23T12:00:00Z'),
  group: 'none',
  keymap: standardKeymap,
};

const answersOf = new WeakMap<ReaderLibrary, LibraryAnswers>();

/** A library whose articles are in memory. */
export const readerLibraryOf = (...articles: readonly Article[]): ReaderLibrary => {
  const listing = listingOf(...articles);
  const listed = listedArticles(listing, articles);
  const load = (position: number) => listed[position];
  const library: ReaderLibrary = {listing, loose: undefined, load, recall: () => undefined};
  answersOf.set(library, createAnswers(listing, memoryIndexOf(listing, articles), load));
  return library;
};

/** The library is another one by now, and nothing in it is read. */
export const loaded = (...articles: readonly Article[]): Event => {
  const library = readerLibraryOf(...articles);
  return {type: 'library-loaded', library, marks: noMarks(library.listing.length)};
};

/** The front page over some articles, at 80×24 unless told otherwise. */
export const frontPage = (
  articles: readonly Article[],
  size: Size = {columns: 80, rows: 24},
  views: readonly View[] = [],
): Step => {
  const library = readerLibraryOf(...articles);
  const marks = noMarks(library.listing.length);
  return startState({library, marks, position: undefined, views, settings, size});
};

/** What the library answers at once. */
const answerTo = ({library, marks}: State, effect: Effect): readonly Event[] => {
  const answers = answersOf.get(library);
  if (answers === undefined) return [];
  const asked = {now: settings.today, marks: marks.flags};
  switch (effect.type) {
    case 'find-articles': {
      const positions = answers.find({...effect.question, ...asked});
      return [{type: 'articles-found', requestId: effect.requestId, positions}];
    }
    case 'find-views':
      return effect.views.map(({name: view, query}) => {
        const positions = answers.find({query, sort: 'date', isReversed: false, ...asked});
        return {type: 'view-found', view, positions};
      });
    case 'find-links': {
      const folders = library.listing.libraries;
      const resolveLink = createLinkResolver({articles: answers.linkedBy(effect.article), failures: [], folders});
      return [{type: 'links-found', key: articleKey(effect.article), resolveLink}];
    }
    default:
      return [];
  }
};

/**
 * Goes on from a step with events; a string is a key. All effects on the way are kept, in order; lists, views
 * and links that they ask for are answered before the next event.
 */
export const play = (from: Step, ...events: readonly (string | Event)[]): Step =>
  events.reduce<Step>(
    (before, event) => react(before, typeof event === 'string' ? {type: 'key', key: event} : event),
    from,
  );

const react = ({state, effects}: Step, event: Event): Step => {
  const next = update(state, event);
  const after: Step = {state: next.state, effects: [...effects, ...next.effects]};
  const answers = next.effects.flatMap(effect => answerTo(next.state, effect));
  return answers.reduce(react, after);
};

/** The library answers what was asked at the start. */
export const answered = (start: Step): Step =>
  play(start, ...start.effects.flatMap(effect => answerTo(start.state, effect)));

export const effectsOf = <Type extends Effect['type']>({effects}: Step, type: Type) =>
  effects.filter((effect): effect is Extract<Effect, {type: Type}> => effect.type === type);

export const selectedId = ({library, list}: State): string | undefined => {
  const position = list.entries[list.selected];
  return position === undefined ? undefined : entryOf(library, position).id;
};

export const shownIds = ({library, list}: State): readonly string[] =>
  Array.from(list.entries, position => entryOf(library, position).id);

/** Ids of what is marked so. */
export const markedIds = ({library, marks}: State, kind: MarkKind = 'isRead'): readonly string[] =>
  Array.from({length: library.listing.length}, (_, position) => position)
    .filter(position => isMarked(marks, position, kind))
    .map(position => entryOf(library, position).id);
