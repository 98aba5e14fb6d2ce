/** Dates as pages write them, in the languages that most news is in, anywhere in a short line. */
import {newsDay, parseDate} from '../../core/dates.ts';
import {late} from '../../core/late.ts';
import {fold} from '../../core/tokens.ts';
import {monthNamed} from '../months.ts';

interface FoundDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

type Groups = readonly (string | undefined)[];

const monthWord = '(\\p{L}{2,12}(?: (?:الثاني|الاول))?)';
/** A month by both of its Arabic names: `تموز/يوليو`, `تموز (يوليو)`. */
const otherName = '(?:\\s?[/(]\\s?[\u0621-\u064a]{2,12}(?: (?:الثاني|الاول))?\\)?)?';
const year = '((?:19|20)\\d\\d)(?!\\d)';
const dayOfMonth = '(?<!\\d)([0-3]?\\d)(?:st|nd|rd|th|er|º|ª|o|e|a)?\\.?';
const joiner = "[\\s,،.'’]{1,3}(?:(?:de|del|d|of|do|di)[\\s'’]{1,2})?";

const number = (text: string | undefined): number => Number(text ?? Number.NaN);
/** Hebrew sets the word for "in" before a month's name, without a space. */
const monthOf = (name = ''): number => monthNamed(name) ?? monthNamed(name.replace(/^ב/, '')) ?? 0;

/** Matched against folded text of at most `longest` characters. */
const layouts = late((): readonly {readonly pattern: RegExp; readonly read: (groups: Groups) => FoundDay}[] => [
  {
    // 2022-07-06, 2022/7/6, 2022年7月6日, 2022년 7월 6일
    pattern: /(?<!\d)((?:19|20)\d\d)\s?(?:[-/.]|年|년\.?)\s?([01]?\d)\s?(?:[-/.]|月|월\.?)\s?([0-3]?\d)(?!\d)/gu,
    read: ([, y, m, d]) => ({year: number(y), month: number(m), day: number(d)}),
  },
  {
    // 6 July 2022, 6. Juli 2022, 6 de julio de 2022, 06-Jul-2022
    pattern: new RegExp(`${dayOfMonth}(?:${joiner}|[/-])${monthWord}${otherName}\\.?(?:${joiner}|[/-])${year}`, 'gu'),
    read: ([, d, m, y]) => ({year: number(y), month: monthOf(m), day: number(d)}),
  },
  {
    // 06/JUL/22
    pattern: new RegExp(`${dayOfMonth}[/-]${monthWord}[/-](\\d\\d)(?!\\d)`, 'gu'),
    read: ([, d, m, y]) => ({year: 2000 + number(y), month: monthOf(m), day: number(d)}),
  },
  {
    // July 6, 2022
    pattern: new RegExp(`(?<!\\p{L})${monthWord}\\.?\\s${dayOfMonth},?\\s${year}`, 'gu'),
    read: ([, m, d, y]) => ({year: number(y), month: monthOf(m), day: number(d)}),
  },
  {
    // 06.07.2022: with points, the day comes first everywhere
    pattern: new RegExp(`(?<!\\d)([0-3]?\\d)\\.([01]?\\d)\\.${year}`, 'gu'),
    read: ([, d, m, y]) => ({year: number(y), month: number(m), day: number(d)}),
  },
  {
    // 13/06/2014: only where no month can be mistaken for the day
    pattern: new RegExp(`(?<!\\d)(1[3-9]|2\\d|3[01])[/-]([01]?\\d)[/-]${year}`, 'gu'),
    read: ([, d, m, y]) => ({year: number(y), month: number(m), day: number(d)}),
  },
  {
    pattern: new RegExp(`(?<!\\d)([01]?\\d)[/-](1[3-9]|2\\d|3[01])[/-]${year}`, 'gu'),
    read: ([, m, d, y]) => ({year: number(y), month: number(m), day: number(d)}),
  },
]);

/** Every layout has a year of these centuries in it, or a short one behind a month's name. */
const yearLike = /(?:19|20)\d\d|\p{L}[/-]\d\d(?!\d)|[١۱][٩۹][٠-٩۰-۹]{2}|[٢۲][٠۰][٠-٩۰-۹]{2}/u;

/** Longer lines are text that speaks of a day. */
const longest = 200;

/** Latin digits for those of Arabic and Persian. */
const withLatinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => String(digit.charCodeAt(0) & 0xf));

const clock =
  /^[\s,|–—-]{0,4}(?:at |um |a las |a |kl\.? |om )?(\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?(?:utc|gmt|[+-]\d\d:?\d\d|[a-z]{2,4})){0,2})/i;

export interface DateInText {
  /** ISO 8601: the day, or the moment where a time and its zone are given. */
  readonly iso: string;
  /** What of the line is left without it, folded. */
  readonly rest: string;
}

/** The first date in a line. */
export const dateInText = (line: string): DateInText | undefined => {
  if (line.length > longest || !yearLike.test(line)) return undefined;
  const text = withLatinDigits(fold(line));
  for (const {pattern, read} of layouts()) {
    for (const found of text.matchAll(pattern)) {
      const {year: y, month, day} = read(found);
      const date = newsDay(y, month, day);
      if (date === undefined) continue;
      const behind = text.slice(found.index + found[0].length);
      const [timeText = '', time = ''] = clock.exec(behind) ?? [];
      const moment = time === '' ? undefined : parseDate(`${date.day} ${time}`);
      const hasZone = moment !== undefined && /(?:Z|[+-]\d\d:\d\d)$/.test(moment.iso);
      return {
        iso: hasZone ? moment.iso : date.day,
        rest: `${text.slice(0, found.index)} ${behind.slice(timeText.length)}`,
      };
    }
  }
  return undefined;
};

/** The first date in a line, if it is not after a day. */
export const dayUpTo = (lastDay: string, line: string): DateInText | undefined => {
  const date = dateInText(line);
  return date === undefined || date.iso.slice(0, 10) > lastDay ? undefined : date;
};

/** Words that stand around dates, folded: of publishing, of zones, of weekdays. */
const dateWords = late(
  () =>
    new Set(
      `published updated posted modified last first on at by ago am pm um et pt ct mt est edt cst cdt pst pdt mst mdt
      gmt utc cet cest bst ist ut jst kst msk publicado actualizado el a las publicada atualizado em as publie le mis
      jour a modifie veroffentlicht aktualisiert am stand uhr pubblicato aggiornato il alle gepubliceerd bijgewerkt op
      om publicerad uppdaterad publisert oppdatert publiceret opdateret kl den monday tuesday wednesday thursday
      friday saturday sunday mon tue tues wed thu thur thurs fri sat sun lunes martes miercoles jueves viernes sabado
      domingo segunda terca quarta quinta sexta feira lundi mardi mercredi jeudi vendredi samedi dimanche montag
      dienstag mittwoch donnerstag freitag samstag sonntag lunedi martedi mercoledi giovedi venerdi sabato domenica
      min read minute minutes lecture lesezeit minuten`.split(/\s+/),
    ),
);

/** How many words a line has beside its dates and what stands around them. */
export const wordsBesideDate = (rest: string): number => {
  const next = dateInText(rest);
  const text = next === undefined ? rest : next.rest;
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.filter(word => !dateWords().has(word) && !/^\p{Nd}+$/u.test(word)).length;
};
