/** Addresses in feeds, which may be relative to a base that the feed names. */

const isAbsolute = (address: string): boolean => /^[a-z][a-z\d+.-]*:/i.test(address);

/** Without its line ends and the space around it, absolute where there is a base; as it was written where it cannot be resolved. */
export const resolveAddress = (address: string, base: string | undefined): string => {
  const trimmed = address.replace(/[\t\n\r]+/g, '').trim();
  if (trimmed === '' || base === undefined || isAbsolute(trimmed) || !URL.canParse(trimmed, base)) return trimmed;
  return new URL(trimmed, base).href;
};

/**
 * The base inside an element that may name one.
 * @param around the base outside
 */
export const baseWithin = (around: string | undefined, named: string | undefined): string | undefined => {
  if (named === undefined || named.trim() === '') return around;
  // Three slashes after the scheme have been seen.
  const base = resolveAddress(named, around).replace(/^(https?:)\/{3,}/i, '$1//');
  return /^https?:\/\//i.test(base) && URL.canParse(base) ? base : around;
};
