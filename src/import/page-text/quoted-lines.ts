/** Lines that mail programs quote with `>`. */

/** One mark, or all of them where they are more than four, as nobody reads them. */
const mark = /^\s*>[^\S\n]?(?:>[^\S\n]?>[^\S\n]?>[^\S\n]?>[> \t]*)?/;

export const isQuoted = (line: string): boolean => /^\s*>(?:$|[\s>\p{L}\p{N}"“«(])/u.test(line.slice(0, 200));

export const withoutQuote = (line: string): string => line.replace(mark, '');

export const quoted = (text: string): string =>
  text
    .split('\n')
    .map(line => (line === '' ? '>' : `> ${line}`))
    .join('\n');
