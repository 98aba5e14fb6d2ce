/** Names of months in the languages that most news is in. */
import {late} from '../core/late.ts';
import {fold} from '../core/tokens.ts';

/** Arabic has three sets of names, by country; Persian and Hebrew write dates of the news by this calendar, too. */
const languages =
  'en de fr es it pt nl ru el hu pl cs sv da nb tr ro uk bg ca id ar-EG ar-SY ar-DZ fa-u-ca-gregory he-u-ca-gregory'.split(
    ' ',
  );

/** Folded, without what ends an abbreviation or stands before a name. */
const plain = (name: string): string =>
  fold(name)
    .replace(/^(?:de |d['’])/, '')
    .replace(/[.,]+$/, '');

const namesIn = (among: readonly string[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const language of among) {
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
};

const monthNames = late(() => namesIn(languages));
/** With Croatian, of which a month is called as another one is in Polish and Czech. */
const doubtedNames = late(() => namesIn([...languages, 'hr']));

/** 1–12 for a name in full or cut as its language cuts it, for text that news is in; undefined for what is none, or of two months. */
export const monthNamed = (name: string): number | undefined => monthNames().get(plain(name)) || undefined;

/** 1–12 for a name in full or the start of one, of at least three letters, that can be no other month's; else undefined. */
export const monthOf = (name: string): number | undefined => {
  const wanted = plain(name);
  const exact = doubtedNames().get(wanted);
  if (exact !== undefined) return exact === 0 ? undefined : exact;
  if (wanted.length < 3) return undefined;
  const months = new Set([...doubtedNames()].filter(([full]) => full.startsWith(wanted)).map(([, month]) => month));
  const [only] = months;
  return months.size === 1 && only !== 0 ? only : undefined;
};
