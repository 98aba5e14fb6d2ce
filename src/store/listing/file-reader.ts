/** Reads one file for a listing: the article, and what tells this version of the file from others. */
import {createHash} from 'node:crypto';
import type {Article} from '../../core/article.ts';
import {parseArticle} from '../../core/parse-article.ts';
import type {SafeField} from '../../core/sanitize.ts';
import {idProblems} from '../article-ids.ts';
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
    const digest = createHash('sha1').update(bytes).digest();
    const {path, relativePath} = file;
    return {
      article: parseArticle({id, library, path, relativePath, bytes, problems: idProblems(file, id)}),
      size: bytes.length,
      modified,
      hash: [digest.readUInt32BE(0), digest.readUInt32BE(4)],
    };
  } catch (error) {
    return {refused: systemReason(error)};
  }
};
