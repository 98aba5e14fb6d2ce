/** The beginning of a text in the place of a title. */

/** Columns that the first words fill at most; text without spaces is cut where it is. */
const longestWords = 80;

export const firstWords = (text: string): string => {
  if (text.length <= longestWords) return text;
  const cut = text.slice(0, longestWords + 1).replace(/[\ud800-\udbff]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > longestWords / 2 ? cut.slice(0, space) : cut.slice(0, -1)).replace(/[\s,;:.–—-]+$/, '')}…`;
};
