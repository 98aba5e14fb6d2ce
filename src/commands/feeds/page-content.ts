/** The bytes of a page as an article. */
import {AppError} from '../../core/errors.ts';
import type {ImportedArticle} from '../../import/imported-article.ts';
import type {Fetched} from '../../net/fetch-address.ts';

/** @throws {AppError} where there is no article in it */
export const readPage = (_page: Pick<Fetched, 'address' | 'bytes' | 'contentType'>): ImportedArticle => {
  throw new AppError('io', 'pages are not read yet');
};
