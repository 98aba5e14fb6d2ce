/** What a file's place in its library says about the article: its id, section, title and whether it is a page of its own. */
import {withoutDate} from './dates.ts';

/** What the files of articles are called. In order: of two files with the same id the former keeps it. */
export const articleExtensions: readonly string[] = ['.md', '.markdown', '.mdown'];

/** The one that a name ends in, in lower case; a name that is nothing else has none. */
export const articleExtension = (name: string): string | undefined => {
  const dot = name.lastIndexOf('.');
  const extension = dot < 1 ? '' : name.slice(dot).toLowerCase();
  return articleExtensions.includes(extension) ? extension : undefined;
};

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const withoutExtension = (path: string): string => path.slice(0, path.length - (articleExtension(path)?.length ?? 0));

const indexEnding = '/index';

/** `politics/border-rules` for `politics/border-rules.md` and for `politics/border-rules/index.md`. */
export const idOfPath = (relativePath: string): string => {
  const id = withoutExtension(relativePath);
  return id.toLowerCase().endsWith(indexEnding) ? id.slice(0, -indexEnding.length) : id;
};

/** Folders that site generators and archives sort by, which say nothing about the subject; dates and dot-folders are others. */
const unspeakingNames: ReadonlySet<string> = new Set(['_posts', 'content', 'news', 'articles', 'blog']);
const dated = /^(?:\d{1,2}|\d{4}(?:-\d\d){0,2})$/;

const isUnspeaking = (folder: string): boolean =>
  folder.startsWith('.') || unspeakingNames.has(folder.toLowerCase()) || dated.test(folder);

/** The first folder that names a subject. A folder that only holds the article itself, as `index.md`, is none. */
export const sectionOfPath = (relativePath: string): string | undefined =>
  idOfPath(relativePath)
    .split('/')
    .slice(0, -1)
    .find(folder => !isUnspeaking(folder));

/** `2022-07-06-border_rules.md` → `Border rules`. */
export const titleOfPath = (relativePath: string): string => {
  const name = withoutDate(baseName(idOfPath(relativePath)));
  const words = /\s/.test(name) ? name : name.replace(/[-_]+/g, ' ').trim() || name;
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** `_index.md`, `_index.de.md`: what Hugo makes lists of. */
export const isListPage = (relativePath: string): boolean => {
  const name = baseName(relativePath);
  return name.startsWith('_') && /^_index(?:\.[a-z-]+)?\.[a-z]+$/i.test(name);
};
