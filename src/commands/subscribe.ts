/** `newsprint subscribe`: adds feeds to those that are fetched. */
import type {Command} from './command.ts';

export const subscribe: Command = {
  name: 'subscribe',
  summary: 'subscribe to a feed, by its address or that of a page that names it',
  about: [
    'The address is that of a feed, or of a page that names its feed; https:// may be left out. Feeds are written into feeds.yaml, in the folder of the configuration; "newsprint fetch" brings their articles. To subscribe again, with other options, changes what they say.',
  ],
  examples: [
    ['newsprint subscribe example.org --section World', 'the feed that a site names'],
    ['newsprint subscribe example.org --full-text --keep 90d', 'whole articles, for three months'],
  ],
  args: [{name: 'address', isRequired: true, repeats: true}],
  options: [
    {name: 'title', value: 'name', summary: 'what to call it, in place of what it calls itself'},
    {name: 'section', value: 'name', summary: 'section of its articles'},
    {name: 'tag', value: 'name', repeats: true, summary: 'tag for its articles; may be given several times'},
    {name: 'full-text', summary: 'read each article from its own page, where the feed has a part of it only'},
    {name: 'images', summary: 'fetch the pictures, too, to lie beside the articles'},
    {name: 'keep', value: 'time', summary: 'move articles to the trash after this (90d) if read and not starred'},
  ],
  run: async invocation => {
    const {runSubscribe} = await import('./feeds/subscribe.ts');
    return runSubscribe(invocation);
  },
};
