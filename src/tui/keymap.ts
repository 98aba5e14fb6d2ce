/** THE table of keys: dispatch, the hint line, the help screen, the README and the tests read nothing else. */

/** Where a key counts. Prompts take text and are no mode of this table. */
export type Mode = 'list' | 'article' | 'panel' | 'help';

export interface Binding {
  readonly action: string;
  /** Names as `input.ts` gives them: single characters as typed, `ctrl-d`, `shift-tab`, `page-down`, `space`. */
  readonly keys: readonly string[];
  readonly on: readonly Mode[];
  readonly group: 'Move' | 'Read' | 'Go' | 'Find' | 'Mark' | 'Out' | 'View' | 'Help';
  readonly label: string;
  /** For the hint line: keys, a space, what they do. A row without one is not shown there. */
  readonly hint?: string;
  /** Where the hint is shown, if not everywhere that the keys count. */
  readonly hintOn?: readonly Mode[];
}

const everywhere = ['list', 'article', 'panel', 'help'] as const;
const screens = ['list', 'article'] as const;

// biome-ignore format: a table reads best with one row a line
export const keymap = [
  {action: 'down', keys: ['j', 'down'], on: everywhere, group: 'Move', label: 'one line or entry down', hint: 'j/k move', hintOn: ['list', 'panel']},
  {action: 'up', keys: ['k', 'up'], on: everywhere, group: 'Move', label: 'one line or entry up'},
  {action: 'top', keys: ['g', 'home'], on: everywhere, group: 'Move', label: 'to the top'},
  {action: 'bottom', keys: ['G', 'end'], on: everywhere, group: 'Move', label: 'to the end'},
  {action: 'page-down', keys: ['space', 'page-down', 'ctrl-f'], on: everywhere, group: 'Move', label: 'a page down', hint: 'space page', hintOn: ['article', 'help']},
  {action: 'page-up', keys: ['b', 'page-up', 'ctrl-b'], on: everywhere, group: 'Move', label: 'a page up'},
  {action: 'half-page-down', keys: ['ctrl-d'], on: everywhere, group: 'Move', label: 'half a page down'},
  {action: 'half-page-up', keys: ['ctrl-u'], on: everywhere, group: 'Move', label: 'half a page up'},
  {action: 'half-page-down', keys: ['d'], on: ['article', 'help'], group: 'Move', label: 'half a page down'},
  {action: 'half-page-up', keys: ['u'], on: ['article', 'help'], group: 'Move', label: 'half a page up'},

  {action: 'open', keys: ['enter', 'l', 'right'], on: ['list'], group: 'Read', label: 'read the article', hint: 'enter read'},
  {action: 'next-article', keys: ['J'], on: ['article'], group: 'Read', label: 'next article of the list', hint: 'J/K next/previous'},
  {action: 'previous-article', keys: ['K'], on: ['article'], group: 'Read', label: 'previous article of the list'},
  {action: 'next-unread', keys: ['n'], on: ['list'], group: 'Read', label: 'next unread article'},
  {action: 'previous-unread', keys: ['N'], on: ['list'], group: 'Read', label: 'previous unread article'},
  {action: 'back', keys: ['q', 'h', 'left'], on: ['article'], group: 'Read', label: 'back to the list'},
  {action: 'leave', keys: ['escape'], on: ['article'], group: 'Read', label: 'end the find, else back to the list'},
  {action: 'quit', keys: ['q'], on: ['list'], group: 'Read', label: 'leave newsprint'},
  {action: 'quit', keys: ['Q', 'ctrl-c'], on: everywhere, group: 'Read', label: 'leave newsprint, from anywhere'},
  {action: 'suspend', keys: ['ctrl-z'], on: everywhere, group: 'Read', label: 'suspend; fg comes back'},

  {action: 'related', keys: ['r'], on: screens, group: 'Go', label: 'related articles, with the reason', hint: 'r related'},
  {action: 'contents', keys: ['t'], on: ['article'], group: 'Go', label: 'contents: the headings', hint: 't contents'},
  {action: 'links', keys: ['L'], on: ['article'], group: 'Go', label: 'all links of the article, numbered'},
  {action: 'names', keys: ['w'], on: screens, group: 'Go', label: 'who and what is named here, and where else'},
  {action: 'next-link', keys: ['tab'], on: ['article'], group: 'Go', label: 'pick the next link', hint: 'Tab link'},
  {action: 'previous-link', keys: ['shift-tab'], on: ['article'], group: 'Go', label: 'pick the previous link'},
  {action: 'follow', keys: ['enter', 'right', 'l'], on: ['article'], group: 'Go', label: 'follow the picked link'},
  {action: 'history-back', keys: ['[', 'backspace'], on: ['article'], group: 'Go', label: 'back through what was opened'},
  {action: 'history-forward', keys: [']'], on: ['article'], group: 'Go', label: 'forward again'},
  {action: 'open', keys: ['enter', 'right', 'l'], on: ['panel'], group: 'Go', label: 'go to the marked entry; a digit goes to that number', hint: '1–9 go'},
  {action: 'close', keys: ['escape', 'q', 'r', 't', 'L', 'w', 'h', 'left'], on: ['panel'], group: 'Go', label: 'close the panel', hint: 'Esc close'},

  {action: 'filter', keys: ['/'], on: ['list'], group: 'Find', label: 'search as you type', hint: '/ search'},
  {action: 'find', keys: ['/'], on: ['article'], group: 'Find', label: 'find in the article; /…/ is a regular expression', hint: '/ find'},
  {action: 'next-match', keys: ['n'], on: ['article'], group: 'Find', label: 'next match of a find, else next unread article'},
  {action: 'previous-match', keys: ['N'], on: ['article'], group: 'Find', label: 'previous match of a find, else previous unread article'},
  {action: 'clear', keys: ['escape'], on: ['list'], group: 'Find', label: 'clear the search'},
  {action: 'next-section', keys: ['tab'], on: ['list'], group: 'Find', label: 'next section or view', hint: 'Tab section'},
  {action: 'previous-section', keys: ['shift-tab'], on: ['list'], group: 'Find', label: 'previous section or view'},

  {action: 'toggle-read', keys: ['m'], on: screens, group: 'Mark', label: 'mark read or unread'},
  {action: 'toggle-star', keys: ['*'], on: screens, group: 'Mark', label: 'give a star, or take it away'},
  {action: 'mark-all-read', keys: ['A'], on: ['list'], group: 'Mark', label: 'mark all that is shown as read'},
  {action: 'undo', keys: ['U'], on: screens, group: 'Mark', label: 'undo the last marking'},

  {action: 'browse', keys: ['o'], on: screens, group: 'Out', label: 'open the source in the browser', hint: 'o browser'},
  {action: 'edit', keys: ['e'], on: screens, group: 'Out', label: 'open the file in $EDITOR'},
  {action: 'copy-address', keys: ['y'], on: screens, group: 'Out', label: 'copy the address'},
  {action: 'copy-path', keys: ['Y'], on: screens, group: 'Out', label: 'copy the path of the file'},

  {action: 'sort', keys: ['s'], on: ['list'], group: 'View', label: 'sort by the next key', hint: 's sort'},
  {action: 'reverse', keys: ['S'], on: ['list'], group: 'View', label: 'reverse the order'},
  {action: 'group', keys: ['v'], on: ['list'], group: 'View', label: 'group by day, by section, or not'},
  {action: 'hide-read', keys: ['.'], on: ['list'], group: 'View', label: 'hide or show what is read'},
  {action: 'wider', keys: ['+', '='], on: ['article'], group: 'View', label: 'longer lines'},
  {action: 'narrower', keys: ['-'], on: ['article'], group: 'View', label: 'shorter lines'},
  {action: 'redraw', keys: ['ctrl-l'], on: everywhere, group: 'View', label: 'draw the screen again'},

  {action: 'help', keys: ['?'], on: ['list', 'article', 'panel'], group: 'Help', label: 'all keys', hint: '? help'},
  {action: 'close', keys: ['?', 'escape', 'q', 'h', 'left'], on: ['help'], group: 'Help', label: 'close the help', hint: '? close'},
] as const satisfies readonly Binding[];

