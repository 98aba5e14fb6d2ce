/** Lets marks follow their articles when files were renamed. */
import {existsSync} from 'node:fs';
import {entryAt, hashAt, type Listing} from '../core/listing/listing.ts';
import type {Io} from './command.ts';
import {openState} from './kept-state.ts';
import type {Settings} from './settings.ts';

/** Without a state there is nothing to follow, and nothing is opened. */
export const followRenames = (listing: Listing, settings: Settings, io: Io): void => {
  if (!existsSync(settings.paths.stateFolder)) return;
  const articles = Array.from({length: listing.length}, (_, position) => {
    const {library, id} = entryAt(listing, position);
    return {key: {library, id}, hash: hashAt(listing, position)};
  });
  const state = openState(io, settings);
  try {
    state.reattach(articles);
  } finally {
    state.close();
  }
};
