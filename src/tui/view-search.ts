/**
 * Finds the articles of the views when the keys have rested: one view at a time, so that what is asked meanwhile waits for
 * no more than one of them.
 */
import {setTimeout as delay} from 'node:timers/promises';
import type {View} from '../core/config.ts';
import {AppError} from '../core/errors.ts';
import type {SafeField} from '../core/sanitize.ts';

/** Milliseconds before each view: the keys come first. */
const quietMs = 40;

export interface ViewSearch {
  /** Asks each view once, however often it is asked for before its turn comes. Done when none is left. */
  find(views: readonly View[]): Promise<void>;
}

/**
 * @param ask what a view finds as things are by then
 * @param tell called with each answer, unless the view was asked for again meanwhile
 */
export const createViewSearch = (
  ask: (view: View) => Promise<Int32Array | undefined>,
  tell: (view: SafeField, positions: Int32Array) => void,
): ViewSearch => {
  const waiting = new Map<SafeField, View>();
  let isAtWork = false;

  const answer = async (view: View): Promise<void> => {
    try {
      const positions = await ask(view);
      if (positions !== undefined && !waiting.has(view.name)) tell(view.name, positions);
    } catch (error) {
      // The view itself tells of it when it is opened; its tab has no number.
      if (!(error instanceof AppError)) throw error;
    }
  };

  return {
    find: async views => {
      for (const view of views) waiting.set(view.name, view);
      if (isAtWork) return;
      isAtWork = true;
      try {
        for (;;) {
          await delay(quietMs);
          const [next] = waiting.values();
          if (next === undefined) return;
          waiting.delete(next.name);
          await answer(next);
        }
      } finally {
        isAtWork = false;
      }
    },
  };
};
