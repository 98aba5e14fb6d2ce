/** Names of months and weekdays, which two articles share without having anything in common. */
import {words} from '../tokens.ts';

const byLanguage = new Map<string, ReadonlySet<string>>();

const inLanguage = (language: string): ReadonlySet<string> => {
  const names = new Set<string>();
  try {
    const formats = (['long', 'short'] as const).map(
      style => new Intl.DateTimeFormat(language, {month: style, weekday: style, day: 'numeric', timeZone: 'UTC'}),
    );
    // Each month has its name and a week has all its days within 48 steps of 8 days.
    for (let step = 0; step < 48; step++) {
      for (const format of formats) for (const word of words(format.format(step * 8 * 86_400_000))) names.add(word);
    }
  } catch {
    // No such language: its calendar is not known.
  }
  return names;
};

/** @param word folded; @param language as the article says, empty for English */
export const isCalendarWord = (word: string, language: string): boolean => {
  const known = byLanguage.get(language) ?? inLanguage(language || 'en');
  byLanguage.set(language, known);
  return known.has(word);
};
