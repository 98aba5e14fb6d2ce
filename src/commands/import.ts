/** `newsprint import`: makes articles of the library out of pages, text, feeds and what other programs exported. */
import type {Command} from './command.ts';

/** What `--as` can say; without it the content tells. */
export const importKinds = [
  ...(['html', 'text', 'markdown', 'feed', 'opml', 'pocket', 'instapaper', 'omnivore', 'wallabag', 'readeck'] as const),
  'newsboat',
] as const;

export type ImportKind = (typeof importKinds)[number];

export const importing: Command = {
  name: 'import',
  summary: 'make articles of pages, text, feeds and what other programs exported',
  args: [{name: 'source', isRequired: true, repeats: true}],
  options: [
    {name: 'as', value: 'kind', choices: importKinds, summary: 'what it is, where that is not plain from its content'},
    {
      name: 'into',
      value: 'library',
      summary: 'library to write into, by its name or folder; the first one unless given',
    },
    {name: 'section', value: 'name', summary: 'section of what is imported'},
    {name: 'tag', value: 'name', repeats: true, summary: 'tag for what is imported; may be given several times'},
    {name: 'dry-run', summary: 'show what would be written, and write nothing'},
  ],
  run: async invocation => {
    const {runImport} = await import('./importing/run.ts');
    return runImport(invocation);
  },
};
