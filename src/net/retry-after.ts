/** How long a server wants to be left alone: the header `Retry-After` (RFC 9110, 10.2.3). */

/** Nobody means longer; seconds. */
const longest = 30 * 24 * 60 * 60;

/**
 * @param header seconds, or a date
 * @param now milliseconds since 1970
 * @returns whole seconds, 0 for a moment that is over; undefined for what is neither
 */
export const retryAfterSeconds = (header: string | undefined, now: number): number | undefined => {
  const text = header?.trim() ?? '';
  if (/^\d{1,15}$/.test(text)) return Math.min(Number(text), longest);
  // `Date.parse` alone would take "2" or "1e3" for a year.
  const time = /^[A-Za-z]{3,9},? .{10,60}$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) return undefined;
  return Math.min(Math.max(0, Math.ceil((time - now) / 1000)), longest);
};
