/** Finds the articles that a command line names: in the library, as a file, or on stdin. */

import {existsSync, readFileSync, statSync} from 'node:fs';
import {resolve} from 'node:path';
import type {Article} from '../core/article.ts';
import {articleExtension} from '../core/article-path.ts';
import {AppError} from '../core/errors.ts';
import {findArticle} from '../core/find-article.ts';
import {late} from '../core/late.ts';
import {findablesOf} from '../core/listing/listing.ts';
import type {SafeField} from '../core/sanitize.ts';
import {readExactArticle} from '../store/exact-article.ts';
import {articleFromBytes, loadArticle} from '../store/library.ts';
import {isFolder} from '../store/paths.ts';
import {largestFile} from '../store/read-file.ts';
import type {Invocation, Io} from './command.ts';
import {outputForm} from './output.ts';
import {onlyFolder, openLibrary, type Session} from './session.ts';
import {openSettings, type Settings} from './settings.ts';

export interface FoundArticle {
  readonly article: Article;
  /** What finds it again. */
  readonly reference: SafeField;
  /** Its file as it is, or what stdin held. */
  bytes(): Uint8Array;
}

export interface ArticleSource {
  /** @throws {AppError} when there is no such article, several, or it cannot be read */
  find(name: string): Promise<FoundArticle>;
  settings(): Promise<Settings>;
  /** The library too, read when it is first needed: an article from a file or stdin can do without. */
  session(): Promise<Session>;
}

export const createArticleSource = (invocation: Invocation): ArticleSource => {
  const {io} = invocation;
  const settings = late(() => openSettings(io));
  const session = late(async () => openLibrary(invocation, await settings()));
  // JSON tells what is related, and so reads the library anyway.
  const needsLibrary = outputForm(invocation) === 'json';
  const findExact = async (name: string): Promise<FoundArticle | undefined> => {
    const folder = needsLibrary ? undefined : onlyFolder(invocation, await settings());
    const article = folder && readExactArticle(folder, name);
    return article && {article, reference: article.id, bytes: () => readFileSync(article.path)};
  };
  const find = async (name: string): Promise<FoundArticle> => {
    if (name === '-') return fromStdin(io);
    const path = resolve(io.cwd, name);
    // An id may look like a path too: where two files want one id, the second has its extension.
    if (isWrittenAsPath(name) && (isAnchored(name) || existsSync(path))) return fromFile(path);
    const exact = await findExact(name);
    if (exact !== undefined) return exact;
    const {listing, read} = await session();
    try {
      const {position, reference} = findArticle(findablesOf(listing), name);
      const article = read(position);
      return {article, reference, bytes: () => readFileSync(article.path)};
    } catch (error) {
      const isNothing = error instanceof AppError && error.code === 'nothing-found';
      if (isNothing && (isFile(path) || isWrittenAsPath(name))) return fromFile(path);
      throw error;
    }
  };
  return {find, settings, session};
};

/** No id begins so. */
const isAnchored = (name: string): boolean => ['/', './', '../', '~'].some(start => name.startsWith(start));

/** Hardly an id: those have no extension. */
const isWrittenAsPath = (name: string): boolean => isAnchored(name) || articleExtension(name) !== undefined;

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

const fromFile = (path: string): FoundArticle => {
  if (existsSync(path) && isFolder(path)) {
    throw new AppError('usage', `${path} is a folder`, {hint: `newsprint list --library ${path}`});
  }
  const article = loadArticle(path);
  return {article, reference: article.id, bytes: () => readFileSync(path)};
};

const fromStdin = async ({stdin}: Io): Promise<FoundArticle> => {
  const bytes = await readAll(stdin);
  if (bytes.length === 0)
    throw new AppError('nothing-found', 'there is nothing on stdin', {
      hint: '- reads an article from a pipe or a file',
    });
  const article = articleFromBytes(bytes, 'stdin');
  return {article, reference: article.id, bytes: () => bytes};
};

/** Everything until its end; a stdin that is closed holds nothing. */
export const readAll = async (stream: AsyncIterable<Uint8Array | string>): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk as Uint8Array));
    length += chunks.at(-1)?.length ?? 0;
    if (length > largestFile) throw new AppError('usage', 'what comes in on stdin is larger than any article');
  }
  return Buffer.concat(chunks);
};
