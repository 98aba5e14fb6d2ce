/**
 * Omnivore's export, a zip file: `metadata_0_to_20.json` and so on, lists of what is known of twenty articles each;
 * `content/<slug>.html`, their texts; `highlights/<slug>.md`, what was marked in them.
 */
import type {Archive, Member} from './archive.ts';
import {itemOfText} from './exported-article.ts';
import type {ExportedItem} from './exported-item.ts';
import {isObject, type JsonObject, parseJson} from './exported-json.ts';
import {dateOf, lineOf, linesOf, marksOf, present, webAddressOf} from './exported-values.ts';
import {failure, skippedItems, textOfMember} from './members.ts';

export const omnivoreMetadata = /^(?:[^/]+\/)?metadata_\d+_to_\d+\.json$/;

/** Read to the end, or put away. */
const isRead = (state: unknown, progress: unknown): boolean | undefined =>
  typeof state === 'string' || typeof progress === 'number'
    ? String(state).toLowerCase() === 'archived' || (typeof progress === 'number' && progress >= 98)
    : undefined;

/** Omnivore gives files of one's own an address of its own, which leads nowhere any more. */
const addressOf = (url: unknown): string | undefined => {
  const address = webAddressOf(url);
  return address !== undefined && /^https?:\/\/(?:[\w-]+\.)*omnivore\.app\//i.test(address) ? undefined : address;
};

const itemOf = (entry: JsonObject, html: string, hasHighlights: boolean): ExportedItem => {
  const {title, description, author, url, state, readingProgress, thumbnail, labels, savedAt, publishedAt} = entry;
  return itemOfText({
    address: addressOf(url),
    known: {
      ...present({title: lineOf(title), standfirst: lineOf(description)}),
      ...present({published: dateOf(publishedAt), saved: dateOf(savedAt)}),
      ...present({marks: marksOf(isRead(state, readingProgress), undefined)}),
      authors: linesOf(author),
      tags: linesOf(labels),
    },
    picture: webAddressOf(thumbnail),
    html,
    problem: hasHighlights ? 'left out: its highlights' : undefined,
  });
};

const numberOf = ({name}: Member): number => Number(/metadata_(\d+)/.exec(name)?.[1] ?? 0);

/** @returns what of the archive is about articles; one bad member costs what depends on it */
export async function* itemsOfOmnivore(archive: Archive): AsyncGenerator<ExportedItem> {
  yield* skippedItems(archive);
  const members = new Map(archive.members.map(member => [member.name, member]));
  const lists = archive.members
    .filter(({name}) => omnivoreMetadata.test(name))
    .sort((a, b) => numberOf(a) - numberOf(b));
  for (const list of lists) {
    try {
      yield* itemsOfList(archive, members, list);
    } catch (error) {
      yield failure(list.name, error);
    }
  }
}

async function* itemsOfList(
  archive: Archive,
  members: ReadonlyMap<string, Member>,
  list: Member,
): AsyncGenerator<ExportedItem> {
  const folder = list.name.slice(0, list.name.lastIndexOf('/') + 1);
  const entries = parseJson(await textOfMember(archive, list, 'text'), list.name);
  if (!Array.isArray(entries)) throw new Error('it is no list of articles');
  for (const [at, entry] of entries.entries()) {
    if (!isObject(entry)) {
      yield {kind: 'failed', what: `${list.name}, entry ${at + 1}`, why: 'it is no object'};
      continue;
    }
    const {slug} = entry;
    const content = members.get(`${folder}content/${slug}.html`);
    try {
      const html = content === undefined ? '' : await textOfMember(archive, content, 'html');
      yield itemOf(entry, html, members.has(`${folder}highlights/${slug}.md`));
    } catch (error) {
      yield failure(content?.name ?? String(slug), error);
    }
  }
}
