/** Reads one file for a listing: the article, and what tells this version of the file from others. */
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

/** @returns why it can't be read, where it can't */
export const readListedFile = (
  file: FoundFile,
  id: SafeField,
  library: SafeField,
): FileContent | {readonly refused: string} => {
  try {
    const reading = readArticleFile(file.rawPath ?? file.path);
    if ('refused' in reading) return reading;
    const {bytes, modified} = reading;
    const hash = contentHash(bytes);
    const {path, relativePath} = file;
    return {
      article: parseArticle({id, library, path, relativePath, bytes, problems: idProblems(file, id)}),
      size: bytes.length,
      modified,
      hash: [Number.parseInt(hash.slice(0, 8), 16), Number.parseInt(hash.slice(8), 16)],
    };
  } catch (error) {
    return {refused: systemReason(error)};
  }
};
