/** Footnotes: numbers in the text, the notes at its end. */
import type {Footnote} from '../../core/markdown.ts';
import {field, type SafeField} from '../../core/sanitize.ts';
import {width} from '../../core/text/width.ts';
import {type Canvas, indentWithin} from './canvas.ts';

const raised: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  '(': '⁽',
  ')': '⁾',
  n: 'ⁿ',
  i: 'ⁱ',
};
const lowered: Readonly<Record<string, string>> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '-': '₋',
  '−': '₋',
  '(': '₍',
  ')': '₎',
};

const shift = (text: string, letters: Readonly<Record<string, string>>): string | undefined => {
  const shifted = [...text].map(letter => letters[letter]);
  return shifted.length > 0 && shifted.every(letter => letter !== undefined) ? shifted.join('') : undefined;
};

/** `10²` where the characters exist. Ordinals read well as they are (`1er`, `2nd`); the rest is marked. */
export const raise = (text: string): string => shift(text, raised) ?? (/^\p{L}+\.?$/u.test(text) ? text : `^${text}`);
export const lower = (text: string): string => shift(text, lowered) ?? text;

/** Anchors of a note, and of where it is mentioned first. */
export const noteAnchor = (id: string): SafeField => field(`fn:${id}`);
export const mentionAnchor = (id: string): SafeField => field(`fnref:${id}`);

export interface FootnoteNumbers {
  /** The note's number; undefined when there is none of that label. */
  numberOf(id: string): number | undefined;
}

export const createFootnoteNumbers = (footnotes: readonly Footnote[]): FootnoteNumbers => {
  const numbers = new Map(footnotes.map(({id, number}) => [id, number]));
  return {numberOf: id => numbers.get(id)};
};

/** A note as lines, set in behind its number. */
export const drawNote = ({id, number, mention, open}: Footnote, canvas: Canvas): string[] => {
  const {theme, width: columns} = canvas;
  const shown = raise(String(number));
  const indent = indentWithin(columns, 4);
  const body = canvas.blocks(open(), indent);
  const mark = theme.style.linkNumber(shown);
  const marker = mention === undefined ? mark : canvas.noteLink(mark, mentionAnchor(id));
  const first = marker + ' '.repeat(Math.max(1, indent - width(shown)));
  if (indent === 0 || body.length === 0) return [marker, ...body];
  return body.map((line, index) => (index === 0 ? first + line : line && ' '.repeat(indent) + line));
};
