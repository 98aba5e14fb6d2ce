/** Hyphens at the ends of wrapped lines: those that only divided a word go, those of compounds stay. */

/** What a line ends with before the rest of its word: the line without a hyphen that goes. Undefined where no word is divided. */
export type Dehyphenate = (line: string, next: string) => string | undefined;

const dividedEnd = /[\p{L}\p{M}](-|\u2010|\u00ad)$/u;
const lastPart = /[\p{L}\p{M}]{1,40}.$/u;
const firstPart = /^\p{Ll}[\p{L}\p{M}]{0,40}/u;
const words = /\p{L}[\p{L}\p{M}]*(?:[-\u2010]\p{L}[\p{L}\p{M}]*)*/gu;

/** What stands before a hyphen of its own in English, German and French: numbers, and parts that make compounds. */
const compoundStarts =
  /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|well|self|half|non|ex|semi|mid|vice|north|south|east|west|dix|vingt|trente|quarante|cinquante|soixante|quatre|arrière|après|avant|demi)$/;

/** Ends that are no words of their own. */
const wordEnds =
  /^(?:ments?|tions?|sions?|ings?|ness|ity|ities|ances?|ences?|able|ible|ously?|ively?|ers?|ed|ly|ción|ciones|mente|miento|mientos|dad|idades|ungen|ung|keit|heit|lich|ischen?|schaft|tement|teurs?|zione|zioni|ção|ções)$/;

/** Set text divides every tenth line or so, wrapped text breaks a compound every hundredth. */
const partOfSetText = 0.03;

/** One hyphen proves nothing. */
const fewestOfSetText = 2;

interface Divided {
  readonly front: string;
  readonly end: string;
  readonly whole: string;
  readonly compound: string;
}

const divided = (line: string, next: string): Divided | undefined => {
  if (!dividedEnd.test(line.slice(-4))) return undefined;
  const start = lastPart.exec(line.slice(-44))?.[0];
  const end = firstPart.exec(next.slice(0, 44))?.[0];
  if (start === undefined || end === undefined) return undefined;
  const front = start.slice(0, -1).toLowerCase();
  const rest = end.toLowerCase();
  return {front, end: rest, whole: front + rest, compound: `${front}-${rest}`};
};

/**
 * Decides by the text's own words: whichever of `whole` and `compound` occurs elsewhere is meant; where neither does, a text
 * that divides many words divided this one. Where that is not sure the hyphen stays, which is the smaller fault.
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
      for (const word of Object.values<string>({...found})) sought.add(word);
    }
  }
  const known = new Map<string, number>();
  if (sought.size > 0) {
    for (const line of blocks.flat()) {
      for (const [word] of line.matchAll(words)) {
        const lower = word.toLowerCase();
        if (sought.has(lower)) known.set(lower, (known.get(lower) ?? 0) + 1);
      }
    }
  }
  const isSetText = count >= Math.max(fewestOfSetText, lines * partOfSetText);
  return (line, next) => {
    const found = divided(line, next);
    if (found === undefined) return undefined;
    const {front, end, whole, compound} = found;
    if (line.endsWith('\u00ad') || known.has(whole)) return line.slice(0, -1);
    // Once is here.
    const areWords = (known.get(front) ?? 0) > 1 && (known.get(end) ?? 0) > 1;
    const isCompound = known.has(compound) || compoundStarts.test(front) || areWords;
    const isDivision = !isCompound && (isSetText || wordEnds.test(end));
    return isDivision ? line.slice(0, -1) : line;
  };
};
