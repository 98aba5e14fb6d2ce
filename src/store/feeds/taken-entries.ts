/** Which entries of a feed are remembered, and for how long. */
import type {TakenEntry} from './fetch-state.ts';

/** What left the feed so long ago does not come back; days. */
const daysRemembered = 180;

/** Of those that left the feed; what is in it is all remembered, or it would be taken again. */
const mostRemembered = 5_000;

const day = 24 * 60 * 60 * 1000;

/**
 * @param today `YYYY-MM-DD`
 * @returns without those that left the feed long ago, and the oldest of very many
 */
export const remembered = (
  taken: Readonly<Record<string, TakenEntry>>,
  today: string,
): Readonly<Record<string, TakenEntry>> => {
  const oldest = new Date(Date.parse(today) - daysRemembered * day).toISOString().slice(0, 10);
  const gone = Object.entries(taken).filter(([, {seen}]) => seen !== today && seen >= oldest);
  const latest = gone.sort(([, a], [, b]) => (a.seen < b.seen ? 1 : a.seen > b.seen ? -1 : 0)).slice(0, mostRemembered);
  return Object.fromEntries([...Object.entries(taken).filter(([, {seen}]) => seen === today), ...latest]);
};
