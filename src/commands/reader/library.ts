/** The library as the reader walks through it: articles are read when they are shown, and the last of them kept. */
import type {Article} from '../../core/article.ts';
import type {Listing} from '../../core/listing/listing.ts';
import {articleAt} from '../../store/listing/article-at.ts';
import type {ReadingState} from '../../store/reading-state.ts';
import type {ReaderLibrary} from '../../tui/library.ts';
import {recallPlace} from './marks.ts';

/** Articles that are kept: those of a few screens, so that going back and forth reads none again. */
const remembered = 200;

export const createReaderLibrary = (
  listing: Listing,
  loose: Article | undefined,
  state: ReadingState,
): ReaderLibrary => {
  const known = new Map<number, Article | undefined>();
  return {
    listing,
    loose,
    load: position => {
      if (known.has(position)) return known.get(position);
      const article = articleAt(listing, position);
      const [oldest] = known.keys();
      if (known.size >= remembered && oldest !== undefined) known.delete(oldest);
      known.set(position, article);
      return article;
    },
    recall: article => recallPlace(state, article),
  };
};
