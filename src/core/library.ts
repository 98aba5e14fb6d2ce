/** The library in memory: its articles, what could not be read, and how they are grouped. How one is found is in `find-article.ts`. */
import type {Article} from './article.ts';
import type {SafeField} from './sanitize.ts';
import {fold} from './tokens.ts';

/** A file or folder that could not be listed as an article. */
export interface Failure {
  readonly path: SafeField;
  readonly message: SafeField;
}

export interface Library {
  /** All articles, hidden ones too, in no particular order. */
  readonly articles: readonly Article[];
  readonly failures: readonly Failure[];
  /** The folders it was read from, in the order given; absolute. */
  readonly folders: readonly {readonly name: SafeField; readonly path: string}[];
}

const compare = <Value extends number | string>(a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0);

export interface Section {
  readonly name: SafeField;
  readonly count: number;
}

/** The sections of these articles, the fullest first, as a paper puts its main parts in front; equals by name. */
export const sectionsOf = (articles: readonly Article[]): readonly Section[] => {
  const counts = new Map<SafeField, number>();
  for (const {section} of articles) {
    if (section !== undefined) counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({name, count}))
    .sort((a, b) => b.count - a.count || compare(fold(a.name), fold(b.name)) || compare(a.name, b.name));
};

/**
 * The same articles with one spelling a section: where `Politics` is written in front matter and `politics` is a folder,
 * they are one section, spelled as most have it.
 */
export const unifySections = (articles: readonly Article[]): readonly Article[] => {
  const spellings = new Map<string, SafeField>();
  const sections = sectionsOf(articles);
  for (const {name} of sections) {
    if (!spellings.has(fold(name))) spellings.set(fold(name), name);
  }
  if (spellings.size === sections.length) return articles;
  return articles.map(article => {
    const section = article.section === undefined ? undefined : spellings.get(fold(article.section));
    return section === undefined || section === article.section ? article : {...article, section};
  });
};
