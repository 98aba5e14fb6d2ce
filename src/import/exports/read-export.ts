/** Any export that is a file of text or an archive: which reader it is for. newsboat's database is the store's to open. */
import {AppError} from '../../core/errors.ts';
import {decodeBytes} from '../charset.ts';
import {detectKind, type Kind} from '../detect.ts';
import {detectArticleFolder, detectExport, type ListingExport} from '../detect-listing.ts';
import type {Archive} from './archive.ts';
import type {ExportedItem} from './exported-item.ts';
import {itemsOfInstapaper} from './instapaper.ts';
import {failure, skippedItems} from './members.ts';
import {itemsOfNewsboatUrls} from './newsboat-urls.ts';
import {itemsOfOmnivore} from './omnivore.ts';
import {itemsOfPocketCsv, itemsOfPocketPage} from './pocket.ts';
import {itemsOfReadeck, itemsOfReadeckCsv} from './readeck.ts';
import {itemsOfWallabag} from './wallabag.ts';

type TextReader = (text: string) => Generator<ExportedItem>;

const textReaders = {
  'pocket-csv': itemsOfPocketCsv,
  'pocket-page': itemsOfPocketPage,
  instapaper: itemsOfInstapaper,
  wallabag: itemsOfWallabag,
  'readeck-csv': itemsOfReadeckCsv,
  'newsboat-urls': itemsOfNewsboatUrls,
} as const satisfies Partial<Record<Kind, TextReader>>;

/** Kinds of content that are an export in one file of text. */
export type TextExport = keyof typeof textReaders;

export const isTextExport = (kind: Kind): kind is TextExport => Object.hasOwn(textReaders, kind);

/**
 * @param text all of it, decoded
 * @throws {AppError} while items are taken, for what cannot be read at all
 */
export const itemsOfTextExport = (kind: TextExport, text: string): Generator<ExportedItem> => textReaders[kind](text);

/** Names of members that may be an export of one file, packed: Pocket's are `part_000000.csv` and so on. */
const textMember = /\.(?:csv|json|html?)$/i;

async function* itemsOfTextMembers(archive: Archive): AsyncGenerator<ExportedItem> {
  yield* skippedItems(archive);
  let found = 0;
  for (const member of archive.members) {
    if (!textMember.test(member.name)) continue;
    try {
      const bytes = await archive.read(member);
      const {kind} = detectKind(bytes, {name: member.name});
      if (!isTextExport(kind)) continue;
      found++;
      yield* itemsOfTextExport(kind, decodeBytes(bytes, {kind: 'html'}).text);
    } catch (error) {
      yield failure(member.name, error);
    }
  }
  if (found > 0) return;
  throw new AppError('nothing-found', 'nothing in the archive is an export that is known here', {
    hint: 'unzip it and import the files in it',
  });
}

const archiveReaders: Readonly<Record<ListingExport, (archive: Archive) => AsyncGenerator<ExportedItem>>> = {
  omnivore: itemsOfOmnivore,
  readeck: itemsOfReadeck,
  pocket: itemsOfTextMembers,
};

/**
 * @throws {AppError} for an archive of articles that needs no importing; while items are taken, for one without an export
 */
export const itemsOfArchive = (archive: Archive): AsyncGenerator<ExportedItem> => {
  const names = archive.members.map(({name}) => name);
  const kind = detectExport(names);
  if (kind === undefined && detectArticleFolder(names) !== undefined) {
    throw new AppError('usage', 'the archive holds articles as they are: nothing needs importing', {
      hint: 'unzip it, then newsprint --library <folder>',
    });
  }
  return kind === undefined ? itemsOfTextMembers(archive) : archiveReaders[kind](archive);
};
