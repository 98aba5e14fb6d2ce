/** Blocks of code: as they stand, set in between two corners, their lines folded where they are too long. */
import type {Code} from '../../core/markdown/tokens.ts';
import {truncate} from '../../core/text/truncate.ts';
import {width} from '../../core/text/width.ts';
import {expandTabs, fold} from '../../core/text/wrap.ts';
import type {Canvas} from './canvas.ts';

const tabStop = 4;

/** Longer blocks stay plain: what colours them is not linear on every input, and nobody reads them for their colours. */
const longestHighlighted = 20_000;

/** Columns before a line of code. */
const indents = {drawn: 2, plain: 4} as const;

// marked-terminal guesses the language of unlabelled code among all it knows: 9 seconds for 100 KB, and prose comes out coloured.
const coloured = (text: string, language: string | undefined, {highlight, theme}: Canvas): string => {
  const isWorth = highlight && language && theme.level > 0 && text.length <= longestHighlighted;
  return (isWorth && highlight(text, language, theme)) || theme.style.codeBlock(text);
};

const foldLine = (line: string, room: number, mark: string): string[] => {
  if (width(line) <= room) return [line];
  const lead = width(mark);
  return fold(line, Math.max(1, room - lead)).map((part, index) => (index === 0 ? part : mark + part));
};

export const drawCode = (code: Code, canvas: Canvas): string[] => {
  const indent = canvas.width < 30 ? 1 : canvas.isPlain ? indents.plain : indents.drawn;
  const {muted} = canvas.theme.style;
  const mark = muted(canvas.glyphs.continued);
  const lines = coloured(expandTabs(code.text, tabStop), code.language, canvas)
    .split('\n')
    .flatMap(line => foldLine(line, canvas.width - indent, mark))
    .map(line => (line === '' ? '' : ' '.repeat(indent) + line));
  const [top, bottom] = canvas.glyphs.codeFrame;
  if (top === '') return lines;
  // Nothing stands at the side, so that code can be copied from the window.
  return [muted(truncate(`${top} ${code.language ?? ''}`.trimEnd(), canvas.width)), ...lines, muted(bottom)];
};
