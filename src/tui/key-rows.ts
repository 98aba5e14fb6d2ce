/** The table of keys as rows for people: the help of the reader, `newsprint help keys`, the man page and the README. */
import type {KeyRow, RemappingNames} from '../render/help.ts';
import {keyNames} from './input.ts';
import {type Keymap, keyLabel, keyTable, type Mode} from './keymap.ts';

export const modeNames: Readonly<Record<Mode, string>> = {
  list: 'front page',
  article: 'article',
  panel: 'panels',
  feeds: 'feeds',
  help: 'help',
};

export const keyRows = ({rows}: Keymap): readonly KeyRow[] =>
  rows.map(({group, keys, on, label}) => ({
    group,
    keys: keys.map(keyLabel).join(' '),
    on: on.length === Object.keys(modeNames).length ? '' : on.map(mode => modeNames[mode]).join(', '),
    label,
  }));

/** What `config.yaml` calls actions and keys. */
export const remappingNames: RemappingNames = {
  actions: [...new Set(keyTable.map(({action}) => action))],
  keys: keyNames.filter(name => !name.startsWith('ctrl-')),
};
