/** Finds what belongs to an article once the keys have rested: whoever holds a key passes articles by. */
import {setTimeout as delay} from 'node:timers/promises';
import type {Article} from '../core/article.ts';
import type {LibraryService} from './services.ts';
import type {Suggestions} from './state.ts';

// Nine in all, so that each has a digit of its own: with ten, 1 would have to wait for a 0.
const counts = {related: 5, more: 4} as const;

/** Milliseconds without a further question before one is looked into. */
const quietMs = 40;
/** So many of the last questions are answered; those before are about articles passed by. */
const answered = 3;

export interface RelatedSearch {
  /** @returns undefined when so much else was asked meanwhile that nobody waits for it */
  find(article: Article): Promise<Suggestions | undefined>;
}

export const createRelatedSearch = (library: Pick<LibraryService, 'belonging'>): RelatedSearch => {
  let questions = 0;
  return {
    find: async article => {
      const question = questions++;
      await delay(quietMs);
      return questions - question > answered ? undefined : library.belonging(article, counts);
    },
  };
};
