/** The window onto the article: the lines that show, in the middle, with the picked link marked. */
import {showLinks} from '../../render/link-marks.ts';
import {layoutOf, leftMargin, textWidth} from '../layout.ts';
import {pageOf} from '../page.ts';
import {pickedOf} from '../page-steps.ts';
import {linesFrom} from '../page-window.ts';
import type {Reading, State} from '../state.ts';

/** @returns at most `articleHeight` lines, none wider than the window */
export const articlePane = (state: State, {article, top, picked}: Reading): readonly string[] => {
  const {settings, size} = state;
  const pick = pickedOf(state);
  const margin = ' '.repeat(leftMargin(size, textWidth(size, settings.measure)));
  const {style} = settings.theme;
  return linesFrom(pageOf(state, article), top, layoutOf(size).articleHeight).map(({text, block, line}) => {
    const isPicked = block === picked?.block && pick !== undefined && line >= pick.firstLine && line <= pick.lastLine;
    const shown = showLinks(text, {
      hyperlinks: settings.hyperlinks,
      ...(isPicked && pick.link !== undefined && {picked: pick.link}),
      pick: style.picked,
    });
    return shown === '' ? '' : margin + (isPicked && pick.link === undefined ? style.picked(shown) : shown);
  });
};
