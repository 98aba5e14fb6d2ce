/** Names of months in the languages that feeds write them in. */
import {late} from '../../core/late.ts';

const languages = 'en de fr es it pt nl ru el hu pl cs sv da nb tr ro uk bg ca id hr'.split(' ');

/** In small letters, without accents and what ends an abbreviation. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(?:de |d['’])/, '')
    .replace(/[.,]+$/, '');

const monthNames = late((): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const language of languages) {
    // With a day beside it a name has another case in some languages.
    for (const options of [
      {month: 'long'},
      {month: 'short'},
      {month: 'long', day: 'numeric'},
      {month: 'short', day: 'numeric'},
    ] as const) {
      const format = new Intl.DateTimeFormat(language, {...options, timeZone: 'UTC'});
      for (let month = 1; month <= 12; month += 1) {
        const name = plain(
          format.formatToParts(Date.UTC(2022, month - 1, 5)).find(({type}) => type === 'month')?.value ?? '',
        );
        if (/\d|^$/.test(name)) continue;
        // Where languages disagree, nothing is known: October in one is November in another.
        found.set(name, (found.get(name) ?? month) === month ? month : 0);
      }
    }
  }
  return found;
});

/** 1–12 for a name in full or the start of one, of at least three letters, that can be no other month's; else undefined. */
export const monthOf = (name: string): number | undefined => {
  const wanted = plain(name);
  const exact = monthNames().get(wanted);
  if (exact !== undefined) return exact === 0 ? undefined : exact;
  if (wanted.length < 3) return undefined;
  const months = new Set([...monthNames()].filter(([full]) => full.startsWith(wanted)).map(([, month]) => month));
  const [only] = months;
  return months.size === 1 && only !== 0 ? only : undefined;
};
