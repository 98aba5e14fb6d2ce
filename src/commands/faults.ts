/** What is told once of an index that is not as it should be. */
import type {Fault} from '../store/index/open-library.ts';

export const faultText: Readonly<Record<Fault, string>> = {
  damaged: 'the index was damaged, and was made anew; nothing is lost',
  unwritable: 'the index cannot be kept: the cache folder may not be written, so each run makes it anew',
  'no SQLite': 'there is no SQLite for this platform: each run reads the library whole',
};
