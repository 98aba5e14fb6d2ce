/** `newsprint feeds`: the feeds that are subscribed to, and how they are; as OPML, out and in again. */
import type {Command} from './command.ts';

export const feeds: Command = {
  name: 'feeds',
  summary: 'the feeds and how their last fetches went; as OPML, out and in again',
  about: [
    'export writes the list as OPML, to stdout unless a file is named: addresses without passwords, titles, sections as folders, tags as categories, and what only newsprint knows as attributes of its own. import takes in OPML, and the file "urls" of newsboat; feeds that are subscribed to already stay as they are.',
  ],
  examples: [
    ['newsprint feeds', 'how the last fetches went'],
    ['newsprint feeds export feeds.opml', 'the list for another reader'],
    ['newsprint feeds import ~/.newsboat/urls', 'the list of another reader'],
  ],
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
