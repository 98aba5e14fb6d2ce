/** Asks for lists one at a time: while one is looked for, of all that is asked meanwhile only the last counts. */
import type {FindQuestion} from '../core/library-questions.ts';
import type {LibraryService} from './services.ts';

export interface ArticleSearch {
  /** @returns undefined when something else was asked before it was begun */
  find(question: FindQuestion): Promise<Int32Array | undefined>;
}

export const createArticleSearch = (library: Pick<LibraryService, 'find'>): ArticleSearch => {
  let present: Promise<unknown> = Promise.resolve();
  let latest: FindQuestion | undefined;
  return {
    find: async question => {
      latest = question;
      await present;
      if (latest !== question) return undefined;
      const found = library.find(question);
      present = found.catch(() => undefined);
      return found;
    },
  };
};
