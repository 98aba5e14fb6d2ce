/** Dates as feeds have them: what `core/dates.ts` reads, and odder forms, restated so that it can. */
import {parseDate} from '../../core/dates.ts';

export const isoDateOf = (text: string): string | undefined => parseDate(text)?.iso;
