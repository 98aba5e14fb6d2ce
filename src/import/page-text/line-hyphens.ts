/** Hyphens at the ends of wrapped lines: those that only divided a word go, those of compounds stay. */

/** What a line ends with before the rest of its word: the line without a hyphen that goes. Undefined where no word is divided. */
export type Dehyphenate = (line: string, next: string) => string | undefined;

const dividedEnd = /[\p{L}\p{M}](-|\u2010|\u00ad)$/u;
const lastPart = /[\p{L}\p{M}]{1,40}.$/u;
const firstPart = /^\p{Ll}[\p{L}\p{M}]{0,40}/u;
const words = /\p{L}[\p{L}\p{M}]*(?:[-\u2010]\p{L}[\p{L}\p{M}]*)*/gu;

/** Set text divides every tenth line or so, wrapped text breaks a compound every hundredth. */
const partOfSetText = 0.03;

interface Divided {
  readonly whole: string;
  readonly compound: string;
}

const divided = (line: string, next: string): Divided | undefined => {
  if (!dividedEnd.test(line.slice(-4))) return undefined;
  const start = lastPart.exec(line.slice(-44))?.[0];
  const end = firstPart.exec(next.slice(0, 44))?.[0];
  if (start === undefined || end === undefined) return undefined;
  const front = start.slice(0, -1).toLowerCase();
  return {whole: front + end.toLowerCase(), compound: `${front}-${end.toLowerCase()}`};
};

/**
 * Decides by the text's own words: whichever of `whole` and `compound` occurs elsewhere is meant; where neither does, a text
 * that divides many words divided this one.
 */
export const createDehyphenation = (blocks: readonly (readonly string[])[]): Dehyphenate => {
  const sought = new Set<string>();
  let count = 0;
  let lines = 0;
  for (const block of blocks) {
    lines += block.length;
    for (const [place, line] of block.entries()) {
      const found = divided(line, block[place + 1] ?? '');
      if (found === undefined) continue;
      count++;
      sought.add(found.whole).add(found.compound);
    }
  }
  const known = new Set<string>();
  if (sought.size > 0) {
    for (const line of blocks.flat()) {
      for (const [word] of line.matchAll(words)) {
        const lower = word.toLowerCase();
        if (sought.has(lower)) known.add(lower);
      }
    }
  }
  const isSetText = count >= lines * partOfSetText;
  return (line, next) => {
    const found = divided(line, next);
    if (found === undefined) return undefined;
    const isDivision = line.endsWith('\u00ad') || known.has(found.whole) || (isSetText && !known.has(found.compound));
    return isDivision ? line.slice(0, -1) : line;
  };
};
