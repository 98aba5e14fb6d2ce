/** The parts of the manual that belong to no command: exit status, environment, files. */
import {type ManualSection, rows} from './manual.ts';

export const referenceSections: readonly ManualSection[] = [
  {
    title: 'Exit status',
    parts: [
      rows([
        ['0', 'done'],
        ['1', 'nothing found: no such article, an empty list'],
        ['2', 'wrong usage, or a name that fits several articles'],
        ['3', 'done in part: some inputs failed, and stderr says which; with --strict also problems in articles'],
        ['70', 'a bug in newsprint'],
        ['74', 'disk, permission or network'],
      ]),
    ],
  },
  {
    title: 'Environment',
    parts: [
      rows([
        ['NEWSPRINT_LIBRARY', 'folders of articles, with : between them'],
        ['NO_COLOR', 'no colours'],
        ['FORCE_COLOR', 'colours even into a pipe: 1 for 16, 2 for 256, 3 for all'],
        ['COLUMNS', 'columns of the terminal'],
        ['BROWSER', 'what opens addresses'],
        ['VISUAL, EDITOR', 'what opens the file of an article'],
      ]),
    ],
  },
  {
    title: 'Files',
    parts: [
      rows([
        ['$XDG_CONFIG_HOME/newsprint/config.yaml', 'settings: libraries, theme, measure, group, views, keys'],
        ['$XDG_DATA_HOME/newsprint/articles', 'the library, when it holds anything and no other is named'],
        ['$XDG_STATE_HOME/newsprint/state.db', 'what was read and starred; "newsprint state export" writes it as text'],
        ['$XDG_CACHE_HOME/newsprint', 'compiled code, for a quicker start; may be deleted at any time'],
      ]),
    ],
  },
];
