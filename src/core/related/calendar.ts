/**
 * Names of months and weekdays, folded, which two articles share without having anything in common. As a table, since the
 * first `Intl.DateTimeFormat` of a process costs more than all the rest of finding what is related.
 */
import {late} from '../late.ts';

const byLanguage = {
  en: `january february march april may june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
    saturdays sundays mon tue tues wed thu thurs fri sat sun`,
  es: `enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre lunes martes miercoles
    jueves viernes sabado domingo`,
  fr: `janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi
    samedi dimanche`,
  pt: `janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro segunda terca quarta quinta
    sexta feira sabado domingo`,
  de: `januar februar marz april mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag
    freitag samstag sonnabend sonntag`,
  it: `gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedi martedi mercoledi
    giovedi venerdi sabato domenica`,
  nl: `januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag
    donderdag vrijdag zaterdag zondag`,
  ar: `يناير فبراير مارس ابريل مايو يونيو يوليو يوليوز غشت اغسطس سبتمبر شتنبر اكتوبر نوفمبر نونبر ديسمبر دجنبر الاثنين الثلاثاء
    الاربعاء الخميس الجمعه السبت الاحد`,
};

/** All of them. */
export const calendarWords = late((): ReadonlySet<string> => new Set(Object.values(byLanguage).join(' ').split(/\s+/)));

/** @param word folded, as `words` gives it */
export const isCalendarWord = (word: string): boolean => calendarWords().has(word);
