/** What finds an article again when its file is renamed, for the reading state. */
import {readFileSync} from 'node:fs';
import type {Article} from '../core/article.ts';
import {addressKey} from '../core/links/web-address.ts';
import {contentHash} from '../store/content-hash.ts';

export interface ArticleTraits {
  readonly hash?: string;
  readonly source?: string;
}

/** A file that has gone meanwhile has none of its content. */
const hashOf = (path: string): string | undefined => {
  try {
    return contentHash(readFileSync(path));
  } catch {
    return undefined;
  }
};

export const traitsOf = ({path, source}: Article): ArticleTraits => {
  const hash = hashOf(path);
  return {...(hash !== undefined && {hash}), ...(source?.url !== undefined && {source: addressKey(source.url)})};
};
