/** The index as commands open it: with progress, told of where it is not as it should be, made anew where a question finds it damaged. */
import {AppError} from '../core/errors.ts';
import type {LibraryIndex} from '../core/library-index.ts';
import type {Listing} from '../core/listing/listing.ts';
import {forgetIndex, type LibraryOptions, openLibraryIndex} from '../store/index/open-library.ts';
import {createRepairedIndex} from '../store/index/repaired-index.ts';
import {systemReason} from '../store/system-error.ts';
import type {Io} from './command.ts';
import {faultText} from './faults.ts';
import {withProgress} from './progress.ts';
import {tell} from './report.ts';

export const openSessionIndex = (listing: Listing, cache: LibraryOptions, io: Io): LibraryIndex => {
  const open = (): LibraryIndex => {
    const {index, fault} = withProgress(openLibraryIndex(listing, cache), 'indexing', io);
    if (fault !== undefined) tell(io, faultText[fault]);
    return index;
  };
  return createRepairedIndex(open(), () => {
    forgetDamaged(listing, cache);
    tell(io, faultText.damaged);
    return open();
  });
};

/** @throws {AppError} `io` where the disk does not let it */
const forgetDamaged = ({libraries}: Listing, cache: LibraryOptions): void => {
  try {
    forgetIndex(libraries, cache);
  } catch (error) {
    throw new AppError('io', `the index is damaged, and stays so: ${systemReason(error)}`, {
      hint: `remove what is in ${cache.cacheFolder}`,
    });
  }
};
