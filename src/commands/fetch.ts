/** `newsprint fetch`: asks the feeds that are subscribed to for what is new. */
import type {Command} from './command.ts';

export const fetch: Command = {
  name: 'fetch',
  summary: 'fetch what is new in the feeds that are subscribed to',
  args: [{name: 'feed', isRequired: false, repeats: true}],
  options: [
    {
      name: 'into',
      value: 'library',
      summary: 'library to write into, by its name or folder; the first one unless given',
    },
  ],
  run: async invocation => {
    const {runFetch} = await import('./feeds/fetch.ts');
    return runFetch(invocation);
  },
};
