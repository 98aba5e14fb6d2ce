/** Numbers that name a version of a file for ever, also where two newsprints read the same library at once. */
import type {Listing} from '../../core/listing/listing.ts';

/** They count from here, in milliseconds since 1970. */
const epoch = Date.UTC(2026, 0, 1);

/** Two processes that read a file in the same millisecond still take different ones. Up to 53 bits in all, for 69 years. */
const processBits = 12;

/** @param from what was given before, to go on above it however the clock was set */
export const createRows = (now: () => number, from: Listing | undefined) => {
  const own = Math.floor(Math.random() * 2 ** processBits);
  let last = from?.columns.row.reduce((most, row) => Math.max(most, row), 0) ?? 0;
  const next = (): number => {
    const byClock = Math.max(0, now() - epoch) * 2 ** processBits + own;
    last = Math.max(Math.floor(byClock), last + 1);
    return last;
  };
  return {next, stamp: (): string => `${next().toString(36)}-${Math.random().toString(36).slice(2)}`};
};
