/** The list of articles as lines: pointer, mark, title, date. */

import type {ListEntry} from '../../core/listing/listing.ts';
import {fit} from '../../core/text/truncate.ts';
import {width} from '../../core/text/width.ts';
import {wrap} from '../../core/text/wrap.ts';
import {shortDate} from '../../render/dates.ts';
import {layoutOf} from '../layout.ts';
import {countOf, entryOf, hasProblem} from '../library.ts';
import {isMarked} from '../marks.ts';
import type {State} from '../state.ts';

const roomForDate = 36;

const mark = ({library, marks}: State, position: number): string => {
  if (hasProblem(library, position)) return '!';
  if (isMarked(marks, position, 'isStarred')) return '★';
  return isMarked(marks, position, 'isRead') ? ' ' : '●';
};

interface RowOptions {
  readonly isSelected: boolean;
  readonly columns: number;
  readonly dateWidth: number;
}

const dateText = (state: State, {day}: ListEntry): string =>
  day === undefined ? '' : shortDate({day}, state.settings.today);

interface Row {
  readonly entry: ListEntry;
  readonly position: number;
}

const row = (state: State, {entry, position}: Row, {isSelected, columns, dateWidth}: RowOptions): string => {
  const {style} = state.settings.theme;
  const dated = dateWidth > 0 ? `  ${fit(dateText(state, entry), dateWidth, 'right')} ` : '';
  const lead = `${isSelected ? '▸' : ' '}${mark(state, position)} `;
  const title = fit(entry.title, Math.max(0, columns - width(lead) - width(dated)));
  // The pointer tells what is selected where inverse video does not.
  if (isSelected) return style.selected(lead + title + dated);
  const isRead = isMarked(state.marks, position, 'isRead');
  return lead + (isRead ? style.read(title) : title) + style.muted(dated);
};

const emptyMessage = ({library, list}: State): string => {
  if (list.query !== '') return `Nothing matches “${list.query}”. Esc clears the search.`;
  if (list.hidesRead && countOf(library) > 0) return 'Everything here is read. Press . to show it.';
  if (countOf(library) > 0) return 'All articles here are drafts or hidden. "newsprint list --all" lists them.';
  const folders = library.listing.libraries.map(({path}) => path).join(', ');
  return `No articles in ${folders} yet. Put Markdown files there, or start newsprint with a folder that has some.`;
};

/** @returns exactly `height` lines, each `columns` wide */
export const listPane = (state: State): readonly string[] => {
  const {listHeight, listWidth} = layoutOf(state.size);
  const {entries, top, selected} = state.list;
  const shown = Array.from(entries.subarray(top, top + listHeight), position => ({
    position,
    entry: entryOf(state.library, position),
  }));
  const dates = listWidth >= roomForDate ? shown.map(({entry}) => width(dateText(state, entry))) : [];
  const dateWidth = Math.max(0, ...dates);
  const lines =
    entries.length === 0
      ? wrap(emptyMessage(state), Math.max(1, listWidth - 4)).map(line => `  ${line}`)
      : shown.map((one, i) => row(state, one, {isSelected: top + i === selected, columns: listWidth, dateWidth}));
  return Array.from({length: listHeight}, (_, i) => fit(lines[i] ?? '', listWidth));
};
