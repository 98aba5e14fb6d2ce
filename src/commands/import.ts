/** `newsprint import`: makes articles of the library out of pages, text, feeds and what other programs exported. */
import type {Command} from './command.ts';
import {importKinds} from './importing/kinds.ts';

export const importing: Command = {
  name: 'import',
  summary: 'make articles of pages, text, feeds and what other programs exported',
  about: [
    'A source is a file, a folder, a pattern in quotes, an address that begins with https://, or - for what comes in on stdin. Its content says what it is; --as is for where it does not.',
    'Pages, text and the entries of feeds become articles, Markdown is kept as it is. An export of Pocket, Instapaper, Omnivore, wallabag, Readeck or newsboat brings its articles, and what was read and starred; where it has addresses only, their pages are fetched. OPML and the file "urls" of newsboat become subscriptions.',
    'What the library has already, by its address or its text, is not written again. A folder of Markdown needs no import: --library reads it where it is.',
  ],
  examples: [
    ['newsprint import ~/Downloads/page.html --section Politics', 'a page that was saved'],
    ['newsprint import https://example.org/news/border-rules', 'a page of the web'],
    ['newsprint import "clippings/**/*.html" --dry-run', 'what many pages would become'],
    ['newsprint import pocket.csv --tag pocket', 'what another service exported'],
    ['xclip -o | newsprint import -', 'text that was copied'],
  ],
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