export type Action = (typeof keymap)[number]['action'];

/** How a key is written for people; keys not listed here are written as they are typed. */
const keyLabels: Readonly<Record<string, string>> = {
  down: '↓',
  up: '↑',
  left: '←',
  right: '→',
  home: 'Home',
  end: 'End',
  'page-down': 'PgDn',
  'page-up': 'PgUp',
  tab: 'Tab',
  'shift-tab': 'Shift-Tab',
  escape: 'Esc',
  backspace: 'Backspace',
};

export const keyLabel = (key: string): string =>
  keyLabels[key] ?? (key.startsWith('ctrl-') ? `^${key.slice(5).toUpperCase()}` : key);

const rows: readonly Binding[] = keymap;

const byMode = (mode: Mode): ReadonlyMap<string, Action> =>
  new Map(rows.filter(row => row.on.includes(mode)).flatMap(row => row.keys.map(key => [key, row.action as Action])));

const dispatch: Readonly<Record<Mode, ReadonlyMap<string, Action>>> = {
  list: byMode('list'),
  article: byMode('article'),
  panel: byMode('panel'),
  help: byMode('help'),
};

/** What a key does in a mode, if anything. */
export const actionFor = (mode: Mode, key: string): Action | undefined => dispatch[mode].get(key);

/** The hint line's entries for a mode, in the table's order: keys and what they do. */
export const hintsFor = (mode: Mode): readonly (readonly [keys: string, does: string])[] =>
  rows.flatMap(({hint, on, hintOn = on}) => {
    if (hint === undefined || !hintOn.includes(mode)) return [];
    const [keys = '', ...does] = hint.split(' ');
    return [[keys, does.join(' ')] as const];
  });
