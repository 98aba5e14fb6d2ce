/** Blocks of code: as they stand, set in, their lines folded where they are too long. */
import type {Code} from '../../core/markdown/tokens.ts';
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
  const mark = canvas.theme.style.muted(canvas.glyphs.continued);
  return coloured(expandTabs(code.text, tabStop), code.language, canvas)
    .split('\n')
    .flatMap(line => foldLine(line, canvas.width - indent, mark))
    .map(line => (line === '' ? '' : ' '.repeat(indent) + line));
};
