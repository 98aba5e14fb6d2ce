/** What the keys that mark do, and what becomes of every mark. */
import {keyOf} from './keymap.ts';
import {select} from './list.ts';
import {selectedPosition} from './list-steps.ts';
import {changesOf, isMarked, type MarkKind, withMarks} from './marks.ts';
import type {Event, State, Step} from './state.ts';
import {step, tell} from './step.ts';

const markByHand = (state: State, positions: Iterable<number>, kind: MarkKind, isSo: boolean): State => ({
  ...state,
  marks: withMarks(state.marks, positions, kind, isSo),
  handMarks: state.handMarks + 1,
});

/** Marks the open or the selected article otherwise than it is. */
export const toggle = (state: State, kind: MarkKind, labels: readonly [on: string, off: string]): Step => {
  const position = state.reading?.position ?? selectedPosition(state);
  if (position === undefined) return step(state);
  const isSo = !isMarked(state.marks, position, kind);
  const told = markByHand(tell(state, isSo ? labels[0] : labels[1]), [position], kind, isSo);
  if (told.reading !== undefined) {
    return step(kind === 'isRead' ? {...told, reading: {...told.reading, isMarkedByHand: true}} : told);
  }
  // newsboat's habit: marking read goes on to the next one.
  return step(kind === 'isRead' && isSo ? select(told, state.list.selected + 1) : told);
};

/** Everything that the list shows. */
export const markAllRead = (state: State): Step => {
  const unread = state.list.entries.filter(position => !isMarked(state.marks, position, 'isRead'));
  if (unread.length === 0) return step(tell(state, 'all of these are read'));
  const what = unread.length === 1 ? '1 article' : `${unread.length} articles`;
  const undo = keyOf(state.settings.keymap, 'list', 'undo');
  const told = tell(state, `marked ${what} read${undo === undefined ? '' : `; ${undo} takes it back`}`);
  return step(markByHand(told, unread, 'isRead', true));
};

/** What was marked is kept, whoever marked it. */
export const keepMarks = (before: State, event: Event, {state, effects}: Step): Step => {
  const isFromOutside = event.type === 'marks-changed' || event.type === 'library-loaded';
  if (state.marks === before.marks || isFromOutside) return {state, effects};
  const changes = changesOf(before.marks, state.marks);
  const isUndoable = state.handMarks !== before.handMarks;
  return changes.length === 0 ? {state, effects} : {state, effects: [...effects, {type: 'mark', changes, isUndoable}]};
};
