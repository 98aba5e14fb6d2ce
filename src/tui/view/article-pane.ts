/** The window onto the article: the lines that show, in the middle, with the picked link marked. */
import {showLinks} from '../../render/link-marks.ts';
import {layoutOf, leftMargin, textWidth} from '../layout.ts';
import {pageOf, picksOf} from '../page.ts';
import type {Reading, State} from '../state.ts';

/** @returns at most `articleHeight` lines, none wider than the window */
export const articlePane = (state: State, {article, top, picked}: Reading): readonly string[] => {
  const {settings, size} = state;
  const page = pageOf(state, article);
  const pick = picked === undefined ? undefined : picksOf(page)[picked];
  const margin = ' '.repeat(leftMargin(size, textWidth(size, settings.measure)));
  const {style} = settings.theme;
  return page.lines.slice(top, top + layoutOf(size).articleHeight).map((line, i) => {
    const number = top + i;
    const isPickedEntry =
      pick !== undefined && pick.link === undefined && number >= pick.firstLine && number <= pick.lastLine;
    const shown = showLinks(line, {
      hyperlinks: settings.hyperlinks,
      ...(pick?.link !== undefined && {picked: pick.link}),
      pick: style.picked,
    });
    return shown === '' ? '' : margin + (isPickedEntry ? style.picked(shown) : shown);
  });
};
