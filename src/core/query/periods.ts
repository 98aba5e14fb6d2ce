/** Days and periods as queries name them: `2022`, `2022-07`, `2022-07-06`, `7d`. */

export interface Period {
  readonly amount: number;
  readonly unit: 'd' | 'w' | 'm' | 'y';
}

/** The first day of what is written, `YYYY-MM-DD`; nothing when there is no such year, month or day. */
export const firstDayOf = (text: string): string | undefined => {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '1', day = '1'] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // Date rolls the 31st of a shorter month over into the next: then the day was none.
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
};

export const parsePeriod = (text: string): Period | undefined => {
  const match = /^(\d{1,4})([dwmy])$/.exec(text);
  return match === null ? undefined : {amount: Number(match[1]), unit: match[2] as Period['unit']};
};

/** As `parsePeriod` takes it. */
export const periodText = ({amount, unit}: Period): string => `${amount}${unit}`;

/** The day that lies a period before `now`, by the calendar where `now` is read. */
export const dayBefore = (now: Date, {amount, unit}: Period): string => {
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()];
  const days = unit === 'd' ? amount : unit === 'w' ? 7 * amount : 0;
  const months = unit === 'm' ? amount : unit === 'y' ? 12 * amount : 0;
  // A month ago on the 31st is the last day of a shorter month, not the first of the one after it.
  const lastOfMonth = new Date(Date.UTC(year, month - months + 1, 0)).getUTCDate();
  const then = new Date(Date.UTC(year, month - months, Math.min(day, lastOfMonth) - days));
  return then.getUTCFullYear() > 0 ? then.toISOString().slice(0, 10) : '0000-01-01';
};
