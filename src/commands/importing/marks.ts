/** What other programs knew of the articles that were imported: what was read, what was starred. */
import type {MarkChange} from '../../core/mark-changes.ts';
import type {Io} from '../command.ts';
import {openState} from '../kept-state.ts';
import type {Settings} from '../settings.ts';
import type {Taken} from './intake.ts';

/** @param library the name that the articles' library has in the run */
export const keepMarks = (taken: readonly Taken[], library: string, settings: Settings, io: Io): void => {
  const changes = taken.flatMap(({kind, id, marks}): readonly MarkChange[] => {
    if (kind === 'present' || marks === undefined) return [];
    const {isRead, isStarred} = marks;
    const change = {...(isRead && {isRead}), ...(isStarred && {isStarred})};
    return Object.keys(change).length === 0 ? [] : [{key: {library, id}, ...change}];
  });
  if (changes.length === 0) return;
  const state = openState(io, settings);
  try {
    state.change(changes);
  } finally {
    state.close();
  }
};
