/** What the views of the configuration find: asked once, and again when the answer may be another one. */
import type {View} from '../core/config.ts';
import {parseQuery} from '../core/query.ts';
import type {SafeField} from '../core/sanitize.ts';
import type {State, Step} from './state.ts';

const dependsOnMarks = ({query}: View): boolean => parseQuery(query).asksForState;

/** The views whose articles are not known, or may be others by now. */
const outdated = (before: State | undefined, after: State): readonly View[] => {
  const isTakenIn = before?.progress !== undefined && after.progress === undefined;
  if (before?.library !== after.library || isTakenIn) return after.views;
  return before.marks === after.marks ? [] : after.views.filter(dependsOnMarks);
};

/** @param before undefined at the start */
export const askForViews = (before: State | undefined, {state, effects}: Step): Step => {
  const views = outdated(before, state);
  return views.length === 0 ? {state, effects} : {state, effects: [...effects, {type: 'find-views', views}]};
};

export const onViewFound = (state: State, view: SafeField, positions: Int32Array): State => ({
  ...state,
  viewMatches: new Map(state.viewMatches).set(view, positions),
});
