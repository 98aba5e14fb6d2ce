/** THE table of keys, and what `config.yaml` makes of it: dispatch, the hint line, the help screen, the README and the tests read nothing else. */
import {type KeyChoices, rebind} from '../core/key-bindings.ts';

/** Where a key counts. Prompts take text and are no mode of this table. */
export type Mode = 'list' | 'article' | 'panel' | 'feeds' | 'help';

export interface Binding {
  /** As `config.yaml` names it. */
  readonly action: string;
  /** Names as `input.ts` gives them: single characters as typed, `ctrl-d`, `shift-tab`, `page-down`, `space`. */
  readonly keys: readonly string[];
  /** A terminal in raw mode must not be one that nothing ends. */
  readonly always?: readonly string[];
  /** What opened something closes it too. */
  readonly keysOf?: readonly string[];
  readonly on: readonly Mode[];
  readonly group: 'Move' | 'Read' | 'Go' | 'Find' | 'Mark' | 'Out' | 'View' | 'Feeds' | 'Help';
  readonly label: string;
  /** For the hint line: what it does, after its first key. A row without one is not shown there. */
  readonly hint?: string;
  /** Another action of which the hint tells too. */
  readonly hintWith?: string;
  /** In place of the first key. */
  readonly hintKeys?: string;
  /** Where the hint is shown, if not everywhere that the keys count. */
  readonly hintOn?: readonly Mode[];
}

const everywhere = ['list', 'article', 'panel', 'feeds', 'help'] as const;
const screens = ['list', 'article'] as const;
const sheets = ['feeds', 'help'] as const;

