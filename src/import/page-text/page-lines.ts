/** The lines of a page's text: trimmed, spaces run together, blank lines gone but remembered. */
import {paragraphsOf} from '../text-paragraphs.ts';
import {isCodeBlock, withoutIndent} from './code-block.ts';

export interface PageLine {
  /** Not empty. */
  readonly text: string;
  /** Whether a blank line stands before it. */
  readonly isAfterGap: boolean;
  /** The line as it was written, where it is code. */
  readonly code?: string;
}

const spaces = / {2}|[\t\u2000-\u200a\u205f\u3000]/;
const anySpaces = /[\t\u2000-\u200a\u205f\u3000 ]+/g;

/** The lines of each block between blank lines. */
export const blocksOf = (text: string): string[][] => paragraphsOf(text).map(block => block.split('\n'));

/** @param text as `cleanText` leaves it */
export const pageLines = (text: string): PageLine[] =>
  blocksOf(text).flatMap((block, nth) => {
    const code = isCodeBlock(block) ? withoutIndent(block) : [];
    return block.map((written, place): PageLine => {
      const line = spaces.test(written) ? written.replace(anySpaces, ' ') : written;
      const verbatim = code[place];
      return {
        text: line.trim(),
        isAfterGap: nth > 0 && place === 0,
        ...(verbatim !== undefined && {code: verbatim}),
      };
    });
  });
