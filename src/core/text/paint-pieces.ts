/** Painting parts of a styled line, whatever styles and links are in it already. */
import type {Found} from '../find-text.ts';
import {stripStyles} from './style-state.ts';
import {cutStyled} from './styled-span.ts';

export interface Painted extends Found {
  paint(text: string): string;
}

/** @param parts of the line as it reads, in order, none overlapping */
export const paintParts = (line: string, parts: readonly Painted[]): string => {
  if (parts.length === 0) return line;
  const visible = stripStyles(line);
  const spans: (Found & {readonly paint?: Painted['paint']})[] = [];
  let at = 0;
  for (const part of parts) {
    if (part.start > at) spans.push({start: at, end: part.start});
    spans.push(part);
    at = part.end;
  }
  if (at < visible.length) spans.push({start: at, end: visible.length});
  const cut = cutStyled(line, visible, spans);
  return cut.map((text, index) => spans[index]?.paint?.(text) ?? text).join('');
};
