/** Words for writing steps of the machine. */
import {field} from '../core/sanitize.ts';
import type {Effect, State, Step} from './state.ts';

export const step = (state: State, ...effects: readonly Effect[]): Step => ({state, effects});

export const tell = (state: State, text: string): State => ({...state, notice: {text: field(text), isError: false}});

export const tellError = (state: State, text: string): State => ({
  ...state,
  notice: {text: field(text), isError: true},
});
