/** How the reader is set where frames are timed. */
import {createTheme} from '../../src/render/theme.ts';
import {standardKeymap} from '../../src/tui/keymap.ts';
import type {Settings} from '../../src/tui/state.ts';

export const benchSettings = (): Settings => ({
  theme: createTheme('ansi', 2),
  measure: 72,
  hyperlinks: true,
  today: new Date(),
  group: 'none',
  keymap: standardKeymap,
});
