/** Reads libraries from disk whole, single files, text from elsewhere. */
import {basename, dirname} from 'node:path';
import type {Article} from '../core/article.ts';
import {idOfPath} from '../core/article-path.ts';
import {AppError} from '../core/errors.ts';
import {type Failure, type Library, unifySections} from '../core/library.ts';
import {parseArticle} from '../core/parse-article.ts';
import {field, type SafeField} from '../core/sanitize.ts';
import {giveIds, idProblems} from './article-ids.ts';
import {type LibraryPlace, nameLibraries, scanLibrary} from './places.ts';
import {readArticleFile} from './read-file.ts';
import type {FoundFile} from './scan.ts';
import {systemErrorCode, systemReason} from './system-error.ts';

const readFile = (file: FoundFile, id: SafeField, library: SafeField): Article | Failure => {
  const failure = (message: string): Failure => ({path: field(file.path), message: field(message)});
  try {
    const reading = readArticleFile(file.rawPath ?? file.path);
    if ('refused' in reading) return failure(reading.refused);
    const {path, relativePath} = file;
    return parseArticle({id, library, path, relativePath, bytes: reading.bytes, problems: idProblems(file, id)});
  } catch (error) {
    return failure(systemReason(error));
  }
};

const isArticle = (read: Article | Failure): read is Article => 'id' in read;

/**
 * Reads libraries whole. What can't be read below them is told as failures; the rest is there.
 * @throws {AppError} `usage` for a place that is not there or is no library, `io` for one that may not be read
 */
export const loadLibrary = (places: readonly LibraryPlace[]): Library => {
  const articles: Article[] = [];
  const failures: Failure[] = [];
  const libraries = nameLibraries(places);
  for (const library of libraries) {
    const scan = scanLibrary(library);
    failures.push(...scan.failures);
    const ids = giveIds(scan.files);
    for (const file of scan.files) {
      const read = readFile(file, ids.get(file) ?? field(file.relativePath), library.name);
      if (isArticle(read)) articles.push(read);
      else failures.push(read);
    }
  }
  return {
    articles: unifySections(articles),
    failures,
    folders: libraries.map(({name, path}) => ({name, path})),
  };
};

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
