/** A question that is answered with yes or no. */

import {field} from '../core/sanitize.ts';
import type {Io} from './command.ts';

export type Answer = 'yes' | 'no' | 'cannot ask';

/** Asks on the terminal, and only there; anything but yes is no. */
export const confirm = async (question: string, {stdin, stderr}: Io): Promise<Answer> => {
  if (stdin.isTTY !== true) return 'cannot ask';
  stderr.write(`newsprint: ${field(question)} [y/N] `);
  let typed = '';
  for await (const chunk of stdin) {
    typed += String(chunk);
    if (/[\r\n]/.test(typed)) break;
  }
  // A terminal that is at its end writes no line end either.
  if (!/[\r\n]/.test(typed)) stderr.write('\n');
  return /^\s*y(?:es)?\s*$/i.test(typed) ? 'yes' : 'no';
};
