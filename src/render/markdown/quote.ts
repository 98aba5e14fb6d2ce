/** Quotes and callouts: a bar along every line. */
import type {Quote} from '../../core/markdown/tokens.ts';
import type {SafeField} from '../../core/sanitize.ts';
import {type Canvas, indentWithin} from './canvas.ts';
import {flow} from './flow.ts';

const capitalised = (kind: SafeField): string => kind.charAt(0).toUpperCase() + kind.slice(1).replace(/[-_]/g, ' ');

/** `Note`, or `Warning: Mind the gap`. A title that is the kind again is not said twice. */
const calloutTitle = ({kind, title}: NonNullable<Quote['callout']>): string => {
  const name = capitalised(kind);
  return title && title.toLowerCase() !== name.toLowerCase() ? `${name}: ${title}` : name;
};

/** On a line of its own, whether it was written so or not. */
const drawAttribution = ({attribution}: Quote, canvas: Canvas, indent: number): string[] =>
  attribution === undefined
    ? []
    : flow(`— ${canvas.inline(attribution)}`, canvas.width - indent).map(canvas.theme.style.caption);

export const drawQuote = (quote: Quote, canvas: Canvas): string[] => {
  const {style} = canvas.theme;
  const indent = indentWithin(canvas.width, 2);
  const bar = indent === 0 ? '' : `${style.quoteBar(canvas.glyphs.bar)} `;
  const title = quote.callout ? flow(calloutTitle(quote.callout), canvas.width - indent).map(style.strong) : [];
  const lines = [...title, ...canvas.blocks(quote.tokens, indent), ...drawAttribution(quote, canvas, indent)];
  return lines.map(line => (line === '' ? bar.trimEnd() : bar + line));
};
