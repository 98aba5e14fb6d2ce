/** The window onto the article: the lines that show, in the middle, with the picked link marked. */
import {type Painted, paintParts} from '../../core/text/paint-pieces.ts';
import {showLinks} from '../../render/link-marks.ts';
import type {Theme} from '../../render/theme.ts';
import {type Find, matchesIn} from '../find.ts';
import {layoutOf, leftMargin, textWidth} from '../layout.ts';
import {pageOf} from '../page.ts';
import {pickedOf} from '../page-steps.ts';
import {linesFrom} from '../page-window.ts';
import type {Reading, State} from '../state.ts';

/** The matches on a line of a block. */
const matchesOn = (find: Find | undefined, block: number, line: number, style: Theme['style']): readonly Painted[] =>
  (find === undefined ? [] : matchesIn(find, block)).flatMap(match =>
    match.pieces
      .filter(piece => piece.line === line)
      .map(({start, end}) => ({start, end, paint: match === find?.current ? style.currentMatch : style.match})),
  );

/** @returns at most `articleHeight` lines, none wider than the window */
export const articlePane = (state: State, {article, top, picked, find}: Reading): readonly string[] => {
  const {settings, size} = state;
  const pick = pickedOf(state);
  const margin = ' '.repeat(leftMargin(size, textWidth(size, settings.measure)));
  const {style} = settings.theme;
  return linesFrom(pageOf(state, article), top, layoutOf(size).articleHeight).map(({text, block, line}) => {
    const isPicked = block === picked?.block && pick !== undefined && line >= pick.firstLine && line <= pick.lastLine;
    const marked = paintParts(text, matchesOn(find, block, line, style));
    const shown = showLinks(marked, {
      hyperlinks: settings.hyperlinks,
      ...(isPicked && pick.link !== undefined && {picked: pick.link}),
      pick: style.picked,
    });
    return shown === '' ? '' : margin + (isPicked && pick.link === undefined ? style.picked(shown) : shown);
  });
};
