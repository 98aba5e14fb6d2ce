/** `newsprint state`: the reading state as lines of JSON, out and in again, here or on another machine. */
import type {Command} from './command.ts';

export const state: Command = {
  name: 'state',
  summary: 'write what was read and starred as lines of JSON, or take such lines in',
  args: [
    {name: 'export|import', isRequired: true, repeats: false, completes: ['export', 'import']},
    {name: 'file', isRequired: false, repeats: false},
  ],
  options: [],
  run: async invocation => {
    const {runState} = await import('./state-transfer.ts');
    return runState(invocation);
  },
};
