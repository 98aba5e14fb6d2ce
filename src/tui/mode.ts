/** Which of its screens the reader shows, and so which keys count. */
import type {Mode} from './keymap.ts';
import type {State} from './state.ts';

export const modeOf = ({feeds, help, panel, reading}: State): Mode => {
  if (help !== undefined) return 'help';
  if (feeds.top !== undefined) return 'feeds';
  if (panel !== undefined) return 'panel';
  return reading === undefined ? 'list' : 'article';
};
