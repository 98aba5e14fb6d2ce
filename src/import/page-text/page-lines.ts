/** The lines of a page's text: trimmed, spaces run together, blank lines gone but remembered. */

export interface PageLine {
  /** Not empty. */
  readonly text: string;
  /** Whether a blank line stands before it. */
  readonly isAfterGap: boolean;
}

const spaces = / {2}|[\t\u2000-\u200a\u205f\u3000]/;
const anySpaces = /[\t\u2000-\u200a\u205f\u3000 ]+/g;

/** @param text as `cleanText` leaves it */
export const pageLines = (text: string): PageLine[] => {
  const lines: PageLine[] = [];
  let isAfterGap = false;
  for (const written of text.split('\n')) {
    const line = spaces.test(written) ? written.replace(anySpaces, ' ').trim() : written.trim();
    if (line === '') isAfterGap = true;
    else {
      lines.push({text: line, isAfterGap});
      isAfterGap = false;
    }
  }
  return lines;
};