// biome-ignore format: a table reads best with one row a line
export const keyTable = [
  {action: 'down', keys: ['j', 'down'], on: everywhere, group: 'Move', label: 'one line or entry down', hint: 'move', hintWith: 'up', hintOn: ['list', 'panel']},
  {action: 'up', keys: ['k', 'up'], on: everywhere, group: 'Move', label: 'one line or entry up'},
  {action: 'top', keys: ['g', 'home'], on: everywhere, group: 'Move', label: 'to the top'},
  {action: 'bottom', keys: ['G', 'end'], on: everywhere, group: 'Move', label: 'to the end'},
  {action: 'page-down', keys: ['space', 'page-down', 'ctrl-f'], on: everywhere, group: 'Move', label: 'a page down', hint: 'page', hintOn: ['article', ...sheets]},
  {action: 'page-up', keys: ['b', 'page-up', 'ctrl-b'], on: everywhere, group: 'Move', label: 'a page up'},
  {action: 'half-page-down', keys: ['ctrl-d'], on: everywhere, group: 'Move', label: 'half a page down'},
  {action: 'half-page-up', keys: ['ctrl-u'], on: everywhere, group: 'Move', label: 'half a page up'},
  {action: 'half-page-down', keys: ['d'], on: ['article', ...sheets], group: 'Move', label: 'half a page down'},
  {action: 'half-page-up', keys: ['u'], on: ['article', ...sheets], group: 'Move', label: 'half a page up'},

  {action: 'open', keys: ['enter', 'l', 'right'], on: ['list'], group: 'Read', label: 'read the article', hint: 'read'},
  {action: 'next-article', keys: ['J'], on: ['article'], group: 'Read', label: 'next article of the list', hint: 'next/previous', hintWith: 'previous-article'},
  {action: 'previous-article', keys: ['K'], on: ['article'], group: 'Read', label: 'previous article of the list'},
  {action: 'next-unread', keys: ['n'], on: ['list'], group: 'Read', label: 'next unread article'},
  {action: 'previous-unread', keys: ['N'], on: ['list'], group: 'Read', label: 'previous unread article'},
  {action: 'back', keys: ['q', 'h', 'left'], on: ['article'], group: 'Read', label: 'back to the list'},
  {action: 'leave', keys: ['escape'], on: ['article'], group: 'Read', label: 'end the find, else back to the list'},
  {action: 'quit', keys: ['q'], on: ['list'], group: 'Read', label: 'leave newsprint'},
  {action: 'quit-anywhere', keys: ['Q'], always: ['ctrl-c'], on: everywhere, group: 'Read', label: 'leave newsprint, from anywhere'},
  {action: 'suspend', keys: ['ctrl-z'], on: everywhere, group: 'Read', label: 'suspend; fg comes back'},

  {action: 'related', keys: ['r'], on: screens, group: 'Go', label: 'related articles, with the reason', hint: 'related'},
  {action: 'contents', keys: ['t'], on: ['article'], group: 'Go', label: 'contents: the headings', hint: 'contents'},
  {action: 'links', keys: ['L'], on: ['article'], group: 'Go', label: 'all links of the article, numbered'},
  {action: 'names', keys: ['w'], on: screens, group: 'Go', label: 'who and what is named here, and where else'},
  {action: 'next-link', keys: ['tab'], on: ['article'], group: 'Go', label: 'pick the next link', hint: 'link'},
  {action: 'previous-link', keys: ['shift-tab'], on: ['article'], group: 'Go', label: 'pick the previous link'},
  {action: 'follow', keys: ['enter', 'right', 'l'], on: ['article'], group: 'Go', label: 'follow the picked link'},
  {action: 'history-back', keys: ['[', 'backspace'], on: ['article'], group: 'Go', label: 'back through what was opened'},
  {action: 'history-forward', keys: [']'], on: ['article'], group: 'Go', label: 'forward again'},
  {action: 'open', keys: ['enter', 'right', 'l'], on: ['panel'], group: 'Go', label: 'go to the marked entry; a digit goes to that number', hint: 'go', hintKeys: '1–9'},
  {action: 'close', keys: ['escape', 'q', 'h', 'left'], keysOf: ['related', 'contents', 'links', 'names'], on: ['panel'], group: 'Go', label: 'close the panel', hint: 'close'},

  {action: 'filter', keys: ['/'], on: ['list'], group: 'Find', label: 'search as you type', hint: 'search'},
  {action: 'find', keys: ['/'], on: ['article'], group: 'Find', label: 'find in the article; /…/ is a regular expression', hint: 'find'},
  {action: 'next-match', keys: ['n'], on: ['article'], group: 'Find', label: 'next match of a find, else next unread article'},
  {action: 'previous-match', keys: ['N'], on: ['article'], group: 'Find', label: 'previous match of a find, else previous unread article'},
  {action: 'clear', keys: ['escape'], on: ['list'], group: 'Find', label: 'clear the search'},
  {action: 'next-section', keys: ['tab'], on: ['list'], group: 'Find', label: 'next section or view', hint: 'section'},
  {action: 'previous-section', keys: ['shift-tab'], on: ['list'], group: 'Find', label: 'previous section or view'},

  {action: 'toggle-read', keys: ['m'], on: screens, group: 'Mark', label: 'mark read or unread'},
  {action: 'toggle-star', keys: ['*'], on: screens, group: 'Mark', label: 'give a star, or take it away'},
  {action: 'mark-all-read', keys: ['A'], on: ['list'], group: 'Mark', label: 'mark all that is shown as read'},
  {action: 'undo', keys: ['U'], on: screens, group: 'Mark', label: 'undo the last marking'},

  {action: 'browse', keys: ['o'], on: screens, group: 'Out', label: 'open the source in the browser', hint: 'browser'},
  {action: 'edit', keys: ['e'], on: screens, group: 'Out', label: 'open the file in $EDITOR'},
  {action: 'copy-address', keys: ['y'], on: screens, group: 'Out', label: 'copy the address'},
  {action: 'copy-path', keys: ['Y'], on: screens, group: 'Out', label: 'copy the path of the file'},

  {action: 'sort', keys: ['s'], on: ['list'], group: 'View', label: 'sort by the next key', hint: 'sort'},
  {action: 'reverse', keys: ['S'], on: ['list'], group: 'View', label: 'reverse the order'},
  {action: 'group', keys: ['v'], on: ['list'], group: 'View', label: 'group by day, by section, or not'},
  {action: 'hide-read', keys: ['.'], on: ['list'], group: 'View', label: 'hide or show what is read'},
  {action: 'wider', keys: ['+', '='], on: ['article'], group: 'View', label: 'longer lines'},
  {action: 'narrower', keys: ['-'], on: ['article'], group: 'View', label: 'shorter lines'},
  {action: 'redraw', keys: ['ctrl-l'], on: everywhere, group: 'View', label: 'draw the screen again'},

  {action: 'fetch', keys: ['R'], on: [...screens, 'feeds'], group: 'Feeds', label: 'fetch the feeds, behind what is read', hint: 'fetch', hintOn: ['feeds']},
  {action: 'add-feed', keys: ['a'], on: ['list', 'feeds'], group: 'Feeds', label: 'subscribe to a feed, by its address or that of its site', hint: 'add', hintOn: ['feeds']},
  {action: 'feeds', keys: ['F'], on: screens, group: 'Feeds', label: 'the feeds: when they were fetched, and what failed'},
  {action: 'close', keys: ['escape', 'q', 'h', 'left'], keysOf: ['feeds'], on: ['feeds'], group: 'Feeds', label: 'close the list of feeds', hint: 'close'},

  {action: 'help', keys: ['?'], on: ['list', 'article', 'panel', 'feeds'], group: 'Help', label: 'all keys', hint: 'help'},
  {action: 'close', keys: ['escape', 'q', 'h', 'left'], keysOf: ['help'], on: ['help'], group: 'Help', label: 'close the help', hint: 'close'},
] as const satisfies readonly Binding[];

