/** The reader's keys as the help shows them. */
import type {KeyRow} from '../render/help.ts';
import {type Binding, keyLabel, keymap, type Mode} from '../tui/keymap.ts';

const places: Readonly<Record<Mode, string>> = {
  list: 'list',
  article: 'article',
  related: 'related articles',
  help: 'help',
};
const allPlaces = Object.keys(places).length;

export const keyRows = (): readonly KeyRow[] =>
  (keymap as readonly Binding[]).map(({group, keys, on, label}) => ({
    group,
    keys: keys.map(keyLabel).join(' '),
    on: on.length === allPlaces ? '' : on.map(mode => places[mode]).join(', '),
    label,
  }));
