/**
 * An index that is made anew when a question finds it damaged. Whether a database is sound shows only where it is read, and
 * to read all of it first would take longer than most questions.
 */
import type {LibraryIndex} from '../../core/library-index.ts';
import {isDamage} from './open.ts';

/** What SQLite notices; or bytes that it does not know to be wrong, but that are neither JSON nor numbers of ours. */
export const tellsOfDamage = (error: unknown): boolean =>
  isDamage(error) || error instanceof SyntaxError || error instanceof RangeError;

/**
 * @param index to ask first
 * @param renew makes another one; called once at most
 */
export const createRepairedIndex = (index: LibraryIndex, renew: () => LibraryIndex): LibraryIndex => {
  let current = index;
  const asked = <Answer>(question: (index: LibraryIndex) => Answer): Answer => {
    try {
      return question(current);
    } catch (error) {
      if (current !== index || !tellsOfDamage(error)) throw error;
      current = renew();
      return question(current);
    }
  };
  return {
    matching: (query, context) => asked(one => one.matching(query, context)),
    ranked: (query, context) => asked(one => one.ranked(query, context)),
    summaries: positions => asked(one => one.summaries(positions)),
    relatedTo: (article, limit) => asked(one => one.relatedTo(article, limit)),
    moreInSection: (article, limit) => asked(one => one.moreInSection(article, limit)),
    prepare: () => asked(one => one.prepare()),
    names: {
      namesIn: position => asked(one => one.names.namesIn(position)),
      articlesNaming: (key, limit) => asked(one => one.names.articlesNaming(key, limit)),
      allNames: wanted => asked(one => one.names.allNames(wanted)),
    },
    linkedBy: article => asked(one => one.linkedBy(article)),
  };
};
