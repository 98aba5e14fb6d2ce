/** The help as lines: the same manual that `newsprint help keys` prints, in the window's width. */
import {truncate} from '../../core/text/truncate.ts';
import {keysHelp} from '../../render/help.ts';
import {renderManual} from '../../render/manual.ts';
import {keyRows} from '../key-rows.ts';
import {textWidth} from '../layout.ts';
import type {Settings, Size} from '../state.ts';

const widest = 84;

/** @returns lines of at most the text width */
export const helpLines = ({theme, keymap}: Pick<Settings, 'theme' | 'keymap'>, size: Size): readonly string[] => {
  const columns = textWidth(size, widest);
  const lines = renderManual(keysHelp(keyRows(keymap)), {width: columns})
    .trimEnd()
    .split('\n');
  return lines.map(line => {
    const shown = truncate(line, columns);
    return /^\S/.test(shown) ? theme.style.heading(shown) : shown;
  });
};
