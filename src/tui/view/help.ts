/** The help as lines: every row of the keymap under the screen it belongs to. */

import {fit} from '../../core/text/truncate.ts';
import {width} from '../../core/text/width.ts';
import {wrap} from '../../core/text/wrap.ts';
import type {Theme} from '../../render/theme.ts';
import {type Binding, keyLabel, keymap, type Mode} from '../keymap.ts';
import {textWidth} from '../layout.ts';
import type {Size} from '../state.ts';

const chapters: readonly (readonly [title: string, mode: Mode])[] = [
  ['Front page', 'list'],
  ['Article', 'article'],
  ['Related articles', 'related'],
];

const keysOf = (row: Binding): string => row.keys.map(keyLabel).join(' ');

const rows: readonly Binding[] = keymap;

const rowLines = (row: Binding, keyWidth: number, columns: number, theme: Theme): readonly string[] => {
  const label = wrap(row.label, Math.max(1, columns - keyWidth - 2));
  return label.map((line, i) => `${theme.style.strong(fit(i === 0 ? keysOf(row) : '', keyWidth))}  ${line}`);
};

/** @returns lines of at most the text width; a screen of fewer than 30 columns truncates the keys */
export const helpLines = (theme: Theme, size: Size): readonly string[] => {
  const columns = textWidth(size, 72);
  const keyWidth = Math.min(Math.max(...rows.map(row => width(keysOf(row)))), columns >> 1);
  return [
    theme.style.headline('Keys'),
    '',
    ...chapters.flatMap(([title, mode]) => [
      theme.style.heading(title),
      ...rows.filter(row => row.on.includes(mode)).flatMap(row => rowLines(row, keyWidth, columns, theme)),
      '',
    ]),
    ...wrap('While a search is typed, ↑ and ↓ move the selection, Enter keeps the search and Esc clears it.', columns),
  ];
};
