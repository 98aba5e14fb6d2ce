/** Finds what belongs to an article without holding up the keys: reading a large library for it takes a second or two. */
import {setTimeout as delay, setImmediate as nextTurn} from 'node:timers/promises';
import type {Article} from '../core/article.ts';
import type {Library} from '../core/library.ts';
import type {ResolveLink} from '../core/links.ts';
import {identityOf} from '../core/related/article-terms.ts';
import {createRelatedness} from '../core/related.ts';
import {inSlices} from './slices.ts';
import type {Suggestions} from './state.ts';

// Nine in all, so that each has a digit of its own: with ten, 1 would have to wait for a 0.
const relatedCount = 5;
const moreCount = 4;

/** Milliseconds without a further question before one is looked into: whoever holds a key passes articles by. */
const quietMs = 40;
/** So many of the last questions are answered; those before are about articles passed by. */
const answered = 3;

export interface RelatedSearch {
  /** @returns undefined when so much else was asked meanwhile that nobody waits for it */
  find(article: Article): Promise<Suggestions | undefined>;
}

export const createRelatedSearch = (library: Library, resolveLink: ResolveLink): RelatedSearch => {
  const relatedness = createRelatedness(library, {resolveLink});
  let prepared: Promise<void> | undefined;
  let questions = 0;
  return {
    find: async article => {
      const question = questions++;
      await delay(quietMs);
      prepared ??= inSlices(relatedness.prepare());
      await prepared;
      // Also between two answers a key may have been pressed.
      await nextTurn();
      if (questions - question > answered) return undefined;
      const related = relatedness.relatedTo(article, relatedCount);
      const taken = new Set(related.map(entry => identityOf(entry.article)));
      const more = relatedness
        .moreInSection(article, moreCount + related.length)
        .filter(other => !taken.has(identityOf(other)));
      return {related, more: more.slice(0, moreCount)};
    },
  };
};
