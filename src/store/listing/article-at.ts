/** The articles of a listing, read from their files. */
import {sep} from 'node:path';
import type {Article} from '../../core/article.ts';
import {
  entryAt,
  flags,
  hasFlag,
  type Listing,
  libraryAt,
  rawPathAt,
  relativePathAt,
  sectionAt,
} from '../../core/listing/listing.ts';
import type {SafeField} from '../../core/sanitize.ts';
import {type FoundFile, pathBelow} from '../scan.ts';
import {type Refused, readListedArticle} from './file-reader.ts';

/** The file at a position. */
export const fileAt = (listing: Listing, position: number): FoundFile => {
  const {path: folder} = libraryAt(listing, position);
  const relativePath = relativePathAt(listing, position);
  const raw = rawPathAt(listing, position);
  return {
    path: pathBelow(folder, relativePath),
    relativePath,
    ...(raw && {rawPath: Buffer.concat([Buffer.from(`${folder}${sep}`), raw])}),
  };
};

/** Its absolute path. */
export const pathAt = (listing: Listing, position: number): string => fileAt(listing, position).path;

/** The same for the file system: bytes where its name is no UTF-8. */
export const filePathAt = (listing: Listing, position: number): string | Buffer => {
  const {path, rawPath} = fileAt(listing, position);
  return rawPath ?? path;
};

/** All that it takes to read a file: data that may go to another thread. */
export interface ListedFile {
  readonly file: FoundFile;
  readonly id: SafeField;
  readonly library: SafeField;
  /** As the listing says, whatever the file does. */
  readonly section: SafeField | undefined;
}

export const listedFileAt = (listing: Listing, position: number): ListedFile => {
  const {id, library} = entryAt(listing, position);
  return {file: fileAt(listing, position), id, library, section: sectionAt(listing, position)};
};

/** @returns why it can't be read, where it can't */
export const readListed = ({file, id, library, section}: ListedFile): Article | Refused => {
  const article = readListedArticle(file, id, library);
  if ('refused' in article) return article;
  return section === undefined || section === article.section ? article : {...article, section};
};

/**
 * The article at a position, read from its file.
 * @returns why it can't be read, where it can't
 */
export const readAt = (listing: Listing, position: number): Article | Refused =>
  readListed(listedFileAt(listing, position));

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