export type Action = (typeof keyTable)[number]['action'];

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

/** The keys of a run. */
export interface Keymap {
  /** With the keys as they are; no row without one. */
  readonly rows: readonly Binding[];
  readonly actions: Readonly<Record<Mode, ReadonlyMap<string, Action>>>;
}

const actionsOf = (rows: readonly Binding[], mode: Mode): ReadonlyMap<string, Action> =>
  new Map(rows.filter(row => row.on.includes(mode)).flatMap(row => row.keys.map(key => [key, row.action as Action])));

export const createKeymap = (choices: KeyChoices): Keymap => {
  // Modes stay modes: rows are only parted by them.
  const rows = rebind<Binding>(keyTable, choices).rows;
  const modes = ['list', 'article', 'panel', 'feeds', 'help'] as const;
  const actions = Object.fromEntries(modes.map(mode => [mode, actionsOf(rows, mode)]));
  return {rows, actions: actions as Keymap['actions']};
};

/** The keys where `config.yaml` says nothing of them. */
export const standardKeymap: Keymap = createKeymap(new Map());

/** What a key does in a mode, if anything. */
export const actionFor = ({actions}: Keymap, mode: Mode, key: string): Action | undefined => actions[mode].get(key);

/** The first key of an action, as it is written for people; undefined where it has none. */
export const keyOf = ({rows}: Keymap, mode: Mode, action: Action): string | undefined => {
  const key = rows.find(row => row.action === action && row.on.includes(mode))?.keys[0];
  return key && keyLabel(key);
};

/** The hint line's entries for a mode, in the table's order: keys and what they do. */
export const hintsFor = (keymap: Keymap, mode: Mode): readonly (readonly [keys: string, does: string])[] =>
  keymap.rows.flatMap(({hint, hintWith, hintKeys, keys: [first = ''], on, hintOn = on}) => {
    if (hint === undefined || !on.includes(mode) || !hintOn.includes(mode)) return [];
    const other = hintWith && keyOf(keymap, mode, hintWith as Action);
    return [[hintKeys ?? [keyLabel(first), ...(other ? [other] : [])].join('/'), hint] as const];
  });
