/** Dates of articles: what was written, as a calendar day and as a moment. */

export interface NewsDate {
  /** ISO 8601: `2022-07-06` when no time was given, else with time, and with zone when one was given. */
  readonly iso: string;
  /** The calendar day as it was written, `YYYY-MM-DD`; the same in every zone. */
  readonly day: string;
  /** Milliseconds since 1970, for sorting; a date without time or zone counts as UTC. */
  readonly time: number;
}
