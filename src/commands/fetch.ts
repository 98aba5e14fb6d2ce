/** `newsprint fetch`: asks the feeds that are subscribed to for what is new. */
import type {Command} from './command.ts';

export const fetch: Command = {
  name: 'fetch',
  summary: 'fetch what is new in the feeds that are subscribed to',
  about: [
    'Feeds are named by their address, their title or a part of one; without a name all are asked, but for those whose servers want to be left alone for now. Where nobody watches only failures are told, so that it can be left to cron: it ends with 3 when some feeds failed, with 74 when all did.',
  ],
  examples: [
    ['newsprint fetch', 'what is new in all feeds'],
    ['newsprint fetch harbour', 'in one of them'],
    ['17 * * * * newsprint fetch', 'every hour, as a line of a crontab'],
  ],
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
