/** The front page's first line: the name, the sections with their counts, and how much there is to read. */
import {fit, truncate} from '../../core/text/truncate.ts';
import {width} from '../../core/text/width.ts';
import {isMarked} from '../marks.ts';
import type {State} from '../state.ts';

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const unreadCount = ({list, marks}: State): number =>
  list.entries.reduce((sum, position) => sum + (isMarked(marks, position, 'isRead') ? 0 : 1), 0);

/** As many tabs as fit, always with the chosen one among them. */
const tabStrip = ({list, settings, views}: State, columns: number): string => {
  const {style} = settings.theme;
  const sections = list.view === undefined ? list.tabs : list.tabs.slice(0, 1);
  const labels = [
    ...sections.map(({section, count}) => (section === undefined ? 'All' : `${section} ${count}`)),
    ...views.map(({name}) => name),
  ];
  const chosen =
    list.view === undefined
      ? Math.max(
          0,
          sections.findIndex(tab => tab.section === list.section),
        )
      : sections.length + views.findIndex(({name}) => name === list.view);
  const widths = labels.map(label => Math.min(width(label), 24) + 2);
  let first = chosen;
  let last = chosen;
  let used = widths[chosen] ?? 0;
  // Grows to the right first, as people read, then to the left, until the next one would not fit.
  for (;;) {
    const right = widths[last + 1];
    const left = widths[first - 1];
    if (right !== undefined && used + right <= columns) used += widths[++last] ?? 0;
    else if (left !== undefined && used + left <= columns) used += widths[--first] ?? 0;
    else break;
  }
  return labels
    .slice(first, last + 1)
    .map((label, i) => {
      const text = ` ${truncate(label, 24)} `;
      return first + i === chosen ? style.selected(text) : text;
    })
    .join('');
};

export const masthead = (state: State): string => {
  const {columns} = state.size;
  const {style} = state.settings.theme;
  const unread = unreadCount(state);
  const counts = `${plural(state.list.entries.length, 'article')} · ${unread} unread `;
  const name = columns >= 50 ? ` ${style.masthead('newsprint')}  ` : '';
  const right = columns >= 72 ? style.muted(counts) : columns >= 40 ? style.muted(`${unread} unread `) : '';
  const room = Math.max(0, columns - width(name) - width(right) - 1);
  return `${name}${fit(truncate(tabStrip(state, room), room), room)} ${right}`;
};
