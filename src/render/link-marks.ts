/**
 * Links in rendered lines. While a page is laid out every link's text is an OSC 8 hyperlink of ours that carries the link's
 * number; wrapping closes and reopens it on each line. At the very end the marks become what the terminal can show.
 */
import type {SafeUrl} from '../core/sanitize.ts';
import type {Style} from './theme.ts';

const end = '\x1b]8;;\x1b\\';

/** Stands for the address of a link that no terminal could open: one to another article, or into the same one. */
const inner = 'newsprint:';

/** @param address absent for a link that only newsprint can follow */
export const markLink = (text: string, number: number, address: SafeUrl | undefined): string =>
  `\x1b]8;id=${number};${address ?? inner}\x1b\\${text}${end}`;

/** One marked stretch: its number, its address, its text. The gate has taken every other OSC 8 out long before. */
const mark = /\x1b\]8;id=(\d+);([^\x07\x1b]*)(?:\x07|\x1b\\)([\s\S]*?)\x1b\]8;;(?:\x07|\x1b\\)/g;

/** Numbers of the links that a line shows, in order. */
export const linksOnLine = (line: string): number[] =>
  line.includes('\x1b]8;') ? [...line.matchAll(mark)].map(found => Number(found[1])) : [];

export interface LinkView {
  /** Whether the terminal understands hyperlinks; without that they leave no trace. */
  readonly hyperlinks: boolean;
  /** The number of the link that is picked. */
  readonly picked?: number;
  /** How the picked link looks. */
  readonly pick?: Style;
}

/** A line as the terminal gets it: addresses of the web as hyperlinks or not at all, the picked link marked, no other marks. */
export const showLinks = (line: string, {hyperlinks, picked, pick}: LinkView): string => {
  if (!line.includes('\x1b]8;')) return line;
  return line.replace(mark, (_, number: string, address: string, text: string) => {
    const shown = pick && Number(number) === picked ? pick(text) : text;
    return hyperlinks && address !== inner ? `\x1b]8;id=${number};${address}\x1b\\${shown}${end}` : shown;
  });
};
