/** Footnotes: numbers in the text, the notes at its end. */
import type {Footnote} from '../../core/markdown.ts';
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

export interface FootnoteRegister {
  /** The note's number, given in the order of first mention. */
  numberOf(id: string): number;
  /** The notes as lines, in the order of their numbers; those that no text mentions come last. */
  draw(canvas: Canvas): string[];
}

export const createFootnoteRegister = (footnotes: readonly Footnote[]): FootnoteRegister => {
  const numbers = new Map<string, number>();
  const mentioned: string[] = [];
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, mentioned.push(id));
    return mentioned.length;
  };
  return {
    numberOf,
    draw: canvas => {
      const byId = new Map(footnotes.map(footnote => [footnote.id, footnote]));
      const lines: string[] = [];
      const drawNote = (id: string): void => {
        const footnote = byId.get(id);
        if (footnote === undefined) return;
        const marker = raise(String(numberOf(id)));
        const indent = indentWithin(canvas.width, 4);
        const body = canvas.blocks(footnote.open(), indent);
        const first = canvas.theme.style.linkNumber(marker) + ' '.repeat(Math.max(1, indent - width(marker)));
        if (indent === 0) lines.push(canvas.theme.style.linkNumber(marker), ...body);
        else lines.push(...body.map((line, index) => (index === 0 ? first + line : line && ' '.repeat(indent) + line)));
      };
      // A note may mention further notes while it is drawn, which makes `mentioned` longer: they come next.
      let next = 0;
      const drawMentioned = (): void => {
        for (let id = mentioned[next]; id !== undefined; id = mentioned[next]) {
          next++;
          drawNote(id);
        }
      };
      drawMentioned();
      for (const id of byId.keys()) {
        numberOf(id);
        drawMentioned();
      }
      return lines;
    },
  };
};
