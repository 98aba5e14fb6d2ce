/** A panel as lines: its title, its entries with their numbers, and what is said of each. */
import type {NamedSentence} from '../../core/names.ts';
import {fit, truncate} from '../../core/text/truncate.ts';
import {width} from '../../core/text/width.ts';
import {wrap} from '../../core/text/wrap.ts';
import {layoutOf} from '../layout.ts';
import type {PanelEntry} from '../panel-entry.ts';
import {panelSpec} from '../panels.ts';
import type {Panel, State} from '../state.ts';
import {scrollTo} from '../viewport.ts';

interface Row {
  /** Called for the rows in the window only: an article may have a hundred thousand headings. */
  readonly draw: () => string;
  /** Index of the entry it shows. */
  readonly entry?: number;
}

/** Of a sentence: enough to see what it is about. */
const quoteLines = 3;

const blank: Row = {draw: () => ''};

const panelRows = (state: State, panel: Panel, columns: number): readonly Row[] => {
  const {style} = state.settings.theme;
  const {title, entries: find, empty, waiting = ''} = panelSpec(panel);
  const entries = find(state, panel.article, panel);
  if (entries === undefined) return [{draw: () => style.muted(truncate(waiting, columns))}];
  const heading = (text: string): Row => ({draw: () => style.subheading(truncate(text, columns))});
  const quoteRows = ({text, names}: NamedSentence, margin: number): readonly string[] => {
    const ends = [0, ...names.map(({end}) => end)];
    const painted = names.map(
      ({start, end}, index) => style.muted(text.slice(ends[index], start)) + style.match(text.slice(start, end)),
    );
    const quoted = painted.join('') + style.muted(text.slice(ends.at(-1)));
    const room = Math.max(1, columns - margin);
    return wrap(quoted, room)
      .slice(0, quoteLines)
      .map(line => ' '.repeat(Math.min(margin, columns - 1)) + line);
  };
  const digits = String(entries.length).length;
  const entryRows = ({text, note, isNoteBelow, indent, group, quote}: PanelEntry, entry: number): readonly Row[] => {
    const isSelected = entry === panel.selected;
    const number = `${isSelected ? '▸' : ' '}${String(entry + 1).padStart(digits)} `;
    const lead = number + ' '.repeat(Math.min(indent, columns >> 1));
    const drawEntry = (): string => {
      const aside = isNoteBelow || note === '' || width(note) > columns / 2 ? '' : ` ${note}`;
      const line = fit(lead + text, Math.max(0, columns - width(aside))) + aside;
      return isSelected ? style.selected(line) : line;
    };
    const drawNote = (): string => style.muted(truncate(' '.repeat(lead.length) + note, columns));
    return [
      ...(group === undefined ? [] : [blank, heading(group)]),
      {draw: drawEntry, entry},
      ...(isNoteBelow && note !== '' ? [{draw: drawNote, entry}] : []),
      ...(quote === undefined ? [] : quoteRows(quote, lead.length).map(line => ({draw: () => line, entry}))),
    ];
  };
  // What is found stands under the title; what only the first group has not, says so.
  const isEmpty = entries.length === 0 || entries[0]?.group !== undefined;
  return [
    heading(title(panel.article, panel)),
    blank,
    ...(isEmpty ? [{draw: () => style.muted(truncate(empty, columns))}] : []),
    ...entries.flatMap(entryRows),
  ];
};

/** @returns at most `articleHeight` lines of `columns`, scrolled so that the selected entry shows */
export const panelPane = (state: State, panel: Panel, columns: number): readonly string[] => {
  const height = layoutOf(state.size).articleHeight;
  const rows = panelRows(state, panel, columns);
  const isSelected = (row: Row): boolean => row.entry === panel.selected;
  const first = Math.max(0, rows.findIndex(isSelected));
  const last = Math.max(first, rows.findLastIndex(isSelected));
  const top = scrollTo(0, height, rows.length, {first, last, margin: 2});
  return rows.slice(top, top + height).map(row => row.draw());
};
