/** The list of articles as lines: pointer, mark, title, date; and the headings of its groups. */
import {dayOfNumber, noDay} from '../../core/listing/groups.ts';
import type {ListEntry} from '../../core/listing/listing.ts';
import {fit, truncate} from '../../core/text/truncate.ts';
import {width} from '../../core/text/width.ts';
import {wrap} from '../../core/text/wrap.ts';
import {fullDate, longDate, nearDay, shortDate} from '../../render/dates.ts';
import {keyOf} from '../keymap.ts';
import {layoutOf} from '../layout.ts';
import {countOf, entryOf, hasProblem, loosePosition} from '../library.ts';
import {isMarked} from '../marks.ts';
import {contentOf, rowCount, sizeOf} from '../rows.ts';
import type {State} from '../state.ts';
import {clamp} from '../viewport.ts';

const roomForDate = 36;
/** So many columns for a list that has rules before its headings. */
const roomForRule = 40;

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

/** What is so, and which key changes it, if there is one. */
const withKey = (said: string, key: string | undefined, how: (key: string) => string): string =>
  key === undefined ? said : `${said} ${how(key)}`;

const emptyMessage = ({library, list, settings: {keymap}}: State): string => {
  if (list.query !== '') {
    const clear = keyOf(keymap, 'list', 'clear');
    return withKey(`Nothing matches “${list.query}”.`, clear, key => `${key} clears the search.`);
  }
  if (list.hidesRead && countOf(library) > 0) {
    return withKey('Everything here is read.', keyOf(keymap, 'list', 'hide-read'), key => `Press ${key} to show it.`);
  }
  if (countOf(library) > 0) return 'All articles here are drafts or hidden. "newsprint list --all" lists them.';
  const folders = library.listing.libraries.map(({path}) => path).join(', ');
  return `No articles in ${folders} yet. Put Markdown files there, or start newsprint with a folder that has some.`;
};

/** What a group is called, the longest way first. */
const groupNames = ({list, settings}: State, key: number): readonly string[] => {
  if (list.group === 'section') return [list.tabs[key] ?? 'No section'];
  if (key === noDay) return ['No date'];
  const date = {day: dayOfNumber(key)};
  const near = nearDay(date, settings.today);
  return near === undefined ? [fullDate(date), longDate(date)] : [near];
};

/** `── Tuesday, 24 November 2026 · 12`, as the lists below an article have it. */
const heading = (state: State, group: number, columns: number): string => {
  const {list, settings, size} = state;
  const {style} = settings.theme;
  const names = groupNames(state, list.groups?.keys[group] ?? noDay);
  const count = ` · ${sizeOf(list, group)}`;
  const lead = size.isLinear || columns < roomForRule ? ' ' : ' ── ';
  const room = Math.max(0, columns - width(lead) - count.length);
  const name = names.find(one => width(one) <= room) ?? names.at(-1) ?? '';
  return style.rule(lead) + style.subheading(truncate(name, room)) + style.muted(count);
};

/** An entry in the window. */
const entryRow = ({library, list}: State, index: number) => {
  const position = list.entries[index] ?? loosePosition;
  return {index, position, entry: entryOf(library, position)};
};

/** @returns exactly `listHeight` lines, each `listWidth` wide */
export const listPane = (state: State): readonly string[] => {
  const {listHeight, listWidth} = layoutOf(state.size);
  const {list} = state;
  const shown = Array.from({length: clamp(rowCount(list) - list.top, 0, listHeight)}, (_, line) => {
    const content = contentOf(list, list.top + line);
    return 'group' in content ? content : entryRow(state, content.entry);
  });
  // A heading says the day of all below it.
  const hasDates = listWidth >= roomForDate && (list.groups === undefined || list.group !== 'day');
  const dates = hasDates ? shown.map(one => ('entry' in one ? width(dateText(state, one.entry)) : 0)) : [];
  const dateWidth = Math.max(0, ...dates);
  const lines =
    list.entries.length === 0
      ? wrap(emptyMessage(state), Math.max(1, listWidth - 4)).map(line => `  ${line}`)
      : shown.map(one =>
          'group' in one
            ? heading(state, one.group, listWidth)
            : row(state, one, {isSelected: one.index === list.selected, columns: listWidth, dateWidth}),
        );
  return Array.from({length: listHeight}, (_, i) => fit(lines[i] ?? '', listWidth));
};
