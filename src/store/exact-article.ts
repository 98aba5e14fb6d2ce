/** One article of a library by its id, read without the rest, where the id alone tells which file it is. */
import {realpathSync, statSync} from 'node:fs';
import {basename, join} from 'node:path';
import type {Article} from '../core/article.ts';
import {parseArticle} from '../core/parse-article.ts';
import {field} from '../core/sanitize.ts';
import type {LibraryPlace} from './places.ts';
import {readArticleFile} from './read-file.ts';

/** Ids that stand for themselves: no capitals, for disks that know none, and nothing that finding files passes over. */
const plainId = /^(?:(?!node_modules\/)[a-z0-9][a-z0-9._-]*\/)*(?!index$)[a-z0-9][a-z0-9._-]*$/;

/**
 * @returns undefined where only the whole library can tell: for an id that needs a search, a file with another extension, a
 * way through links, a file that can't be read
 */
export const readExactArticle = ({name, path: folder}: LibraryPlace, id: string): Article | undefined => {
  if (!plainId.test(id)) return undefined;
  // Of all files that could have the id, this one has it.
  const relativePath = `${id}.md`;
  const path = join(folder, relativePath);
  try {
    if (!statSync(path, {throwIfNoEntry: false})?.isFile()) return undefined;
    if (realpathSync(path) !== join(realpathSync(folder), relativePath)) return undefined;
    const reading = readArticleFile(path);
    if (!('bytes' in reading)) return undefined;
    const library = field(name ?? basename(folder));
    return parseArticle({id: field(id), library, path, relativePath, bytes: reading.bytes});
  } catch {
    return undefined;
  }
};
