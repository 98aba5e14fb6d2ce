/** The articles of a listing, read from their files. */
import {basename, join} from 'node:path';
import type {Article} from '../../core/article.ts';
import {
  entryAt,
  flags,
  hasFlag,
  type Listing,
  libraryAt,
  nameAt,
  relativePathAt,
  sectionAt,
} from '../../core/listing/listing.ts';
import {readListedFile} from './file-reader.ts';

/** The absolute path of the file at a position. */
export const pathAt = (listing: Listing, position: number): string =>
  join(libraryAt(listing, position).path, relativePathAt(listing, position));

/** The same for the file system: bytes where the name of the file is no UTF-8. See `names` of a listing. */
export const filePathAt = (listing: Listing, position: number): string | Buffer => {
  const name = nameAt(listing, position);
  const path = pathAt(listing, position);
  return name.startsWith('/')
    ? Buffer.concat([Buffer.from(path.slice(0, -basename(path).length)), Buffer.from(name.slice(1), 'hex')])
    : path;
};

/**
 * The article at a position, read from its file.
 * @returns why it can't be read, where it can't
 */
export const readAt = (listing: Listing, position: number): Article | {readonly refused: string} => {
  const {id, library} = entryAt(listing, position);
  const relativePath = relativePathAt(listing, position);
  const path = pathAt(listing, position);
  const rawPath = filePathAt(listing, position);
  const content = readListedFile({path, relativePath, ...(typeof rawPath !== 'string' && {rawPath})}, id, library);
  if ('refused' in content) return content;
  const section = sectionAt(listing, position);
  const {article} = content;
  return section === undefined || section === article.section ? article : {...article, section};
};

/** The same, undefined where it can't be read. */
export const articleAt = (listing: Listing, position: number): Article | undefined => {
  const read = readAt(listing, position);
  return 'refused' in read ? undefined : read;
};

/** Of a file that has gone since it was listed, what the listing says. */
export const goneArticle = (listing: Listing, position: number): Article => {
  const {id, library, title, section} = entryAt(listing, position);
  return {
    ...{
      id,
      library,
      title,
      path: pathAt(listing, position),
      titleFrom: 'file-name',
      authors: [],
      tags: [],
      related: [],
    },
    ...{isHidden: hasFlag(listing, position, flags.hidden), problems: [], body: ''},
    ...(section !== undefined && {section}),
  };
};
