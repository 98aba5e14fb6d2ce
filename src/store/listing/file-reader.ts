/** Reads one file of a listing: the article, and what tells this version of the file from others. */
import type {Article} from '../../core/article.ts';
import {parseArticle} from '../../core/parse-article.ts';
import type {SafeField} from '../../core/sanitize.ts';
import {idProblems} from '../article-ids.ts';
import {contentHash} from '../content-hash.ts';
import {readArticleFile} from '../read-file.ts';
import type {FoundFile} from '../scan.ts';
import {systemReason} from '../system-error.ts';

export type Hash = readonly [high: number, low: number];

export interface FileContent {
  readonly article: Article;
  readonly size: number;
  readonly modified: number;
  readonly hash: Hash;
}

/** Why a file can't be read. */
export interface Refused {
  readonly refused: string;
}

/** What it takes to read a file: where it is, and what it is called. */
type Listed = readonly [file: FoundFile, id: SafeField, library: SafeField];

interface Parsed {
  readonly article: Article;
  /** Good until the next file is read. */
  readonly bytes: Uint8Array;
  readonly modified: number;
}

const parsed = (...[file, id, library]: Listed): Parsed | Refused => {
  try {
    const reading = readArticleFile(file.rawPath ?? file.path);
    if ('refused' in reading) return reading;
    const {bytes, modified} = reading;
    const {path, relativePath} = file;
    const article = parseArticle({id, library, path, relativePath, bytes, problems: idProblems(file, id)});
    return {article, bytes, modified};
  } catch (error) {
    return {refused: systemReason(error)};
  }
};

/** Without what tells its version, which takes about a tenth of the time. */
export const readListedArticle = (...listed: Listed): Article | Refused => {
  const read = parsed(...listed);
  return 'refused' in read ? read : read.article;
};

export const readListedFile = (...listed: Listed): FileContent | Refused => {
  const read = parsed(...listed);
  if ('refused' in read) return read;
  const {article, bytes, modified} = read;
  const hash = contentHash(bytes);
  return {
    ...{article, size: bytes.length, modified},
    hash: [Number.parseInt(hash.slice(0, 8), 16), Number.parseInt(hash.slice(8), 16)],
  };
};
