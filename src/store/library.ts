/** Reads what need be in no library: single files, and text from elsewhere. */
import {basename, dirname} from 'node:path';
import type {Article} from '../core/article.ts';
import {idOfPath} from '../core/article-path.ts';
import {AppError} from '../core/errors.ts';
import {parseArticle} from '../core/parse-article.ts';
import {field, type SafeField} from '../core/sanitize.ts';
import {readArticleFile} from './read-file.ts';
import {systemErrorCode, systemReason} from './system-error.ts';

const looseArticle = (name: string): {readonly relativePath: string; readonly id: SafeField} => ({
  relativePath: name,
  id: field(idOfPath(name)) || field('article'),
});

/**
 * One file that was named, whatever its extension; it need not be in a library. Its id is its name, its library its folder.
 * @param path absolute
 * @throws {AppError} `nothing-found` when it is not there, `io` when it can't be read
 */
export const loadArticle = (path: string): Article => {
  const {relativePath, id} = looseArticle(basename(path));
  const library = field(basename(dirname(path))) || field('library');
  try {
    const reading = readArticleFile(path);
    if ('bytes' in reading) return parseArticle({id, library, path, relativePath, bytes: reading.bytes});
    throw new AppError('io', `${path} cannot be read: ${reading.refused}`);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = systemErrorCode(error) === 'ENOENT' ? 'nothing-found' : 'io';
    throw new AppError(code, `${path} cannot be read: ${systemReason(error)}`, {cause: error});
  }
};

/** Text that is no file, as from stdin; its name becomes its id and, without a title of its own, its title. */
export const articleFromBytes = (bytes: Uint8Array, name: string): Article =>
  parseArticle({...looseArticle(name), library: field(name), path: '', bytes});
