/** The reading state as commands need it. Loaded late: most runs of `list` don't ask for it. */
import type {SearchContext} from '../core/library-index.ts';
import {entryAt, type Listing} from '../core/listing/listing.ts';
import {type Marks, noMarks} from '../core/marks.ts';
import {openReadingState, type ReadingState} from '../store/reading-state.ts';
import type {Io} from './command.ts';
import {tell} from './report.ts';
import type {Settings} from './settings.ts';

/** @param warn is told of what a person should know; on stderr unless something else has the terminal */
export const openState = (
  io: Io,
  {paths}: Settings,
  warn: (message: string) => void = message => tell(io, message),
): ReadingState => openReadingState({folder: paths.stateFolder, now: () => io.now(), warn});

/** What is read and starred, where `isAsked`; else nobody is asked. */
export const readMarks = (io: Io, settings: Settings, isAsked = true): Marks => {
  if (!isAsked) return noMarks;
  const state = openState(io, settings);
  try {
    return state.marks();
  } finally {
    state.close();
  }
};

/** The marks of the articles of a listing, by their positions. */
export const marksAt = (listing: Listing, marks: Marks): Pick<SearchContext, 'isRead' | 'isStarred'> => ({
  isRead: position => marks.isRead(entryAt(listing, position)),
  isStarred: position => marks.isStarred(entryAt(listing, position)),
});
