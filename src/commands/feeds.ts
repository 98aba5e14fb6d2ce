/** `newsprint feeds`: the feeds that are subscribed to, and how they are; as OPML, out and in again. */
import type {Command} from './command.ts';

export const feeds: Command = {
  name: 'feeds',
  summary: 'the feeds and how their last fetches went; as OPML, out and in again',
  args: [
    {name: 'export|import', isRequired: false, repeats: false, completes: ['export', 'import']},
    {name: 'file', isRequired: false, repeats: false},
  ],
  options: [],
  run: async invocation => {
    const {runFeeds} = await import('./feeds/list.ts');
    return runFeeds(invocation);
  },
};
