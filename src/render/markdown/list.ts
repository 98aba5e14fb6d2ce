/** Lists: markers in a column of their own, everything of an item beside its marker. */
import type {List, ListItem} from '../../core/markdown/tokens.ts';
import {fit} from '../../core/text/truncate.ts';
import {width} from '../../core/text/width.ts';
import {type Canvas, indentWithin} from './canvas.ts';

// marked-terminal numbers every list from 1, counts nested items along, and takes a line that begins with `1999.` for an item.
const markerOf = ({start}: List, item: ListItem, index: number, {glyphs}: Canvas, depth: number): string => {
  if (item.isChecked !== undefined) return item.isChecked ? glyphs.done : glyphs.open;
  if (start !== undefined) return `${item.number ?? start + index}.`;
  return glyphs.bullets[Math.min(depth, glyphs.bullets.length - 1)] ?? '';
};

/** @param depth 0 for a list that stands in no other */
export const drawList = (list: List, canvas: Canvas, depth: number): string[] => {
  const markers = list.items.map((item, index) => markerOf(list, item, index, canvas, depth));
  // Numbers end in one column; a box is wider than a bullet, and needs no company.
  const shared = list.start === undefined ? 0 : markers.reduce((most, marker) => Math.max(most, width(marker)), 0);
  const margin = depth === 0 && !canvas.isPlain ? 1 : 0;
  return list.items.flatMap((item, index) => {
    const marker = fit(markers[index] ?? '', Math.max(shared, width(markers[index] ?? '')), 'right');
    const indent = indentWithin(canvas.width, margin + width(marker) + 1);
    const body = canvas.blocks(item.tokens, indent);
    const styled = canvas.theme.style.marker(marker);
    const between = list.isLoose && index > 0 ? [''] : [];
    if (indent === 0) return [...between, styled, ...body];
    const first = ' '.repeat(margin) + styled;
    return [
      ...between,
      body[0] ? `${first} ${body[0]}` : first,
      ...body.slice(1).map(line => (line === '' ? '' : ' '.repeat(indent) + line)),
    ];
  });
};
