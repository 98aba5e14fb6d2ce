/** Whether lines that are set in are commands or code, which stand as they were written. */

const setIn = /^(?: {2,}|\t)/;
const prompt = /^\s+(?:\$|%|#|>>>|PS>)\s\S/;
const codeLike =
  /^(?: {4}|\t).*(?:[{};\\]$|\s--?[a-z][\w-]*|[\w\])]\s?=\s?\S|\w\(\S*\)|\s\|\s\w)|^(?: {4}|\t)\s*(?:<\/?[a-z]|(?:sudo|curl|git|npm|npx|pip|apt|apt-get|cd|docker|ssh|wget|make|brew|export|echo|cat|mkdir)\s)/;

/** Longer lines are not looked at. */
const longest = 500;

/** @param lines of one block, none of them empty */
export const isCodeBlock = (lines: readonly string[]): boolean => {
  if (lines.length === 0 || !lines.every(line => line.length <= longest && setIn.test(line))) return false;
  return lines.some(line => prompt.test(line)) || lines.filter(line => codeLike.test(line)).length * 2 > lines.length;
};

/** The lines without the columns that all of them are set in by. */
export const withoutIndent = (lines: readonly string[]): string[] => {
  const spaced = lines.map(line => line.replaceAll('\t', '    ').trimEnd());
  const indent = spaced.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), longest);
  return spaced.map(line => line.slice(indent));
};
