/**
 * Readeck's exports. The whole of one's account is a zip file: `bookmarks/<id>/info.json`, what is known of a bookmark, with
 * the names of the program's own fields, and `bookmarks/<id>/container/index.html`, its text, beside its pictures.
 * A list of bookmarks is a CSV file. (What it gives as Markdown needs no importing.)
 */
import type {Archive, Member} from './archive.ts';
import {itemOfText} from './exported-article.ts';
import type {ExportedItem} from './exported-item.ts';
import {isObject, type JsonObject, parseJson} from './exported-json.ts';
import {dateOf, flagOf, lineOf, linesOf, marksOf, present, webAddressOf} from './exported-values.ts';
import {failure, skippedItems, textOfMember} from './members.ts';
import {pagesOfCsv} from './page-rows.ts';

export const readeckBookmark = /^(?:[^/]+\/)?bookmarks\/[^/]+\/info\.json$/;

/** Pictures that are members of the archive: their addresses mean nothing outside of it. */
const ownPicture = /<(?:img|source)\b[^<>]{0,2000}?\bsrc(?:set)?\s*=\s*["']?(?:\.\/)?_resources\/[^<>]{0,2000}>/gi;

const withoutOwnPictures = (html: string): {html: string; count: number} => {
  let count = 0;
  const kept = html.replace(ownPicture, () => {
    count++;
    return '';
  });
  return {html: kept, count};
};

const leftOut = (pictures: number, annotations: unknown): string | undefined => {
  const things = [
    ...(pictures > 0 ? [pictures === 1 ? 'one picture' : `${pictures} pictures`] : []),
    ...(Array.isArray(annotations) && annotations.length > 0 ? ['its annotations'] : []),
  ];
  return things.length === 0 ? undefined : `left out: ${things.join(', ')}`;
};

const itemOf = (info: JsonObject, text: string): ExportedItem => {
  const {URL: address, Title, Description, Site, SiteName, Published, Created, Authors, Labels, Lang} = info;
  const {html, count} = withoutOwnPictures(text);
  const progress = info.ReadProgress;
  const isRead = progress === 100 ? true : flagOf(info.IsArchived);
  return itemOfText({
    address: webAddressOf(address),
    known: {
      ...present({title: lineOf(Title), standfirst: lineOf(Description)}),
      ...present({published: dateOf(Published), saved: dateOf(Created), lang: lineOf(Lang)}),
      ...present({marks: marksOf(isRead, flagOf(info.IsMarked))}),
      authors: linesOf(Authors),
      tags: linesOf(Labels),
    },
    siteName: lineOf(SiteName) ?? lineOf(Site),
    html,
    problem: leftOut(count, info.Annotations),
  });
};

/** @returns what of the archive is about bookmarks; one bad member costs its bookmark */
export async function* itemsOfReadeck(archive: Archive): AsyncGenerator<ExportedItem> {
  yield* skippedItems(archive);
  const members = new Map(archive.members.map(member => [member.name, member]));
  for (const member of archive.members) {
    if (!readeckBookmark.test(member.name)) continue;
    try {
      yield await itemOfMember(archive, members, member);
    } catch (error) {
      yield failure(member.name, error);
    }
  }
}

const itemOfMember = async (
  archive: Archive,
  members: ReadonlyMap<string, Member>,
  member: Member,
): Promise<ExportedItem> => {
  const info = parseJson(await textOfMember(archive, member, 'text'), member.name);
  if (!isObject(info)) return {kind: 'failed', what: member.name, why: 'it is no object'};
  const text = members.get(member.name.replace(/info\.json$/, 'container/index.html'));
  return itemOf(info, text === undefined ? '' : await textOfMember(archive, text, 'html'));
};

const labelsOf = (value: string | undefined): readonly string[] => {
  try {
    return linesOf(JSON.parse(value || '[]'));
  } catch {
    return linesOf(value);
  }
};

/** The columns url, title, created, labels (a list in JSON), is_archived, is_marked and type. */
export const itemsOfReadeckCsv = (text: string): Generator<ExportedItem> =>
  pagesOfCsv(text, column => ({
    ...present({
      title: lineOf(column('title')),
      saved: dateOf(column('created')),
      marks: marksOf(flagOf(column('is_archived')), flagOf(column('is_marked'))),
    }),
    authors: [],
    tags: labelsOf(column('labels')),
  }));
