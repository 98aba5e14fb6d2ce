/** Finds what belongs to an article without holding up the keys: reading a large library for it takes a second or two. */
import {setImmediate as nextTurn} from 'node:timers/promises';
import type {Article} from '../core/article.ts';
import type {Library} from '../core/library.ts';
import type {ResolveLink} from '../core/links.ts';
import {createRelatedness} from '../core/related.ts';
import type {Suggestions} from './state.ts';

// Nine in all, so that each has a digit of its own: with ten, 1 would have to wait for a 0.
const relatedCount = 5;
const moreCount = 4;

/** Milliseconds of work between two looks at the keys: below a frame of a 60 Hz screen. */
const sliceMs = 8;

export interface RelatedSearch {
  find(article: Article): Promise<Suggestions>;
}

const inSlices = async (steps: Iterable<void>): Promise<void> => {
  // The frame that asked is drawn first.
  await nextTurn();
  let until = performance.now() + sliceMs;
  for (const _ of steps) {
    if (performance.now() < until) continue;
    await nextTurn();
    until = performance.now() + sliceMs;
  }
};

export const createRelatedSearch = (library: Library, resolveLink: ResolveLink): RelatedSearch => {
  const relatedness = createRelatedness(library, {resolveLink});
  let prepared: Promise<void> | undefined;
  return {
    find: async article => {
      prepared ??= inSlices(relatedness.prepare());
      await prepared;
      const related = relatedness.relatedTo(article, relatedCount);
      const taken = new Set(related.map(entry => entry.article));
      const more = relatedness.moreInSection(article, moreCount + related.length).filter(other => !taken.has(other));
      return {related, more: more.slice(0, moreCount)};
    },
  };
};
