/** Plays keys to the reader's state machine, as a person at the keyboard would. */
import type {Article} from '../../src/core/article.ts';
import {createTheme} from '../../src/render/theme.ts';
import {startState} from '../../src/tui/start.ts';
import type {Effect, Event, Size, State, Step} from '../../src/tui/state.ts';
import {update} from '../../src/tui/update.ts';
import {libraryOf} from '../support/articles.ts';

export const settings = {
  theme: createTheme('ansi', 1),
  measure: 72,
  hyperlinks: false,
  today: new Date('2026-11-23T12:00:00Z'),
};

/** The front page over some articles, at 80×24 unless told otherwise. */
export const frontPage = (articles: readonly Article[], size: Size = {columns: 80, rows: 24}): Step =>
  startState({library: libraryOf(...articles), article: undefined, settings, size});

/** Goes on from a step with events; a string is a key. All effects on the way are kept, in order. */
export const play = (from: Step, ...events: readonly (string | Event)[]): Step =>
  events.reduce<Step>(({state, effects}, event) => {
    const next = update(state, typeof event === 'string' ? {type: 'key', key: event} : event);
    return {state: next.state, effects: [...effects, ...next.effects]};
  }, from);

export const effectsOf = <Type extends Effect['type']>({effects}: Step, type: Type) =>
  effects.filter((effect): effect is Extract<Effect, {type: Type}> => effect.type === type);

export const selectedId = ({list}: State): string | undefined => list.entries[list.selected]?.id;
export const shownIds = ({list}: State): readonly string[] => list.entries.map(entry => entry.id);
