/** Running text to lines. */
import {wrap} from '../../core/text/wrap.ts';

/** Stands for a hard line break until lines are made: the gate lets no carriage return through, so no text can hold one. */
export const hardBreak = '\r';

// marked-terminal's own reflow splits at escape sequences, counts UTF-16 units and leaves styles open over line ends.
/**
 * @param text with styles, hard breaks as `\r`; other white space is a space
 * @returns lines that each stand by themselves; none for text that is nothing but space
 */
export const flow = (text: string, width: number): string[] => {
  const joined = text.replace(/[ \t\n]+/g, ' ');
  const collapsed = (joined.includes(hardBreak) ? joined.replace(/ ?\r ?/g, '\n') : joined).trim();
  return collapsed === '' ? [] : wrap(collapsed, width);
};
