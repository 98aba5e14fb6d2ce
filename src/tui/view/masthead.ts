/** The front page's first line: the name, the tabs, and how much there is to read. */
import {fit, truncate} from '../../core/text/truncate.ts';
import {width} from '../../core/text/width.ts';
import type {State} from '../state.ts';
import {unreadIn} from '../unread.ts';
import {tabStrip} from './tabs.ts';

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const masthead = (state: State): string => {
  const {columns} = state.size;
  const {style} = state.settings.theme;
  const unread = unreadIn(state.list.entries, state.marks);
  const counts = `${plural(state.list.entries.length, 'article')} · ${unread} unread `;
  const name = columns >= 50 ? ` ${style.masthead('newsprint')}  ` : '';
  const right = columns >= 72 ? style.muted(counts) : columns >= 40 ? style.muted(`${unread} unread `) : '';
  const room = Math.max(0, columns - width(name) - width(right) - 1);
  return `${name}${fit(truncate(tabStrip(state, room), room), room)} ${right}`;
};
