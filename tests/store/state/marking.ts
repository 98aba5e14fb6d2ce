/**
 * A program that marks: `mark <folder> <prefix> <count>` marks so many articles read, one at a time, and says each when it is
 * kept; `look <folder>` prints what is kept and then tries to mark one more.
 */
import {writeSync} from 'node:fs';
import {AppError} from '../../../src/core/errors.ts';
import {openReadingState} from '../../../src/store/reading-state.ts';

const [task, folder = '', prefix = '', count = '0'] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);
const state = openReadingState({folder, now: () => new Date(), warn: message => say(`warning: ${message}`)});
const mark = (id: string) => state.change([{key: {library: 'news', id}, isRead: true, hash: '0123abcd'}]);

if (task === 'mark') {
  for (let number = 0; number < Number(count); number++) {
    mark(`${prefix}-${number}`);
    say(`${prefix}-${number}`);
  }
} else {
  say(state.exportLines().trimEnd());
  try {
    mark('more');
    say('kept');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    say(`${error.code}: ${error.message}${error.hint === undefined ? '' : ` (${error.hint})`}`);
  }
}
