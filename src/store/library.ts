/** Reads libraries from disk: folders of files, single files, text from elsewhere. */
import {realpathSync, statSync} from 'node:fs';
import {basename, dirname} from 'node:path';
import type {Article, Problem} from '../core/article.ts';
import {articleExtension, articleExtensions, idOfPath} from '../core/article-path.ts';
import {AppError} from '../core/errors.ts';
import {type Failure, type Library, unifySections} from '../core/library.ts';
import {parseArticle} from '../core/parse-article.ts';
import {field, type SafeField} from '../core/sanitize.ts';
import {readArticleFile} from './read-file.ts';
import {type FoundFile, type Scan, scanFolder} from './scan.ts';
import {systemErrorCode, systemReason} from './system-error.ts';

/** A folder of articles, or one file that is a library by itself. */
export interface LibraryPlace {
  /** Its folder's name unless given. */
  readonly name?: string;
  /** Absolute. */
  readonly path: string;
}

interface NamedPlace {
  readonly name: SafeField;
  /** The folder that it is or that the file is in. */
  readonly folder: string;
  readonly scan: Scan;
}

/** Two libraries never have the same name, or `name:id` would not tell them apart: the second is `news-2`. */
const distinctName = (wanted: SafeField, taken: ReadonlySet<SafeField>): SafeField => {
  const name = wanted || field('library');
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : field(`${name}-${number}`);
    if (!taken.has(candidate)) return candidate;
  }
};

const placeError = (path: string, error: unknown): AppError =>
  ['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')
    ? new AppError('usage', `no library at ${path}`, {hint: 'name a folder with Markdown files in it', cause: error})
    : new AppError('io', `the library ${path} cannot be read: ${systemReason(error)}`, {
        hint: 'see who may read it with "ls -ld"',
        cause: error,
      });

/** @throws {AppError} for a place that is not there, may not be read or is no library */
const reached = <Found>(path: string, find: () => Found): Found => {
  try {
    return find();
  } catch (error) {
    throw placeError(path, error);
  }
};

const scanPlace = (path: string): {folder: string; scan: Scan} => {
  const stat = reached(path, () => statSync(path));
  if (stat.isDirectory()) return {folder: path, scan: reached(path, () => scanFolder(path))};
  if (stat.isFile())
    return {folder: dirname(path), scan: {files: [{path, relativePath: basename(path)}], failures: []}};
  throw new AppError('usage', `${path} is no folder`, {hint: 'name a folder with Markdown files in it'});
};

/** A place that is given twice, by whatever path, is read once. */
const namePlaces = (places: readonly LibraryPlace[]): NamedPlace[] => {
  const names = new Set<SafeField>();
  const realPaths = new Set<string>();
  return places.flatMap(({name, path}) => {
    const realPath = reached(path, () => realpathSync(path));
    if (realPaths.has(realPath)) return [];
    realPaths.add(realPath);
    const distinct = distinctName(field(name ?? basename(path)), names);
    names.add(distinct);
    return [{name: distinct, ...scanPlace(path)}];
  });
};

/** Which of the files with the same id keeps it: `x.md`, then `x.markdown`, then `x/index.md`. */
const rank = ({relativePath}: FoundFile): number => {
  const extension = articleExtension(relativePath);
  const byExtension = extension === undefined ? articleExtensions.length : articleExtensions.indexOf(extension);
  return basename(relativePath).toLowerCase().startsWith('index.') ? byExtension + 10 : byExtension;
};

/** An id for each file, none twice: where the usual one is taken, the path with its extension, and where that is, a number. */
const giveIds = (files: readonly FoundFile[]): ReadonlyMap<FoundFile, SafeField> => {
  const ids = new Map<FoundFile, SafeField>();
  const taken = new Set<SafeField>();
  const ranked = files.map(file => ({file, rank: rank(file)})).sort((a, b) => a.rank - b.rank);
  const give = (file: FoundFile, wanted: SafeField): boolean => {
    if (wanted === '' || taken.has(wanted)) return false;
    taken.add(wanted);
    ids.set(file, wanted);
    return true;
  };
  const others = ranked.filter(({file}) => !give(file, field(idOfPath(file.relativePath))));
  for (const {file} of others) {
    const path = field(file.relativePath);
    for (let number = 1; !give(file, number === 1 ? path : field(`${path}~${number}`)); number++);
  }
  return ids;
};

const problemsOf = (file: FoundFile, id: SafeField): Problem[] => {
  const problems: string[] = [];
  if (file.rawPath !== undefined) problems.push('the name of the file is not in UTF-8');
  const usual = field(idOfPath(file.relativePath));
  if (id !== usual) problems.push(usual === '' ? 'the name of the file is empty' : `another file has the id ${usual}`);
  return problems.map(message => ({message: field(message)}));
};

const readFile = (file: FoundFile, id: SafeField, library: SafeField): Article | Failure => {
  const failure = (message: string): Failure => ({path: field(file.path), message: field(message)});
  try {
    const reading = readArticleFile(file.rawPath ?? file.path);
    if ('refused' in reading) return failure(reading.refused);
    const {path, relativePath} = file;
    return parseArticle({id, library, path, relativePath, bytes: reading.bytes, problems: problemsOf(file, id)});
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
  const named = namePlaces(places);
  for (const {name, scan} of named) {
    failures.push(...scan.failures);
    const ids = giveIds(scan.files);
    for (const file of scan.files) {
      const read = readFile(file, ids.get(file) ?? field(file.relativePath), name);
      if (isArticle(read)) articles.push(read);
      else failures.push(read);
    }
  }
  return {
    articles: unifySections(articles),
    failures,
    folders: named.map(({name, folder}) => ({name, path: folder})),
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
