/** The part of its site that an article stands in. */
import {letters} from '../letters.ts';

const longest = 60;

/** Names of what holds every article of a site: articles would be sorted by nothing. `News` stays, it tells news from opinion. */
const anything = new Set(
  'all|all articles|all posts|all news|articles|article|blog|blogs|posts|default|featured|front page|frontpage|general|home|homepage|home page|index|latest|latest news|main|misc|miscellaneous|more|none|other|other news|others|slider|top news|top stories|top story|uncategorized|uncategorised|unkategorisiert|allgemein|sin categor\u00eda|sem categoria|non class\u00e9|senza categoria|tak berkategori|story|stories|null|undefined'.split(
    '|',
  ),
);

/** Whether a name tells an article from no other. */
export const isForAnything = (name: string): boolean => anything.has(letters(name));

/** `SPACE` and `space`, as headings of lists write them; `UFC` and `U.S.` are names. */
const inCase = (section: string, others: readonly string[]): string => {
  const isUpper = section === section.toUpperCase() && /\p{Lu}{2}/u.test(section);
  const isLower = section === section.toLowerCase() && /^\p{Ll}/u.test(section);
  if (!isUpper && !isLower) return section;
  const written = others.find(
    other => letters(other) === letters(section) && /\p{Lu}/u.test(other) && /\p{Ll}/u.test(other),
  );
  if (written !== undefined) return written;
  if (isLower) return section.charAt(0).toUpperCase() + section.slice(1);
  return section.replace(/\p{Lu}{5,}/gu, word => word.charAt(0) + word.slice(1).toLowerCase());
};

/**
 * @param written best first
 * @param others names that the page writes of its topics
 */
export const sectionOf = (written: readonly string[], others: readonly string[]): string | undefined => {
  const names = written.filter(name => name.length <= longest && !/^https?:/.test(name));
  const telling = names.find(name => !isForAnything(name));
  return telling === undefined ? undefined : inCase(telling, [...names, ...others]);
};
