/** Lets marks follow their articles when files were renamed. */
import {entryAt, hashAt, type Listing} from '../core/listing/listing.ts';
import type {ReadingState} from '../store/reading-state.ts';

/** Where nothing is marked there is nothing to follow, and nothing is opened. */
export const followRenames = (listing: Listing, state: Pick<ReadingState, 'reattach'>): void => {
  const articles = Array.from({length: listing.length}, (_, position) => {
    const {library, id} = entryAt(listing, position);
    return {key: {library, id}, hash: hashAt(listing, position)};
  });
  state.reattach(articles);
};
