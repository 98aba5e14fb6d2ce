/** The table of keys as rows for people: the help of the reader, `newsprint help keys`, the man page and the README. */
import type {KeyRow} from '../render/help.ts';
import {type Binding, keyLabel, keymap, type Mode} from './keymap.ts';

const modeNames: Readonly<Record<Mode, string>> = {
  list: 'front page',
  article: 'article',
  panel: 'panels',
  help: 'help',
};

const rows: readonly Binding[] = keymap;

export const keyRows = (): readonly KeyRow[] =>
  rows.map(({group, keys, on, label}) => ({
    group,
    keys: keys.map(keyLabel).join(' '),
    on: on.length === Object.keys(modeNames).length ? '' : on.map(mode => modeNames[mode]).join(', '),
    label,
  }));
