/** What the drawing of a kind of block may use: how wide it may be, how things look, and the drawing of what is inside of it. */
import type {Block, Inline} from '../../core/markdown/tokens.ts';
import type {SafeField} from '../../core/sanitize.ts';
import type {Theme} from '../theme.ts';

/** Colours code: lines in, the same lines with styles out; undefined when it doesn't know the language. */
export type Highlight = (code: string, language: string, theme: Theme) => string | undefined;

/** The characters that structure is drawn with. */
export interface Glyphs {
  /** Of lists, by depth; the last serves all deeper ones. */
  readonly bullets: readonly string[];
  readonly done: string;
  readonly open: string;
  readonly bar: string;
  readonly rule: string;
  /** Between rows of a table that take several lines; nothing for a blank line. */
  readonly rowRule: string;
  readonly sectionBreak: string;
  /** Above and below a block of code; nothing for none. */
  readonly codeFrame: readonly [top: string, bottom: string];
  /** Before the rest of a line of code that was too long. */
  readonly continued: string;
}

export const drawnGlyphs: Glyphs = {
  bullets: ['•', '◦', '▪'],
  done: '☑',
  open: '☐',
  bar: '▏',
  rule: '─',
  rowRule: '┈',
  sectionBreak: '∗   ∗   ∗',
  codeFrame: ['┌', '└'],
  continued: '↳ ',
};

/** Plain text is for pipes, mails and `grep`: what a keyboard has. */
export const plainGlyphs: Glyphs = {
  bullets: ['-'],
  done: '[x]',
  open: '[ ]',
  bar: '>',
  rule: '-',
  rowRule: '',
  sectionBreak: '* * *',
  codeFrame: ['', ''],
  continued: '  ',
};

export interface Canvas {
  /** Columns; `Infinity` when a paragraph is to stay on one line. */
  readonly width: number;
  readonly theme: Theme;
  readonly glyphs: Glyphs;
  /** Without drawings and styles: pictures are told of in brackets. */
  readonly isPlain: boolean;
  readonly highlight: Highlight | undefined;
  /** Running text with its styles, on one line but for hard breaks (`\r`). */
  inline(nodes: readonly Inline[]): string;
  /** Lines of blocks drawn `indent` columns narrower, without blank lines at either end. */
  blocks(blocks: readonly Block[], indent: number): string[];
  /** Text that leads to `href`, and the number of the link. */
  linked(text: string, href: string): string;
  /** Text that leads from a footnote's number to its note, or back; as it is where nothing can be followed. */
  noteLink(text: string, anchor: SafeField): string;
}

/** Rules are no longer than this where no width limits them. */
const longestRule = 72;

export const ruleWidth = (width: number): number => Math.min(width, longestRule);

/** Text is not squeezed below this: what is nested deeper is no longer set in. */
const narrowest = 12;

/** The columns that something may be set in by: all it wants, or none when too few would be left. */
export const indentWithin = (width: number, wanted: number): number => (width - wanted < narrowest ? 0 : wanted);
