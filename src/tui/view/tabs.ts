/** The tabs of the front page: all, the sections, the views, each with how much of it is unread. */
import {truncate} from '../../core/text/truncate.ts';
import {width} from '../../core/text/width.ts';
import type {SectionTab, State} from '../state.ts';
import {unreadOfSection, unreadOfView} from '../unread.ts';

interface Tab {
  readonly name: string;
  readonly isChosen: boolean;
  /** Empty for none, and for a view that was not looked into yet. */
  readonly unread: string;
}

const widestName = 24;

/** From so many columns on, tabs that do not all fit keep their numbers. */
const roomForNumbers = 72;

/** Where tabs go on that there is no room for. */
const more = {before: '‹', behind: '›'} as const;

const numberOf = (unread: number | undefined): string => (unread ? String(unread) : '');

const tabsOf = (state: State): readonly Tab[] => {
  const {list, views} = state;
  const isView = list.view !== undefined;
  const sections: readonly SectionTab[] = isView ? [undefined] : list.tabs;
  // A section that the search leaves nothing of shows all.
  const chosen = sections.includes(list.section) ? list.section : undefined;
  return [
    ...sections.map(section => ({
      name: section ?? 'All',
      isChosen: !isView && section === chosen,
      unread: numberOf(unreadOfSection(state, section)),
    })),
    ...views.map(({name}) => ({name, isChosen: name === list.view, unread: numberOf(unreadOfView(state, name))})),
  ];
};

const widthOf = ({name, unread}: Tab): number =>
  Math.min(width(name), widestName) + (unread === '' ? 0 : unread.length + 1) + 2;

const widthOfAll = (tabs: readonly Tab[]): number => tabs.reduce((sum, tab) => sum + widthOf(tab), 0);

/** Where a name would be lost to them, numbers go: all of them, since a tab without one has nothing unread. */
const fitting = (tabs: readonly Tab[], room: number, columns: number): readonly Tab[] => {
  const bare = tabs.map(tab => ({...tab, unread: ''}));
  if (widthOfAll(tabs) <= room) return tabs;
  const isChosenCut = tabs.some(tab => tab.isChosen && widthOf(tab) > room);
  return isChosenCut || columns < roomForNumbers || widthOfAll(bare) <= room ? bare : tabs;
};

/** As many tabs as fit, always with the chosen one among them. @returns at most `room` columns, unless that one is wider */
export const tabStrip = (state: State, room: number): string => {
  const {style} = state.settings.theme;
  const tabs = fitting(tabsOf(state), room, state.size.columns);
  const widths = tabs.map(widthOf);
  const isCut = widthOfAll(tabs) > room;
  const most = isCut ? room - width(more.before) - width(more.behind) : room;
  const chosen = Math.max(
    0,
    tabs.findIndex(({isChosen}) => isChosen),
  );
  let first = chosen;
  let last = chosen;
  let used = widths[chosen] ?? 0;
  // Grows to the right first, as people read, then to the left, until the next one would not fit.
  for (;;) {
    const right = widths[last + 1];
    const left = widths[first - 1];
    if (right !== undefined && used + right <= most) used += widths[++last] ?? 0;
    else if (left !== undefined && used + left <= most) used += widths[--first] ?? 0;
    else break;
  }
  const shown = tabs
    .slice(first, last + 1)
    .map(({name, unread, isChosen}) => {
      const short = truncate(name, widestName);
      const number = unread === '' ? '' : ` ${unread}`;
      return isChosen ? style.selected(` ${short}${number} `) : ` ${short}${style.muted(number)} `;
    })
    .join('');
  if (!isCut) return shown;
  return `${first > 0 ? style.muted(more.before) : ''}${shown}${last < tabs.length - 1 ? style.muted(more.behind) : ''}`;
};
